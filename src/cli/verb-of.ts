// The verb that was typed.

import { nearest } from '../platform/nearest.ts'
import { refused } from './options.ts'
import { isVerb, type VerbName, verbs } from './verbs.ts'

/** The verb comes first; undefined where there is none, which --help and --version may lack. */
export function verbOf(argv: readonly string[]): VerbName | undefined {
  const [first] = argv
  if (first === undefined || first.startsWith('-')) return undefined
  if (isVerb(first)) return first
  throw refused(`there is no verb ${JSON.stringify(first)}`, nearest(first, Object.keys(verbs)))
}
