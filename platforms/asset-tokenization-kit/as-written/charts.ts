// Helm chart management: what the charts hold, whose values they take, and what people type.

import { chart, command, rolling } from 'seaworthy'
import { api, subgraph, web } from './components.ts'
import { production, shared, staging } from './environments.ts'
import { alerts, grafana, metrics } from './monitoring.ts'
import { says } from './says.ts'
import { cache, database } from './stores.ts'

const drawn = (...lines: readonly number[]) => says('Helm Chart Structure', ...lines)
const row = (line: number) => says('Deployment Commands', line)

const commands = [
  command('helm install atk ./charts/atk -f values-prod.yaml', { in: [production], stated: row(297) }),
  command('helm upgrade atk ./charts/atk -f values-prod.yaml', { in: [production], by: rolling(), stated: row(298) }),
  command('helm rollback atk 1', { in: [production], stated: row(299) }),
  command('helm test atk', { stated: row(300) }),
  command('helm template atk ./charts/atk -f values-prod.yaml', { in: [shared], stated: row(301) }),
  command('helm lint ./charts/atk', { in: [shared], stated: row(302) }),
]

export const charts = [
  chart('atk', {
    path: 'kit/charts/atk',
    deploys: [web, api, subgraph],
    makes: ['Deployment', 'Service', 'ConfigMap'],
    charts: [
      chart('postgresql', {
        deploys: [database],
        makes: ['StatefulSet', 'Service', 'PersistentVolumeClaim'],
        stated: drawn(233),
      }),
      chart('redis', { deploys: [cache], makes: ['Deployment', 'Service', 'ConfigMap'], stated: drawn(235) }),
      chart('monitoring', { deploys: [metrics, grafana, alerts], stated: drawn(237) }),
    ],
    values: { 'values-dev.yaml': [shared], 'values-staging.yaml': [staging], 'values-prod.yaml': [production] },
    commands,
    enlarges: true,
    stated: says(
      'Helm Chart Structure, Chart Configuration Matrix, Core Deployment Files',
      225,
      227,
      229,
      241,
      243,
      245,
      287,
      291,
      855,
    ),
  }),
]
