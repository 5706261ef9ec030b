// How the nodes of a Kafka copy what they keep: records as topics say, and what controllers agree on by majority.

import type { Manifest } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, textsOf } from '../import/fields.ts'
import type { MadeFact, Near } from './maker.ts'
import type { Pool } from './strimzi-pods.ts'
import { countIn, listIn } from './values.ts'

/**
 * Nothing is said of brokers where any topic has one copy only: what is in that topic lies on one of them. One pool of a
 * role stands for all of that role; of several, each holds a part of the copies, in an order that nobody shows.
 * Source: kafka.apache.org/documentation, default.replication.factor and min.insync.replicas (1 where nobody says more).
 */
export function replication(
  { metadata, spec }: Manifest & { readonly spec?: unknown },
  pools: readonly Pool[],
  near: Near,
) {
  const { name = '', namespace = '' } = metadata
  const running = pools.filter(({ replicas }) => replicas > 1)
  const ofRole = (role: string) =>
    pools.filter((pool) => pool.replicas > 0 && listIn(pool.spec, 'roles').includes(role))
  const [brokers, controllers] = [ofRole('broker'), ofRole('controller')]
  const config = fieldsAt({ spec }, 'spec', 'kafka', 'config')
  const records = recordsMode(config, topicsOf(name, namespace, near))
  return running.flatMap((pool): readonly MadeFact[] => {
    const isBroker = brokers.includes(pool)
    const alone = isBroker ? brokers : controllers
    const mode = isBroker ? records : 'consensus'
    if (alone.length > 1 || !alone.includes(pool) || mode === undefined) return []
    return [{ trait: 'replicates', of: `StatefulSet/${namespace}/${name}-${pool.name}`, mode, failover: 'automatic' }]
  })
}

function topicsOf(cluster: string, namespace: string, near: Near): readonly EstateObject[] {
  return near
    .inNamespace('kafka.strimzi.io', 'KafkaTopic', namespace)
    .filter(({ manifest }) => textsOf(fieldsAt(manifest, 'metadata', 'labels'))['strimzi.io/cluster'] === cluster)
}

// Synchronous where a record counts only once a second broker has it.
function recordsMode(config: Fields, topics: readonly EstateObject[]): 'synchronous' | 'asynchronous' | undefined {
  const own = {
    copies: numberIn(config, 'default.replication.factor'),
    inSync: numberIn(config, 'min.insync.replicas'),
  }
  const all = topics.map(({ manifest }) => {
    const spec = fieldsAt(manifest, 'spec')
    return {
      copies: countIn(spec, 'replicas') ?? own.copies,
      inSync: numberIn(fieldsAt(spec, 'config'), 'min.insync.replicas') ?? own.inSync,
    }
  })
  // What is made without a resource is made by what the cluster says.
  const said = [own, ...all]
  if (said.some(({ copies = 1 }) => copies < 2)) return undefined
  return said.every(({ inSync = 1 }) => inSync > 1) ? 'synchronous' : 'asynchronous'
}

/** Kafka's settings are texts as often as numbers. */
function numberIn(fields: Fields, field: string): number | undefined {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}
