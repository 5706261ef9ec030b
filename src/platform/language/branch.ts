import { make, type NounSpec } from '../make.ts'
import type { Branch } from '../model.ts'
import { count, flag, list, noun, set, stated, text } from '../schema.ts'
import { suite } from './suite.ts'

export type BranchOptions = Partial<Omit<Branch, 'is' | 'name'>>

export const branchSpec: NounSpec<BranchOptions, Branch> = {
  is: 'branch',
  word: 'branch',
  named: text,
  fields: {
    deploysTo: noun('environment'),
    reviews: count(0),
    dismissesStale: flag,
    checks: set(suite),
    signed: flag,
    writers: list(noun('team'), 1),
    bypassedBy: list(noun('team'), 1),
    stated,
  },
  build: (name, options) => ({ is: 'branch', name, checks: [], bypassedBy: [], ...options }),
}

/** A branch, and what keeps it. `branch('main', { deploysTo: live, reviews: 2, dismissesStale: true, signed: true })` */
export function branch(name: string, options: BranchOptions = {}): Branch {
  return make(branchSpec, name, options)
}
