import { make, type NounSpec } from '../make.ts'
import { CLASSES, USES } from '../model/store.ts'
import type { Content } from '../model.ts'
import { count, durationRange, either, flag, need, noun, oneOf, record, size, stated, text } from '../schema.ts'

export type ContentOptions = Omit<Content, 'is' | 'name'>

export const contentSpec: NounSpec<ContentOptions, Content> = {
  is: 'content',
  word: 'content',
  named: text,
  fields: {
    use: oneOf(...USES),
    class: oneOf(...CLASSES),
    context: noun('context'),
    ofRecord: flag,
    lives: either(oneOf('for-good'), durationRange),
    erased: oneOf('with-its-key', 'after-each-restore'),
    size,
    collections: either(
      count(0),
      record('a number of collections, or { from: 15, to: 20 }', {
        from: need(count(0), 'the fewest'),
        to: need(count(0), 'the most'),
      }),
    ),
    stated,
  },
  build: (name, options) => ({ is: 'content', name, ...options }),
}

/** What lies in a store, in its option `holds`. `content('sessions', { use: 'sessions', lives: '24h' })` */
export function content(name: string, options: ContentOptions = {}): Content {
  return make(contentSpec, name, options)
}
