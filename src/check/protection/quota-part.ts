import { fieldsAt } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { part } from '../define.ts'
import type { Protected } from './protected.ts'

export interface QuotaData {
  readonly namespace: string
  readonly quotas: readonly string[]
  readonly lacks: readonly string[]
}

// One neighbour starves another by CPU and by memory: a quota of one of them stops half of that.
export function quotaPart({ namespace, objects, view }: Protected) {
  const quotas = objects.filter(({ manifest }) => manifest.kind === 'ResourceQuota' && manifest.apiVersion === 'v1')
  // A quota with scopes counts some pods only.
  const whole = quotas.filter(({ manifest }) => {
    const spec = fieldsAt(manifest, 'spec')
    return spec.scopes === undefined && spec.scopeSelector === undefined
  })
  const counted = new Set(whole.flatMap(({ manifest }) => Object.keys(fieldsAt(manifest, 'spec', 'hard'))))
  const lacks = ['cpu', 'memory'].filter((name) => !counted.has(name) && !counted.has(`requests.${name}`))
  const data: QuotaData = { namespace, quotas: quotas.map(({ ref }) => partsOf(ref).name).sort(), lacks }
  return part('quota', lacks.length === 0, data, {
    cause: `no-quota/${view.estate.cluster}/${namespace}`,
    hint: "quota: { 'requests.cpu': …, 'requests.memory': … }",
  })
}

export function quotaWords({ namespace, quotas, lacks }: QuotaData): string {
  if (quotas.length === 0) return `no ResourceQuota bounds ${namespace}`
  const names = quotas.join(', ')
  return lacks.length === 0
    ? `${names} bounds CPU and memory of ${namespace}`
    : `${names} of ${namespace} does not count requests of ${lacks.join(' and ')} of all pods`
}
