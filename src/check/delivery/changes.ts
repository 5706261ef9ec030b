// How changes come into an environment: whether somebody agrees to each, whether it is kept who changed what, and whether
// anybody comes through alone.

import type { Environment, Platform, PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { aloneOn } from './alone.ts'
import { type Way, waysInto } from './ways.ts'

type ChangesPromise = Extract<PlatformPromise, { kind: 'changes' }>

interface Found {
  readonly are: Agreed
  readonly ways: readonly string[]
  /** Ways on which it does not hold. */
  readonly open: readonly string[]
}

interface Alone {
  readonly says: string
  readonly teams: readonly string[]
  readonly who?: string
  readonly stale?: true
}

type Rules = {
  ways: Found
  none: { readonly place: string }
  /** Ways on which one person comes through, or may. */
  alone: { readonly ways: readonly string[]; readonly open: readonly Alone[] }
  signed: { readonly branches: readonly string[]; readonly open: readonly string[] }
}

export const changes = definePromise<Rules>()({
  kind: 'changes',
  asks: 'Does every change come into the environment as it is said?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment || !world.platform) return
    const { name } = environment
    const ways = waysInto(environment, world.platform)
    yield {
      id: [name, promise.are],
      environment: name,
      cluster: environment.on.name,
      says: `${sayings[promise.are].holds} of ${name}`,
      source: { stated: promise.stated },
      parts: [
        ways.length === 0 ? nonePart(name) : partOf(promise, ways, environment, world.platform),
        ...(promise.are === 'recorded' ? signedParts(promise, ways, world.platform) : []),
      ],
    }
  },

  says: {
    ways: ({ are, ways, open }) =>
      open.length === 0
        ? `${ways.join(', ')}: ${sayings[are].each}`
        : { line: sayings[are].not(open.length), rows: open.map((way) => ['by', way] as const) },
    alone: ({ ways, open }, truth) => {
      if (truth === true) return `${ways.join(', ')}: it takes two people`
      const line =
        truth === false ? 'one person writes, agrees and brings it there' : 'nobody says that it takes two people'
      return { line, rows: open.map((one) => [one.says, aloneWords(one)] as const) }
    },
    signed: ({ branches, open }, truth) =>
      truth === true
        ? `commits on ${branches.join(', ')} are signed by whoever made them`
        : `${open.join(', ')} takes commits that nobody signed: the name in one is whatever its author types`,
    none: ({ place }) => `nobody says how a change comes into ${place}`,
  },
})

const sayings = {
  approved: {
    holds: 'somebody agrees to every change',
    each: 'somebody has to agree',
    not: (count: number) => `nobody has to agree on ${count === 1 ? 'one way' : `${count} ways`}`,
  },
  recorded: {
    holds: 'it is kept who changed what',
    each: 'what was changed is kept where it came from',
    not: (count: number) => `${count === 1 ? 'one change is' : `${count} changes are`} made by hand, and kept nowhere`,
  },
  byTwo: { holds: 'nobody alone makes a change' },
} as const

function nonePart(place: string): AnyPart<Rules> {
  return part('none', undefined, { place }, { waitsFor: 'promotion(…) or pipeline(…)' })
}

function partOf(promise: ChangesPromise, ways: readonly Way[], { name }: Environment, platform: Platform) {
  const { are } = promise
  return are === 'byTwo' ? alonePart(promise, ways, name, platform) : waysPart(are, promise, ways, name)
}

function alonePart(
  { stated }: ChangesPromise,
  ways: readonly Way[],
  place: string,
  platform: Platform,
): AnyPart<Rules> {
  const found = ways.map((way) => ({ says: way.says, ...aloneOn(way, platform) }))
  const truths = found.map(({ truth }) => truth)
  const truth = truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
  const open = found.filter((one) => one.truth !== true && one.truth === truth)
  return part(
    'alone',
    truth,
    {
      ways: ways.map(({ says }) => says),
      open: open.map(({ says, teams, who, stale }) => ({
        says,
        teams,
        ...(who !== undefined && { who }),
        ...(stale && { stale }),
      })),
    },
    {
      cause: `alone/${place}`,
      hint: 'reviews of the branch, two of one team, or teams that are apartFrom each other',
      ...(truth === undefined && {
        waitsFor: open.some(({ stale }) => stale) ? 'dismissesStale:' : 'members: or apartFrom:',
      }),
      stated: [stated, ...ways.map((way) => way.stated)],
    },
  )
}

function aloneWords({ teams, who, stale }: Alone): string {
  if (stale) return 'what was agreed to may be changed before it is merged'
  if (who !== undefined) return `${who} is in ${teams.join(' and ')}`
  if (teams.length === 0) return "nobody's word is needed"
  return teams.length === 1 ? `one of ${teams[0]}` : `whoever is in ${teams.join(' and ')}`
}

// The name in a commit is what its author configured; who made it is told by a signature alone.
// Source: https://git-scm.com/docs/git-commit (commit information), 2026-11-22
function signedParts(
  { stated }: ChangesPromise,
  ways: readonly Way[],
  { branches }: Platform,
): readonly AnyPart<Rules>[] {
  const said = branches.filter(({ name, signed }) => signed !== undefined && ways.some(({ from }) => from === name))
  const open = said.filter(({ signed }) => !signed).map(({ name }) => name)
  if (said.length === 0) return []
  return [
    part(
      'signed',
      open.length === 0,
      { branches: said.map(({ name }) => name), open },
      { cause: `unsigned/${open[0]}`, hint: 'signed: true', stated: [stated, ...said.map((one) => one.stated)] },
    ),
  ]
}

type Agreed = Exclude<ChangesPromise['are'], 'byTwo'>

function waysPart(are: Agreed, { stated }: ChangesPromise, ways: readonly Way[], place: string): AnyPart<Rules> {
  const open = ways.filter((way) => !holds[are](way))
  return part(
    'ways',
    open.length === 0,
    { are, ways: ways.map(({ says }) => says), open: open.map(({ says }) => says) },
    {
      cause: `changes/${place}/${are}`,
      hint:
        are === 'recorded' ? 'a pipeline or a controller in its place' : 'approvers on it, or reviews of its branch',
      stated: [stated, ...ways.map((way) => way.stated)],
    },
  )
}

const holds: { readonly [are in Agreed]: (way: Way) => boolean } = {
  approved: ({ approvals, reviews }) => approvals.length > 0 || reviews > 0,
  recorded: ({ by }) => by === 'machine',
}
