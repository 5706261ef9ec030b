// What bounds a namespace: how much all of its pods may ask for together (ResourceQuota), and each of them (LimitRange).

import { open } from '../component/rules.ts'
import type { Environment } from '../model.ts'
import { either, map, oneOf, quantity, record, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Size } from '../units.ts'

type QuotaResource =
  | `${'requests' | 'limits'}.${string}`
  | `count/${string}`
  | `${string}.storageclass.storage.k8s.io/${string}`
  | 'cpu'
  | 'memory'
  | 'pods'
  | 'services'
  | 'secrets'
  | 'configmaps'
  | 'persistentvolumeclaims'
  | 'replicationcontrollers'
  | 'resourcequotas'
  | 'services.loadbalancers'
  | 'services.nodeports'

/** A ResourceQuota: `{ 'requests.cpu': 16, pods: 50, stated: says('6.1', 672) }`. */
export type QuotaOptions = { readonly [resource in QuotaResource]?: string | number } & {
  readonly stated?: Stated
  /** Name of the object; default: that of the environment. */
  readonly name?: string
}

interface Amounts {
  readonly cpu?: Cpu
  readonly memory?: Size
  readonly storage?: Size
  readonly 'ephemeral-storage'?: Size
}

/** A LimitRange, for each container unless `type` says otherwise. */
export interface LimitOptions {
  readonly type?: 'Container' | 'Pod' | 'PersistentVolumeClaim'
  readonly default?: Amounts
  readonly defaultRequest?: Amounts
  readonly min?: Amounts
  readonly max?: Amounts
  readonly maxLimitRequestRatio?: { readonly cpu?: number; readonly memory?: number }
  readonly stated?: Stated
}

export const quota = map({ kind: 'quotaKey' }, either(quantity, stated, text))

const amounts = record("amounts such as { cpu: '500m', memory: '1Gi' }", {
  cpu: quantity,
  memory: quantity,
  storage: quantity,
  'ephemeral-storage': quantity,
})

export const limits = record("limits such as { default: { cpu: '500m' }, max: { memory: '4Gi' } }", {
  type: oneOf('Container', 'Pod', 'PersistentVolumeClaim'),
  default: amounts,
  defaultRequest: amounts,
  min: amounts,
  max: amounts,
  maxLimitRequestRatio: record('ratios such as { cpu: 4 }', { cpu: quantity, memory: quantity }),
  stated,
})

export function quotaOf(quota: QuotaOptions): Environment['quota'] {
  if (open(quota)) return quota as unknown as Environment['quota']
  const { stated, name, ...hard } = quota
  return { hard: hard as { [resource: string]: string | number }, ...(name && { name }), ...(stated && { stated }) }
}
