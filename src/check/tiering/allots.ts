// What an environment requests, held against what another does: a share of it, or no more than any.

import { requestRow } from '../../engine/capacity/pool-room.ts'
import {
  addQuantity,
  parseQuantity,
  type Quantity,
  sayQuantity,
  scaleQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf } from '../../platform/units.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { onlyEnvironment } from '../place.ts'
import { viewFor, type World } from '../world.ts'

type Resource = 'cpu' | 'memory'

interface Compared {
  readonly resource: Resource
  readonly own: Quantity
  readonly other?: { readonly name: string; readonly sum: Quantity }
  readonly share: string
  /** Environments of which nobody says what they request. */
  readonly open: readonly string[]
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
  const others = (of ? [of] : othersOf(environment, world)).map(
    (one) => ({ name: one.name, sum: requestedIn(one, resource, world) }) as const,
  )
  const unsaid = others.filter(({ sum }) => isUnsaid(sum)).map(({ name }) => name)
  const open = isUnsaid(own) ? [environment.name, ...unsaid] : of ? unsaid : []
  const known = others.flatMap(({ name, sum }) => (sum && !isUnsaid(sum) ? [{ name, sum }] : []))
  const least = known.reduce<(typeof known)[number] | undefined>(
    (less, one) => (less && less.sum.nano <= one.sum.nano ? less : one),
    undefined,
  )
  const because = { resource, own: own ?? zeroQuantity, share, open, ...(least && { other: least }) }
  const truth = open.length > 0 || !own ? undefined : least === undefined ? true : isShare(own, least.sum, share)
  return part(resource, truth, because, {
    cause: `allots/${environment.name}/${resource}`,
    hint: of
      ? `requests or replicas of ${environment.name} that come to ${share}`
      : `smaller requests in ${environment.name}`,
    waitsFor: `what pods request in ${open.join(' and ')}`,
    stated: [environment.stated, of?.stated],
  })
}

function isUnsaid(sum: Quantity | undefined): boolean {
  return sum === undefined || sum.nano === 0n
}

function othersOf(environment: Environment, { platform }: World): readonly Environment[] {
  return platform ? environmentsOf(platform).filter(({ name }) => name !== environment.name) : []
}

/** Of all pods that are always there; undefined where nobody says what a program needs. */
function requestedIn(environment: Environment, resource: Resource, world: World): Quantity | undefined {
  const view = viewFor(world, environment)
  if (!view) return declaredIn(environment, resource)
  return view.pods
    .filter(({ steady, environment: of }) => steady && of === environment.name)
    .map((pod) => requestRow(pod, resource).sum)
    .reduce(addQuantity, zeroQuantity)
}

// Where programs run without Kubernetes there are no pods: what each program is said to need, and how many of them there are.
function declaredIn(environment: Environment, resource: Resource): Quantity | undefined {
  const all = componentsOf(environment)
    .flatMap((component) => traitsOf(component).runs)
    .filter(({ controller }) => controller !== 'outside' && controller !== 'CronJob')
  const asked = all.map(({ requests, replicas }) => {
    const each = requests?.[resource]
    return each === undefined ? undefined : scaleQuantity(parseQuantity(each), replicas)
  })
  return asked.reduce((sum, one) => (sum && one ? addQuantity(sum, one) : undefined), zeroQuantity)
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

function sayCompared({ resource, own, other, share, open }: Compared): string {
  if (open.length > 0) return `${resource}: nobody says what is requested in ${open.join(' and ')}`
  if (!other) return `${resource}: ${sayQuantity(resource, own)} requested, and nobody else says what`
  const sums = `${sayQuantity(resource, own)} of ${sayQuantity(resource, other.sum)} in ${other.name}`
  if (share === 'least')
    return `${resource}: ${sayQuantity(resource, own)} requested, ${sayQuantity(resource, other.sum)} in ${other.name}`
  return `${resource}: ${sums} is ${Math.round(shareOf(own, other.sum) * 100) / 100} %`
}
