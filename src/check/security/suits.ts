// What is said of a law or a standard, against what it says of itself: what it protects, how it is shown that it is met, and
// how often again. Whoever says otherwise prepares for something else.

import { type KnownStandard, knownStandard } from '../../knowledge/standards.ts'
import type { Known } from '../../knowledge/table.ts'
import { longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Standard } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'

interface Suits {
  readonly standard: string
  readonly says: string
  readonly known: string
}

export type SuitsParts = {
  about: Suits & { readonly about: readonly string[]; readonly of: readonly string[] }
  shown: Suits & { readonly by: string; readonly isSo: boolean; readonly every?: string; readonly most?: string }
}

export function suitsParts(standard: Standard): readonly AnyPart<SuitsParts>[] {
  const known = knownStandard(standard.name)
  return known ? [...aboutPart(standard, known), ...shownPart(standard, known)] : []
}

function aboutPart({ name, about, stated }: Standard, known: Known<KnownStandard>): readonly AnyPart<SuitsParts>[] {
  const { about: of } = known.value
  if (of === undefined || about.length === 0) return []
  const truth = about.every((kind) => of.includes(kind))
  const hint = `about: [${of.map((kind) => `'${kind}'`).join(', ')}]`
  return [
    part('about', truth, { ...suitsOf(name, known), about, of }, { cause: `about/${name}`, hint, stated: [stated] }),
  ]
}

function shownPart(standard: Standard, known: Known<KnownStandard>): readonly AnyPart<SuitsParts>[] {
  const { name, verifiedBy: by, every, stated } = standard
  const { shownBy, every: most } = known.value
  if (by === undefined || shownBy === undefined) return []
  const isSo = shownBy.includes(by)
  const isOften =
    every === undefined || most === undefined || longestCadenceSeconds(every) <= longestCadenceSeconds(most)
  const hint = isSo ? `every: '${most}'` : `verifiedBy: '${shownBy.at(-1)}'`
  const because = { ...suitsOf(name, known), by, isSo, ...(every && { every }), ...(most && { most }) }
  return [part('shown', isSo && isOften, because, { cause: `shown/${name}`, hint, stated: [stated] })]
}

function suitsOf(standard: string, { value, source, asOf }: Known<KnownStandard>): Suits {
  return { standard, says: value.says, known: `${source} (${asOf})` }
}

export const suitsWords = {
  about: ({ standard, about, of, known }: SuitsParts['about'], truth: Truth): Words => ({
    line: `${standard} is about ${of.join(' and ')} data${truth === true ? '' : `, and is said to be about ${about.join(' and ')} data`}`,
    rows: [['known', known]],
  }),
  shown: ({ standard, says, by, isSo, every, most, known }: SuitsParts['shown'], truth: Truth): Words => {
    const said = every === undefined ? articled(by) : `${articled(by)} every ${every}`
    const line = `${standard} is shown by ${says}`
    const rows = [['known', known]] as const
    if (truth === true) return { line: `${line}; ${said} is that`, rows }
    return { line: `${line}; ${said} ${isSo ? `comes later than every ${most}` : 'is none'}`, rows }
  },
}

function articled(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`
}
