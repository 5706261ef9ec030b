// What is planned, judged as if it stood: would the API server take it, would its pods find places, its calls their way?

import { joinAssumptions } from '../../engine/assumption.ts'
import { sourceOf } from '../../estate/source.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { admitted } from '../admission/admitted.ts'
import { quota } from '../admission/quota.ts'
import { askPromises, askQuestion } from '../ask.ts'
import { fits } from '../capacity/fits.ts'
import { type AnyPart, type AnyQuestion, type Finding, part } from '../define.ts'
import { reaches } from '../reachability/reaches.ts'
import { refers } from '../references/refers.ts'
import { onlyNodeFindings } from '../survival/only-node.ts'
import { survivesNode } from '../survival/survives-node.ts'
import { looksUp } from '../traffic/looks-up.ts'
import { holds, type Reason, type Verdict, type Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type AsIfStanding, asIfStanding } from './as-if-standing.ts'

/** What another question says of it, as if it stood. */
export interface Said {
  readonly subject: string
  readonly says: Words
}

export type AsPlannedParts = {
  /** `rest`: other things do not hold. */
  held: { readonly said: readonly Said[]; readonly rest: boolean }
  not: Said
}

// What each of them comes to, of an environment that is not there yet.
const asked = {
  admitted: 'what it adds would be accepted',
  fits: 'there would be room for it',
  'looks-up': 'it could look up names',
  quota: 'it would keep to its quota',
  reaches: 'what it calls could be reached',
  refers: 'what it names would be there',
  'survives-node': 'what is lost with a node is borne',
} as const

/** For each planned environment one finding for each of these, where there is anything to say. */
export function* asPlannedFindings(world: World): Generator<Finding<AsPlannedParts>> {
  const planned = world.plans?.planned ?? []
  const worlds = asIfStanding(world)
  if (!worlds) return
  const verdicts = Map.groupBy(enoughOf(world, worlds, planned), ({ environment, asks }) => `${environment} ${asks}`)
  for (const environment of planned)
    for (const [asks, says] of Object.entries(asked)) {
      const found = verdicts.get(`${environment.name} ${asks}`) ?? []
      if (found.length > 0) yield findingOf(environment, asks, says, found)
    }
}

// Whether single workloads outlive a node is asked of them when they stand.
const onlyNode: AnyQuestion = {
  ...survivesNode,
  *judge({ views }) {
    for (const view of views) yield* onlyNodeFindings(view)
  },
}

// Where all of it holds and nobody reads why, nothing is worded.
function enoughOf(
  { briefly }: World,
  { all, near }: AsIfStanding,
  planned: readonly Environment[],
): readonly Verdict[] {
  const brief = briefly ? verdictsIn({ all: { ...all, briefly }, near: { ...near, briefly } }, planned) : []
  const isEnough = briefly && brief.every(({ verdict }) => holds(verdict))
  return isEnough ? brief : verdictsIn({ all, near }, planned)
}

// Room is a matter of all that stands; the rest is asked of what is planned and what it calls, which is soon gone through.
function verdictsIn({ all, near }: AsIfStanding, planned: readonly Environment[]): readonly Verdict[] {
  const promises = planned.map((environment): PlatformPromise => ({ is: 'promise', kind: 'fits', in: environment }))
  const verdicts = [
    ...[admitted, quota, refers, looksUp, reaches, onlyNode].flatMap((question) => [...askQuestion(question, near)]),
    ...askPromises(fits, { ...all, promises }),
  ]
  const names = new Set(planned.map(({ name }) => name))
  return verdicts.filter(
    ({ environment, because }) =>
      environment !== undefined &&
      names.has(environment) &&
      // What it calls and nobody runs is found without any estate.
      !because.some(({ rule, truth }) => rule === 'stands' && truth === false),
  )
}

function findingOf(
  environment: Environment,
  asks: string,
  says: string,
  verdicts: readonly Verdict[],
): Finding<AsPlannedParts> {
  const { name, stated, on } = environment
  const source = sourceOf(environment, stated)
  return {
    id: [name, asks],
    environment: name,
    cluster: on.name,
    says: `as ${name} is planned, ${says}`,
    source,
    parts: partsOf(verdicts.toSorted((a, b) => byCodePoint(a.id, b.id))),
  }
}

function partsOf(verdicts: readonly Verdict[]): readonly AnyPart<AsPlannedParts>[] {
  const reasons = verdicts.flatMap(({ subject, environment = '', because }) =>
    because.map((reason) => ({ subject: subject === '' ? environment : subject, reason })),
  )
  const held = reasons.filter(({ reason }) => reason.truth === true)
  const not = reasons.filter(({ reason }) => reason.truth !== true)
  const said = held.map(({ subject, reason }) => ({ subject, says: reason.says }))
  const assumes = joinAssumptions([
    ...held.map(({ reason }) => reason.assumes),
    ...verdicts.filter(({ because }) => because.length === 0).map((brief) => brief.assumes),
  ])
  return [
    ...(reasons.length === 0 || held.length > 0
      ? [part('held', true, { said, rest: not.length > 0 }, { assumes })]
      : []),
    ...not.map(({ subject, reason }) => notPart(subject, reason)),
  ]
}

function notPart(subject: string, { truth, says, assumes, cause, waitsFor, hint, stated = [] }: Reason) {
  return part(
    'not',
    truth,
    { subject, says },
    {
      assumes,
      ...(cause !== undefined && { cause }),
      ...(waitsFor !== undefined && { waitsFor }),
      ...(hint !== undefined && { hint }),
      stated,
    },
  )
}

export const asPlannedSays = {
  held: ({ said, rest }: AsPlannedParts['held']): Words => {
    const lines = Map.groupBy(said, ({ says }) => says.line)
    return {
      line: rest ? 'else nothing speaks against it' : 'nothing speaks against it',
      rows: [...lines].flatMap(([line, all]) => [
        [subjectsOf(all), line] as const,
        ...all.flatMap(({ says }) => says.rows ?? []),
      ]),
    }
  },
  not: ({ subject, says }: AsPlannedParts['not']): Words => ({ ...says, line: `${subject}: ${says.line}` }),
}

// More names would be read by nobody.
function subjectsOf(said: readonly Said[]): string {
  const subjects = [...new Set(said.map(({ subject }) => subject))]
  const [first = '', second] = subjects
  if (second === undefined) return first
  return subjects.length === 2 ? `${first}, ${second}` : `${first} and ${subjects.length - 1} more`
}
