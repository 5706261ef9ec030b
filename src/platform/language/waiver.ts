import { make, type NounSpec } from '../make.ts'
import type { Waiver } from '../model.ts'
import { date, need, text } from '../schema.ts'

export type WaiverOptions = Pick<Waiver, 'owner' | 'reason' | 'until'>

export const waiverSpec: NounSpec<WaiverOptions, Waiver> = {
  is: 'waiver',
  word: 'waiver',
  named: text,
  fields: {
    owner: need(text, 'who answers for it'),
    reason: need(text, 'why it is tolerated'),
    until: need(date, 'nothing is tolerated for ever'),
  },
  build: (of, options) => ({ is: 'waiver', of, ...options }),
}

/** One finding that is tolerated. `waiver('drains/live/ledger-db', { owner: 'store team', reason: 'moves in May', until: '2027-05-31' })` */
export function waiver(of: string, options: WaiverOptions): Waiver {
  return make(waiverSpec, of, options)
}
