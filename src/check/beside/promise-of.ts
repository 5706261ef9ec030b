// One promise of a file, made by the constructor that a platform uses: rules and messages are the same.

import { promiseAt } from '../../platform/language/promise.ts'
import { makingOf } from '../../platform/made.ts'
import type { PlatformPromise, Procedure } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import { validateFields } from '../../platform/validate.ts'
import { type PromiseWord, promiseForms, promiseWords, statedOf, subjects } from './forms.ts'
import type { Found } from './found.ts'
import { valuesOf, type Written } from './values-of.ts'

// What names something: it is passed as the value that it names.
const named: ReadonlySet<string> = new Set(['in', 'port', 'of', 'path', 'stated'])

/** Undefined where something is wrong with it, which is said. */
export function promiseOf(
  entry: object,
  found: Found,
  procedures: ReadonlyMap<string, Procedure>,
): PlatformPromise | undefined {
  const word = promiseWords.find((one) => Object.hasOwn(entry, one))
  if (word === undefined) return noPromise(entry, found)
  const fields = Object.entries(entry)
  if (!isSound(word, Object.fromEntries(fields), found)) return undefined
  const written = Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as Written
  const at = { at: found.at, via: [] }
  const said = written.in === undefined ? undefined : found.place(written.in, 'in')
  if (written.in !== undefined && !said) return undefined
  const values = valuesOf(word, written, { found: said ? found.on(said.cluster) : found, said, at })
  const by = procedureOf(word, written.by, procedures, found)
  if (!values || by === false) return undefined
  const rest = Object.entries(written).filter(([name]) => name !== word && !named.has(name))
  const stated = statedOf(written.stated)
  const given = { ...Object.fromEntries(rest), ...values, ...(by && { by }), ...(stated && { stated }) }
  const made = promiseAt[word](given, {}, at)
  const slips = makingOf(made)?.problems ?? []
  for (const slip of slips) found.say({ ...slip, path: slip.path === subjects[word] ? word : slip.path })
  return slips.length === 0 ? made : undefined
}

function noPromise(entry: object, found: Found): undefined {
  const [first = ''] = Object.keys(entry)
  const allowed = promiseWords.join(', ')
  const didYouMean = nearest(first, promiseWords)
  found.say({ path: first, found: 'no promise that a file can make', allowed, didYouMean })
  return undefined
}

function isSound(word: PromiseWord, entry: object, found: Found): boolean {
  let sound = true
  validateFields(promiseForms[word], entry, '', (wrong) => {
    sound = false
    found.say(wrong)
  })
  return sound
}

function procedureOf(
  word: PromiseWord,
  written: unknown,
  procedures: ReadonlyMap<string, Procedure>,
  { say }: Found,
): Procedure | undefined | false {
  if (written === undefined || (word !== 'survives' && word !== 'recovers' && word !== 'fits')) return undefined
  const found = procedures.get(`${written}`)
  if (found) return found
  const known = [...procedures.keys()].sort()
  const allowed =
    known.length > 0 ? `one of procedures: ${known.join(', ')}` : 'a procedure of this file, under procedures:'
  const didYouMean = nearest(`${written}`, known)
  say({ path: 'by', found: `'${written}', which is not there`, allowed, ...(didYouMean && { didYouMean }) })
  return false
}
