import { make, type NounSpec } from '../make.ts'
import type { Paper } from '../model.ts'
import { date, need, oneOf, stated, text } from '../schema.ts'

export type PaperOptions = Omit<Paper, 'is' | 'title'>

export const paperSpec: NounSpec<PaperOptions, Paper> = {
  is: 'paper',
  word: 'paper',
  named: text,
  fields: {
    version: text,
    date: date,
    status: need(oneOf('draft', 'target', 'ready', 'production', 'withdrawn'), 'whether it holds'),
    owner: text,
    nextReview: date,
    stated,
  },
  rules(_, { date, nextReview }, say) {
    if (nextReview !== undefined && date !== undefined && nextReview < date)
      say({ path: 'nextReview', found: `a day before ${date}`, allowed: 'the day of the document, or a later one' })
  },
  build: (title, options) => ({ is: 'paper', title, ...options }),
}

/** The document that a platform is described in. `paper('Shop', { version: '2', date: '2026-11-01', status: 'production', owner: 'shop team' })` */
export function paper(title: string, options: PaperOptions): Paper {
  return make(paperSpec, title, options)
}
