// Helm chart management: what the charts hold, whose values they take, and what developers type. Elsewhere the pipeline
// applies them, and nobody's hand.

import { chart, command, rolling } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { rehearsal } from './drills.ts'
import {
  disasterRecovery,
  featureBranch,
  local,
  maskingRoom,
  preProduction,
  production,
  shared,
  staging,
} from './environments.ts'
import { watching, watchingAway } from './monitoring.ts'
import { cache, database } from './stores.ts'

const drawn = (...lines: readonly number[]) => says('Helm Chart Structure', ...lines)
const row = (line: number) => says('Deployment Commands', line)
const there = '--kube-context development --namespace shared-development'
const typed = (line: string, cited: number) => command(`${line} ${there}`, { in: [shared], stated: row(cited) })

const commands = [
  typed('helm install atk ./charts/atk -f values-dev.yaml', 297),
  command(`helm upgrade atk ./charts/atk -f values-dev.yaml ${there}`, {
    in: [shared],
    by: rolling(),
    stated: row(298),
  }),
  typed('helm rollback atk', 299),
  command(`helm test atk ${there}`, { stated: row(300) }),
  typed('helm template atk ./charts/atk -f values-dev.yaml', 301),
  typed('helm lint ./charts/atk', 302),
]

export const charts = [
  chart('atk', {
    path: 'kit/charts/atk',
    makes: ['Deployment', 'Service', 'ConfigMap'],
    charts: [
      chart('postgresql', {
        deploys: [database],
        makes: ['StatefulSet', 'Service', 'PersistentVolumeClaim'],
        // What the operator makes of its resource: it changes each claim.
        enlarges: true,
        stated: says('Helm Chart Structure, Chart Configuration Matrix', 233, 291),
      }),
      chart('redis', { deploys: [cache], makes: ['StatefulSet', 'Service', 'ConfigMap'], stated: drawn(235) }),
      chart('monitoring', { stated: drawn(237) }),
    ],
    values: {
      'values-dev.yaml': [shared, featureBranch, local],
      'values-staging.yaml': [staging],
      'values-preprod.yaml': [preProduction],
      'values-prod.yaml': [production, disasterRecovery, rehearsal],
      'values-monitoring.yaml': [watching, watchingAway],
      'values-masking.yaml': [maskingRoom],
    },
    commands,
    stated: says('Helm Chart Structure, Core Deployment Files', 225, 227, 229, 241, 243, 245, 855),
  }),
]
