// What watches stands beside what it watches: on each cluster, in a namespace of its own.

import { type Cluster, environment, type Sized, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { developing, live, preProduction, secondary } from './cluster.ts'
import { policies } from './environments.ts'
import { serviceMesh } from './network.ts'
import { metrics, notifier, watching } from './watching.ts'

const on = (cluster: Cluster, few: readonly Sized[] = [], replicas?: number) =>
  environment(`monitoring-${cluster.name}`, {
    on: cluster,
    namespace: 'monitoring',
    purpose: 'shared',
    runs: watching,
    mesh: serviceMesh,
    policies,
    sized: few,
    ...(replicas !== undefined && { replicas }),
    stated: says('Cloud Deployment Stack', 23, 24),
  })

const little = { series: '1M', requests: { cpu: '250m', memory: '4Gi' }, limits: { cpu: 2, memory: '4Gi' } } as const

export const monitors = [
  on(live),
  on(secondary),
  on(preProduction, [sized(metrics, { ...little, volume: { size: '200Gi' } })]),
  on(developing, [sized(metrics, { ...little, volume: { size: '200Gi' } }), sized(notifier, { replicas: 1 })], 1),
]
