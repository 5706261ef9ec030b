// What an environment requests, held against what another does: a share of it, or no more than any.

import { type Quantity, sayAbout } from '../../kubernetes/quantity.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { percentOf } from '../../platform/units.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import type { World } from '../world.ts'
import { isOpen, type Requested, type Resource, requestedIn } from './requested.ts'

interface Compared {
  readonly resource: Resource
  readonly own: Requested
  readonly other?: Requested
  readonly share: string
  /** Those of whom it is open what they request. */
  readonly open: readonly Requested[]
  /** The nodes of both, where they stand apart and nothing nearer is said. */
  readonly nodes?: readonly [own: number, other: number]
}

type Rules = { cpu: Compared; memory: Compared }
type Allots = Extract<PlatformPromise, { kind: 'allots' }>

export const allots = definePromise<Rules>()({
  kind: 'allots',
  asks: 'Does it request that share of what another environment does?',

  *judge(promise, world) {
    const environment = promise.in ?? onlyEnvironment(world)
    if (!environment) return
    const { share, of } = promise
    const { name } = environment
    yield {
      id: [name, of?.name ?? 'least'],
      environment: name,
      says: of ? `${name} requests ${share} of what ${of.name} does` : `no environment requests less than ${name}`,
      source: { stated: promise.stated },
      parts: (['cpu', 'memory'] as const).map((resource) => comparedPart(resource, environment, promise, world)),
    }
  },

  says: { cpu: sayCompared, memory: sayCompared },
})

function comparedPart(
  resource: Resource,
  environment: Environment,
  { share, of }: Allots,
  world: World,
): AnyPart<Rules> {
  const own = requestedIn(environment, resource, world)
  const others = (of ? [of] : othersOf(environment, world)).map((one) => requestedIn(one, resource, world))
  const { truth, other, open } = of ? shareTruth(own, others, share) : leastTruth(own, others)
  const nodes = truth === undefined && of ? nodesOf(environment, of) : undefined
  const because = { resource, own, share, open, ...(other && { other }), ...(nodes && { nodes }) }
  // In each world the same, whichever components it has.
  const waits = open.map(({ name }) => `what pods request in ${name}`)
  return part(resource, truth, because, {
    cause: `allots/${environment.name}/${resource}`,
    hint: hintOf(truth, environment, of, share),
    waitsFor: waits.length > 0 ? waits.join(', and ') : `what pods request in ${environment.name}`,
    stated: [environment.stated, of?.stated],
  })
}

function hintOf(truth: boolean | undefined, { name }: Environment, of: Environment | undefined, share: string) {
  if (truth === undefined) return `requests of each component of ${of ? `${name} and ${of.name}` : name}`
  return of ? `requests or replicas of ${name} that come to ${share}` : `smaller requests in ${name}`
}

interface Answer {
  readonly truth: boolean | undefined
  readonly other?: Requested
  readonly open: readonly Requested[]
}

function shareTruth(own: Requested, [other]: readonly Requested[], share: string): Answer {
  // The same pods that say nothing add the same to both, and only to equal sums is that the same share.
  const isSame = other?.sum.nano === own.sum.nano && own.sum.nano > 0n && other.pods === own.pods
  const open = isSame ? [] : [own, other].filter((one) => one !== undefined).filter(isOpen)
  if (open.length > 0 || !other) return { truth: undefined, other, open }
  return { truth: isShare(own.sum, other.sum, share), other, open }
}

// What is said of the others is the least that they request: who says nothing there may only add to it.
function leastTruth(own: Requested, others: readonly Requested[]): Answer {
  const said = others.filter(({ sum }) => sum.nano > 0n).toSorted((a, b) => (a.sum.nano < b.sum.nano ? -1 : 1))
  const less = said.find((one) => one.sum.nano < own.sum.nano && !isOpen(one))
  if (less) return { truth: false, other: less, open: [] }
  if (isOpen(own)) return { truth: undefined, other: said[0], open: [own] }
  const open = said.filter((one) => one.sum.nano < own.sum.nano)
  return { truth: open.length > 0 ? undefined : true, other: said[0], open }
}

/** How many nodes there are under each, where they stand on clusters of their own. */
function nodesOf({ on: own }: Environment, { on: other }: Environment): readonly [number, number] | undefined {
  const counts = [own.nodes.length, other.nodes.length] as const
  return own.name === other.name || counts.includes(0) ? undefined : counts
}

function othersOf(environment: Environment, { platform }: World): readonly Environment[] {
  return platform ? environmentsOf(platform).filter(({ name }) => name !== environment.name) : []
}

// A share is said in whole per cent, or as finely as it is written.
function isShare(own: Quantity, whole: Quantity, share: string): boolean {
  const percent = share === 'all' ? 100 : percentOf(share)
  if (percent === undefined) return own.nano <= whole.nano
  const decimals = share.split('.')[1]?.replace('%', '').length ?? 0
  return shareOf(own, whole).toFixed(decimals) === percent.toFixed(decimals)
}

function shareOf(own: Quantity, whole: Quantity): number {
  return Number((own.nano * 1_000_000n) / whole.nano) / 10_000
}

function sayCompared({ resource, own, other, share, open, nodes }: Compared): string {
  if (open.length > 0) {
    const silent = open.map(({ name, silent: of }) => (of.length === 0 ? `in ${name}` : `by ${fewOf(of)} of ${name}`))
    return `${resource}: nobody says what is requested ${silent.join(', and ')}${nodes ? sayNodes(nodes, other) : ''}`
  }
  if (!other) return `${resource}: ${sayAbout(resource, own.sum)} requested, and nobody else says what`
  const [mine, theirs] = [sayAbout(resource, own.sum), sayAbout(resource, other.sum)]
  if (share === 'least') return `${resource}: ${mine} requested, ${theirs} in ${other.name}`
  return `${resource}: ${mine} of ${theirs} in ${other.name} is ${rounded(shareOf(own.sum, other.sum))} %`
}

function sayNodes([own, all]: readonly [number, number], other: Requested | undefined): string {
  return `; by nodes of one size it is ${own} of ${all} in ${other?.name ?? 'the other'}, ${rounded((own / all) * 100)} %`
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100
}

// So many names are read at a glance.
const most = 6

function fewOf(names: readonly string[]): string {
  if (names.length === 0) return 'pods'
  return names.length <= most ? names.join(', ') : `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}
