// A promise that what runs in an environment cannot take what others need: a quota counts it, containers end at limits,
// volumes at their size, and all quotas of the pool together are no more than is free there.

import type { Assumption } from '../../engine/assumption.ts'
import { leastOf } from '../../engine/capacity/pool-quotas.ts'
import { storageTotal } from '../../engine/capacity/total.ts'
import { assumptionOf, unseenFor } from '../../engine/unseen.ts'
import { type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { type ClassUse, claimsAllowed, classUses, unlimited } from './confined.ts'
import { type Confines, type PoolParts, poolPart, poolWords } from './quotas-in-pool.ts'

type Resource = Confines['resource']

type Rules = PoolParts & {
  quota: {
    resource: Resource
    namespace: string
    quota?: Ref
    amount?: Quantity
    /** What quotas there count instead. */
    counts: readonly string[]
    claims?: Quantity
  }
  limits: { resource: Resource; without: readonly string[]; pods: number }
  sizes: ClassUse
}

export const confines = definePromise<Rules>()({
  kind: 'confines',
  asks: 'Is what an environment can take bounded, and is it no more than others leave?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place, promise.resource],
      environment,
      cluster,
      says: `${environment ?? place} takes no more ${promise.resource} than others leave it`,
      source: { stated: promise.stated },
      parts: view && environment !== undefined ? partsFor(promise, environment, view) : [],
    }
  },

  says: {
    quota: quotaWords,
    limits: ({ resource, without, pods }, truth) =>
      truth === true
        ? `every container of ${countOf(pods, 'pod')} has a limit for ${resource}`
        : `without a limit for ${resource}: ${without.join(', ')}`,
    pool: poolWords,
    sizes: ({ name, keepsSize, claims, source }): Words => ({
      line:
        keepsSize === undefined
          ? `nobody knows whether volumes of class ${name} end at their size`
          : keepsSize
            ? `volumes of class ${name} end at the size that is asked for`
            : `volumes of class ${name} do not end at the size that is asked for: any of them can fill the disk that it shares with what else stands there`,
      rows: [
        ...claims.map(([claim, size]) => [claim, `${size} asked for`] as const),
        ...(source.known === undefined ? [] : [['source', source.known] as const]),
      ],
    }),
  },
})

function partsFor(promise: Confines, environment: string, view: View): readonly AnyPart<Rules>[] {
  const { resource } = promise
  const quota = quotaPart(resource, environment, view)
  if (resource === 'storage') return [quota, ...classUses(view, environment).map((use) => sizesPart(use, view))]
  return [quota, limitsPart(resource, environment, view), poolPart(promise, resource, environment, view)]
}

function quotaPart(resource: Resource, environment: string, view: View): AnyPart<Rules> {
  const { estate, denied } = view
  const namespace = namespaceOf(view, environment)
  const least = leastOf(estate, namespace, resource)
  const unseen: readonly Assumption[] = least
    ? []
    : unseenFor(estate, { kind: 'ResourceQuota', namespace }).map(assumptionOf)
  const { counts, claims } = claimsAllowed(estate, namespace)
  const wanted = resource === 'storage' ? storageTotal(estate, view.pods, { environment }, 'all').sum : undefined
  const isShown = unseen.length === 0 && !unseen.some(({ id }) => denied.has(id))
  return part(
    'quota',
    least ? true : isShown ? false : undefined,
    {
      resource,
      namespace,
      ...(least && { quota: least.quota, amount: least.amount }),
      counts,
      ...(claims && { claims }),
    },
    {
      cause: `no-quota/${estate.cluster}/${namespace}/${resource}`,
      hint: `a quota with requests.${resource}${wanted && wanted.nano > 0n ? ` of at least ${sayQuantity('memory', wanted)}` : ''}`,
    },
  )
}

function limitsPart(resource: 'cpu' | 'memory', environment: string, view: View): AnyPart<Rules> {
  const own = view.pods.filter((pod) => pod.environment === environment && pod.count > 0)
  const without = own.flatMap((pod) => unlimited(pod, resource))
  const pods = own.reduce((sum, { count }) => sum + count, 0)
  return part(
    'limits',
    without.length === 0,
    { resource, without, pods },
    {
      cause: `no-limit/${view.estate.cluster}/${namespaceOf(view, environment)}/${resource}`,
      hint: 'limits of their own, or a LimitRange with default limits in the namespace',
    },
  )
}

function sizesPart(use: ClassUse, { estate }: View): AnyPart<Rules> {
  return part('sizes', use.keepsSize, use, {
    cause: `size-ignored/${estate.cluster}/${use.name}`,
    hint: 'a provisioner that keeps volumes to their size, or a disk of their own',
    stated: [use.source.stated],
  })
}

function namespaceOf({ estate }: View, environment: string): string {
  return estate.environments.find(({ name }) => name === environment)?.namespace ?? environment
}

function quotaWords({ resource, namespace, quota, amount, counts, claims }: Rules['quota']): Words {
  const unit = resource === 'storage' ? 'memory' : resource
  if (quota && amount)
    return { line: `quota ${partsOf(quota).name} ends requests.${resource} at ${sayQuantity(unit, amount)}` }
  const any = claims && resource === 'storage' ? `: ${sayQuantity('count', claims)} claims of any size are allowed` : ''
  return {
    line: `no quota of ${namespace} counts requests.${resource}${any}`,
    rows: counts.length > 0 ? [['counted', counts.join(', ')]] : [],
  }
}
