import { make, type NounSpec } from '../make.ts'
import type { Paper } from '../model.ts'
import { date, need, oneOf, stated, text } from '../schema.ts'

export type PaperOptions = Omit<Paper, 'is' | 'title'>

export const paperSpec: NounSpec<PaperOptions, Paper> = {
  is: 'paper',
  word: 'paper',
  named: text,
  fields: {
    version: need(text, 'which one is meant'),
    date: need(date, 'how old it is'),
    status: need(oneOf('draft', 'production', 'withdrawn'), 'whether it holds'),
    owner: need(text, 'who answers for it'),
    nextReview: date,
    stated,
  },
  rules(_, { date, nextReview }, say) {
    if (nextReview !== undefined && nextReview < date)
      say({ path: 'nextReview', found: `a day before ${date}`, allowed: 'the day of the document, or a later one' })
  },
  build: (title, options) => ({ is: 'paper', title, ...options }),
}

/** The document that a platform is described in. `paper('Shop', { version: '2', date: '2026-11-01', status: 'production', owner: 'shop team' })` */
export function paper(title: string, options: PaperOptions): Paper {
  return make(paperSpec, title, options)
}
