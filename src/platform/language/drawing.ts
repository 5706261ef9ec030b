import { make, type NounSpec } from '../make.ts'
import type { Drawing } from '../model.ts'
import { either, list, noun, pair, set, stated, text } from '../schema.ts'

export type DrawingOptions = Partial<Omit<Drawing, 'is' | 'name'>>

const box = either(noun('cluster', 'component', 'environment', 'monitoring', 'stage'), text)

export const drawingSpec: NounSpec<DrawingOptions, Drawing> = {
  is: 'drawing',
  word: 'drawing',
  named: text,
  fields: { of: noun('environment'), arrows: list(pair(box)), boxes: set(box), says: list(pair(box)), stated },
  rules(_, { arrows = [], boxes = [], says = [] }, say) {
    if (arrows.length + boxes.length === 0) say({ path: 'arrows', found: 'nothing', allowed: 'what is drawn' })
    for (const [at, [what, words]] of says.entries())
      if (typeof what === 'string' || typeof words !== 'string')
        say({ path: `says[${at}]`, found: 'no such pair', allowed: 'what is declared, and the words in its box' })
  },
  build: (name, options) => ({ is: 'drawing', name, arrows: [], boxes: [], says: [], ...options }),
}

/**
 * A picture in a document: arrows between what is declared, or between words where nothing declared is meant.
 * `drawing('layout', { of: live, arrows: [[checkout, orders], [orders, 'data lake']] })`
 */
export function drawing(name: string, options: DrawingOptions): Drawing {
  return make(drawingSpec, name, options)
}
