// A store for tests: `ledger-db` with a volume per member on four nodes in two zones.

import type { CopyPlace, Estate, EstateNode, FactOf, Source } from '../../estate/estate.ts'
import type { PodSpec } from '../../kubernetes/types.ts'
import type { ClaimUse, PodClass } from '../pods/pod-class.ts'

const nowhere: Source = {}

export const disk: ClaimUse = { claim: 'data-ledger-db-#', perPod: true, class: 'disk', bound: 'node' }

export const apartByHost: PodSpec['affinity'] = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'ledger-db' } } },
    ],
  },
}

export function storePod(more: Partial<PodClass> = {}): PodClass {
  const count = more.count ?? 1
  return {
    workload: 'StatefulSet/shop/ledger-db',
    kind: 'StatefulSet',
    namespace: 'shop',
    name: 'ledger-db',
    count,
    steady: true,
    podNames: Array.from({ length: count }, (_, at) => `ledger-db-${at}`),
    labels: { app: 'ledger-db' },
    spec: { containers: [{ name: 'db' }] },
    requests: {},
    limits: {},
    claims: [disk],
    source: nowhere,
    component: 'ledger-db',
    environment: 'live',
    ...more,
  }
}

const about = { source: nowhere, component: 'ledger-db', environment: 'live' } as const

export function backupFact(more: Partial<FactOf<'backsUp'>> = {}): FactOf<'backsUp'> {
  return {
    ...about,
    trait: 'backsUp',
    of: 'StatefulSet/shop/ledger-db',
    name: 'nightly',
    by: 'dump',
    everySeconds: 21600,
    takesSeconds: { from: 600, to: 1800 },
    to: { is: 'outside', name: 'vault' },
    standing: { is: 'carried', by: 'CronJob/shop/nightly' },
    ...more,
  }
}

export function replicatesFact(more: Partial<FactOf<'replicates'>> = {}): FactOf<'replicates'> {
  return {
    ...about,
    trait: 'replicates',
    of: 'StatefulSet/shop/ledger-db',
    mode: 'asynchronous',
    failover: 'automatic',
    standing: { is: 'carried', by: 'Cluster/shop/ledger-db' },
    ...more,
  }
}

export function claimIn(bound: 'node' | 'zone' | 'cluster' | 'unknown', cluster = 'harbour'): CopyPlace {
  return { is: 'claim', claim: 'PersistentVolumeClaim/shop/copies', cluster, class: 'disk', bound }
}

const nodes: readonly EstateNode[] = ['n1', 'n2', 'n3', 'n4'].map((name, at) => {
  const zone = at < 3 ? 'east' : 'west'
  const labels = { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': zone }
  return { name, labels, taints: [], allocatable: {}, zone, taken: {}, source: nowhere }
})

export function storeEstate(facts: Estate['facts'], more: Partial<Estate> = {}): Estate {
  return {
    cluster: 'harbour',
    minor: '1.33',
    enforcesPolicy: { holds: true, source: nowhere },
    nodes,
    pools: {},
    classes: {},
    objects: [],
    shown: [],
    facts,
    environments: [],
    taken: {},
    source: nowhere,
    ...more,
  }
}
