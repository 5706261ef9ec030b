// How changes come into an environment: whether somebody agrees to each, whether it is kept who changed what, and whether
// anybody comes through alone.

import type { Environment, Platform, PlatformPromise } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { namesOf } from '../plans/names-of.ts'
import { type AloneParts, alonePart, aloneSays } from './alone-part.ts'
import { typedBy, type Way, waysInto } from './ways.ts'

type ChangesPromise = Extract<PlatformPromise, { kind: 'changes' }>

interface Found {
  readonly are: Agreed
  readonly ways: readonly string[]
  /** Ways on which it does not hold; or does not if a person types them. */
  readonly open: readonly string[]
  /** The pipeline that may type them, and on whose way it holds. */
  readonly typedBy?: string
}

type Rules = AloneParts & {
  ways: Found
  none: { readonly place: string }
  signed: { readonly branches: readonly string[]; readonly open: readonly string[] }
}

export const changes = definePromise<Rules>()({
  kind: 'changes',
  asks: 'Does every change come into the environment as it is said?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment || !world.platform) return
    const { name } = environment
    // What is put there for the first time changes nothing that runs.
    const ways = waysInto(environment, world.platform).filter(({ isFirst }) => !isFirst)
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
    ...aloneSays,
    ways: ({ are, ways, open, typedBy }) => {
      if (open.length === 0) return `${ways.join(', ')}: ${sayings[are].each}`
      const line = typedBy === undefined ? sayings[are].not(open.length) : typedWords(are, open.length, typedBy)
      return { line, rows: open.map((way) => ['by', way] as const) }
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

function typedWords(are: Agreed, count: number, pipeline: string): string {
  const lines = count === 1 ? 'one command' : `${count} commands`
  return `nobody says who types ${lines}: ${pipeline}, where ${sayings[are].each}, or anybody by hand`
}

function nonePart(place: string): AnyPart<Rules> {
  return part('none', undefined, { place }, { waitsFor: 'promotion(…) or pipeline(…)' })
}

function partOf(promise: ChangesPromise, ways: readonly Way[], { name }: Environment, platform: Platform) {
  const { are } = promise
  return are === 'byTwo' ? alonePart(promise, ways, name, platform) : waysPart(are, promise, ways, name)
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
      { branches: namesOf(said), open },
      { cause: `unsigned/${open[0]}`, hint: 'signed: true', stated: [stated, ...said.map((one) => one.stated)] },
    ),
  ]
}

type Agreed = Exclude<ChangesPromise['are'], 'byTwo'>

function waysPart(are: Agreed, { stated }: ChangesPromise, ways: readonly Way[], place: string): AnyPart<Rules> {
  const good = ways.filter(holds[are])
  const bad = ways.filter((way) => !holds[are](way))
  const sure = bad.filter((way) => typedBy(way, good) === undefined)
  const truth = bad.length === 0 ? true : sure.length === 0 ? undefined : false
  const pipeline = truth === undefined ? bad.map((way) => typedBy(way, good))[0] : undefined
  return part(
    'ways',
    truth,
    {
      are,
      ways: ways.map(({ says }) => says),
      open: (truth === undefined ? bad : sure).map(({ says }) => says),
      ...(pipeline !== undefined && { typedBy: pipeline }),
    },
    {
      cause: `changes/${place}/${are}`,
      ...(truth === undefined && { waitsFor: 'who types the commands' }),
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
