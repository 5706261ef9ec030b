// What would put each fault right, one small change of the platform each, to be argued with one by one. None of them
// touches what is expected; what they change is said again at the same place.

import { above, absent, alert, node, outside, receiver, step, written } from 'seaworthy'
import type { Metric } from '../../src/platform/model.ts'
import {
  type Correction,
  change,
  components,
  corrected,
  held,
  listed,
  manifests,
  type Options,
  promises,
  renamed,
} from './changing.ts'

const backend = [
  'postgres',
  'redis',
  'outbox-submitter',
  'projector',
  'svc-identity',
  'svc-wallet',
  'svc-tokenomics',
  'api-gateway',
]
const stores = ['postgres', 'redis']
const controlPlane = ['srv1089618', 'srv1089624', 'srv1092158']

// Sums

/** A figure that is said as it is counted. `name` where the promise has one. */
function states(counts: string, of: string, is: string | number, options: { percent?: boolean; name?: string } = {}) {
  return promises('figure', (given) => {
    const { measure, name } = given as { measure: Options & { of?: { name: string } }; name?: string }
    const isMeant = measure.counts === counts && measure.of?.name === of && name === options.name
    return isMeant && (measure.asPercent === true) === (options.percent === true) ? { ...given, is } : given
  })
}

export const countsCpu: Correction = (gx) =>
  corrected(gx, [
    states('cpuRequests', 'mainnet', 12.5),
    states('cpuRequests', 'mainnet', 12.5, { name: 'headline-cpu' }),
  ])

export const countsStorage = states('storage', 'mainnet', '430Gi')

/** Room is counted on the three nodes that Mainnet is meant to stand on. */
export const countsThePool: Correction = (gx) =>
  corrected(gx, [
    states('freeCpu', 'mainnet', 19.2),
    states('headroomCpu', 'mainnet', 6.7),
    states('headroomCpu', 'mainnet', '35%', { percent: true }),
  ])

/** One measured value per node; everything else follows from them. */
export const addsUpTheNodes: Correction = (gx) =>
  corrected(gx, [
    states('takenCpu', 'gx-protocol-cluster', 36.8),
    states('takenCpu', 'gx-protocol-cluster', '57.5%', { percent: true }),
    states('freeCpu', 'gx-protocol-cluster', 27.2),
    states('freeCpu', 'gx-protocol-cluster', '42.5%', { percent: true }),
    states('freeCpu', 'gx-protocol-cluster', '42.5%', { percent: true, name: 'existing-capacity' }),
  ])

// Nodes and volumes

/** Twice the room beside the same neighbours: what one node carried finds a place on the others. */
export const nodesHaveRoom = change('node', controlPlane, (options) => {
  const { cpu, taken } = options as { cpu: number; taken: Options & { cpu: string } }
  const neighbours = (cpu * Number.parseInt(taken.cpu, 10)) / 100
  return { ...options, cpu: cpu * 2, memory: '128Gi', taken: { ...taken, cpu: neighbours } }
})

/** A quarter of the memory that is known to be taken somewhere, on each node, as somebody would measure it there. */
export const memoryIsMeasuredByNode: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], ({ taken: _, ...options }) => options),
    change('node', [...controlPlane, 'srv1117946'], (options) => ({
      ...options,
      taken: { ...held(options.taken), memory: '40Gi' },
    })),
  ])

/** A class whose volumes can be attached on any node, for the data. */
export const volumesFollow: Correction = (gx) =>
  corrected(gx, [
    change('cluster', ['gx-protocol-cluster'], (options) => ({
      ...options,
      storage: { ...held(options.storage), replicated: { bound: 'cluster' } },
    })),
    components(stores, (options) => ({ ...options, volume: { ...held(options.volume), class: 'replicated' } })),
  ])

/** A fourth node that the members may stand on, empty and beside the three. */
export const fourthNode = change('cluster', ['gx-protocol-cluster'], (options) => {
  const fourth = node('control-plane-4', { cpu: 16, memory: '64Gi', zone: 'primary-dc', roles: ['control-plane'] })
  const pools = held(options.pools)
  return {
    ...options,
    nodes: [...listed(options.nodes), fourth],
    pools: { ...pools, 'control-plane': [...listed(pools['control-plane']), fourth] },
  }
})

/** A controller that notices the dead node and taints it out-of-service. */
export const fencesDeadNodes = change('procedure', ['node-failure'], (options) => ({
  ...options,
  steps: [step('fence', { does: 'fence', actor: 'controller', takes: '30s' }), ...listed(options.steps)],
}))

/** Pods that leave an unreachable node after half a minute, not after the default five. */
export const toleratesHalfAMinute: Correction = components(backend, (options) => ({
  ...options,
  tolerates: ['not-ready', 'unreachable'].map((key) => ({
    key: `node.kubernetes.io/${key}`,
    effect: 'NoExecute',
    for: '30s',
  })),
}))

/** The time that detection, fencing or eviction, and the start of a pod add up to. */
function promisesTheSum(failure: 'node' | 'pod', within: `${number}m`): Correction {
  return promises('survives', (options) => (held(options.failure).of === failure ? { ...options, within } : options))
}

export const promisesTheSumOfNodeLoss = promisesTheSum('node', '6m')
export const promisesTheSumOfPodLoss = promisesTheSum('pod', '2m')

// Stores

/** A single instance, named so; a budget that lets it be moved. */
export const oneHonestInstance: Correction = (gx) =>
  corrected(gx, [
    components(stores, ({ replication: _, names: __, budget: ___, ...options }) => ({ ...options, members: 1 })),
    change('environment', ['mainnet'], (options) => ({
      ...options,
      includes: listed(options.includes).filter(({ manifest }) => held(manifest).kind !== 'PodDisruptionBudget'),
    })),
  ])

/** Copies lie outside the cluster, and it is said how long one takes. */
export const copiesLieOutside = components(stores, (options) => ({
  ...options,
  backups: listed(options.backups).map((backup) => ({
    ...backup,
    takes: '30m',
    to: outside('object storage of another provider'),
  })),
}))

/** What a dump can promise: the interval and the time that one takes. */
export const losesADump: Correction = (gx) =>
  corrected(gx, [
    promises('survives', (options) => ({ ...options, losing: '390m' })),
    promises('recovers', (options) =>
      held(options.store).name === 'postgres' ? { ...options, losing: '390m' } : options,
    ),
  ])

/** The two steps of the rebuild that had no time. */
export const timesTheRebuild = change('procedure', ['rebuild-the-cluster'], (options) => ({
  ...options,
  steps: (options.steps as readonly { name: string; takes?: string; does: string }[]).map((one) =>
    one.takes ? one : step(one.name, { does: one.does as 'verify', actor: 'person', takes: '2h' }),
  ),
}))

// Manifests

/** The claim template of the shown StatefulSet where it belongs, and what an object needs beside. */
export const completesTheStatefulSet = manifests('shown', 'StatefulSet', 'postgres', (manifest) => {
  const { template, ...spec } = manifest.spec as { template: { spec: { containers: readonly Options[] } } }
  const [{ volumeClaimTemplates, ...container } = {} as Options] = template.spec.containers
  const labels = { app: 'postgres' }
  const mounts = [{ name: 'postgres-data', mountPath: '/var/lib/postgresql/data' }]
  const pod = { ...template.spec, containers: [{ ...container, volumeMounts: mounts }] }
  return {
    ...manifest,
    spec: {
      ...spec,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod },
      volumeClaimTemplates,
    },
  }
})

/** Each workload says limits of its own, so that no default limit lies under its request. */
export const limitsOfTheirOwn = components(
  backend.filter((name) => name !== 'postgres'),
  (options) => ({ ...options, limits: { cpu: '1000m', memory: '2Gi' } }),
)

/** A namespace with a compute quota says what containers get that say nothing. */
export const testnetHasDefaults = change('environment', ['testnet'], (options) => ({
  ...options,
  limits: { default: { cpu: '1', memory: '2Gi' }, defaultRequest: { cpu: '250m', memory: '256Mi' } },
}))

// Policies

/** The label that the API server gives every namespace. */
export const selectsMetadataName = manifests('written', 'NetworkPolicy', undefined, (manifest) => ({
  ...manifest,
  spec: renamed(manifest.spec, 'name', 'kubernetes.io/metadata.name'),
}))

function opens(policy: string, port: number): Correction {
  return manifests('written', 'NetworkPolicy', policy, (manifest) => {
    const spec = held(manifest.spec)
    const egress = listed(spec.egress).map((rule) => ({
      ...rule,
      ports: [...listed(rule.ports), { protocol: 'TCP', port }],
    }))
    return { ...manifest, spec: { ...spec, egress } }
  })
}

export const opens3003 = opens('allow-backend-internal', 3003)
export const opensDnsOverTcp = opens('allow-dns-egress', 53)

/** One rule more in the namespace that is scraped. */
export const letsTheCollectorIn = change('environment', ['mainnet'], (options) => ({
  ...options,
  includes: [
    ...listed(options.includes),
    written({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'allow-scraping', namespace: 'backend-mainnet' },
      spec: {
        podSelector: {},
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
            ports: [{ protocol: 'TCP', port: 9090 }],
          },
        ],
      },
    }),
  ],
}))

// Quorum and ledger

/** At most two of the five on one node. */
export const spreadsOrderers = components(['fabric'], (options) => ({
  ...options,
  orderers: {
    ...held(options.orderers),
    place: {
      require: [{ label: 'node-role.kubernetes.io/control-plane' }],
      spread: [{ by: 'kubernetes.io/hostname', maxSkew: 1, how: 'required', over: { app: 'fabric', role: 'orderer' } }],
    },
  },
}))

/** Snapshots of the peers outside the cluster, and what they can promise. */
export const ledgerHasSnapshots: Correction = (gx) =>
  corrected(gx, [
    components(['fabric'], (options) => ({
      ...options,
      peers: {
        ...held(options.peers),
        backups: [{ by: 'snapshot', every: '1h', takes: '20m', to: outside('object storage of another provider') }],
      },
    })),
    promises('recovers', (options) =>
      held(options.store).name === 'fabric' ? { ...options, losing: '80m' } : options,
    ),
  ])

// Alerts

/** For each promised metric a warning at its bound, and one that fires when there is nothing to compare. */
export const watchesWhatIsPromised: Correction = change('platform', ['gx-protocol'], (options) => {
  const promised = listed(options.promises).filter(({ kind }) => kind === 'stays')
  const to = receiver('slack', { by: 'Slack' })
  const added = promised.flatMap(({ metric, below }) => {
    const watched = metric as Metric
    return [
      alert(`${watched.name}-at-the-promise`, {
        when: above(watched, `${below}`),
        for: '1m',
        severity: 'warning',
        to,
      }),
      alert(`${watched.name}-absent`, { when: absent(watched), severity: 'critical', to }),
    ]
  })
  return { ...options, alerts: [...listed(options.alerts), ...added] }
})
