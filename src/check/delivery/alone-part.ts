// Whether one person may bring a change into an environment by themselves: what is found, and the words.

import type { Platform } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { aloneOn } from './alone.ts'
import { typedBy, type Way } from './ways.ts'

interface Alone {
  readonly says: string
  readonly teams: readonly string[]
  readonly who?: string
  readonly stale?: true
  /** The pipeline that may type it. */
  readonly typedBy?: string
}

export type AloneParts = {
  /** Ways on which one person comes through, or may. */
  alone: { readonly ways: readonly string[]; readonly open: readonly Alone[] }
}

export const aloneSays = {
  alone: ({ ways, open }: AloneParts['alone'], truth: boolean | undefined): Words => {
    if (truth === true) return { line: `${ways.join(', ')}: it takes two people` }
    const line =
      truth === false ? 'one person writes, agrees and brings it there' : 'nobody says that it takes two people'
    return { line, rows: open.map((one) => [one.says, aloneWords(one)] as const) }
  },
}

export function alonePart(
  { stated }: { readonly stated?: Stated },
  ways: readonly Way[],
  place: string,
  platform: Platform,
): AnyPart<AloneParts> {
  const judged = ways.map((way) => ({ way, says: way.says, ...aloneOn(way, platform) }))
  const good = judged.flatMap(({ way, truth }) => (truth === true ? [way] : []))
  const found = judged.map(({ way, ...one }) => {
    const pipeline = one.truth === false ? typedBy(way, good) : undefined
    return pipeline === undefined ? one : { ...one, truth: undefined, typedBy: pipeline }
  })
  const truths = found.map(({ truth }) => truth)
  const truth = truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
  const open = found.filter((one) => one.truth !== true && one.truth === truth)
  return part(
    'alone',
    truth,
    {
      ways: ways.map(({ says }) => says),
      open: open.map(({ truth: _, ...one }) => one),
    },
    {
      cause: `alone/${place}`,
      hint: 'reviews of the branch, two of one team, or teams that are apartFrom each other',
      ...(truth === undefined && {
        waitsFor: waitsFor(open),
      }),
      stated: [stated, ...ways.map((way) => way.stated)],
    },
  )
}

function waitsFor(open: readonly Partial<Alone>[]): string {
  if (open.some((one) => one.typedBy !== undefined)) return 'who types the commands'
  return open.some(({ stale }) => stale) ? 'dismissesStale:' : 'members: or apartFrom:'
}

function aloneWords({ teams, who, stale, typedBy }: Alone): string {
  if (typedBy !== undefined) return `${typedBy} types it, or anybody by hand`
  if (stale) return 'what was agreed to may be changed before it is merged'
  if (who !== undefined) return `${who} is in ${teams.join(' and ')}`
  if (teams.length === 0) return "nobody's word is needed"
  return teams.length === 1 ? `one of ${teams[0]}` : `whoever is in ${teams.join(' and ')}`
}
