// What a team says of a cluster: its version, its machines, its storage and its network.

import { combine } from '../combine.ts'
import { workloadFields } from '../component/fields.ts'
import { countedMachines, machinesOf, standingOf } from '../machines.ts'
import { isMade } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { Cluster, Node, Organisation, Pool, Segment, StorageClass } from '../model.ts'
import {
  accessMode,
  cadence,
  cidr,
  count,
  dnsLabel,
  dnsName,
  duration,
  durationRange,
  either,
  flag,
  labelValue,
  list,
  map,
  need,
  noun,
  oneOf,
  pair,
  percent,
  port,
  price,
  record,
  set,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import { isPlainObject } from '../validate.ts'
import { clusterRules } from './cluster-rules.ts'
import { type TakenOptions, takenByPods } from './machine-fields.ts'

export interface ClusterOptions {
  /** `1.33` or `1.34.2`; absent where nobody says which: what differs between versions is unknown. */
  readonly kubernetes?: string
  /** Whether a newer version is as welcome, as `1.28+` says: what is taken is taken by that one and by the newest. */
  readonly orNewer?: boolean
  /** What brings it, as `k3s`: known distributions bring their own components and defaults. */
  readonly distribution?: string
  /** Parts that it packages and that are switched off here: `['traefik']`, as `--disable traefik` of K3s does it. */
  readonly without?: Cluster['without']
  /** Its machines one by one, or how many there are where nobody says more of them; not needed where pools say all. */
  readonly nodes?: readonly Node[] | number
  /** Pools of machines, or named sets of its nodes, that environments are meant to stand on. */
  readonly pools?: readonly Pool[] | { readonly [name: string]: readonly Node[] }
  readonly region?: string
  /** Whose cloud it stands in; a distribution that only one provider has says it already. */
  readonly provider?: Cluster['provider']
  /** Programs run there without Kubernetes: on hosts, or under Docker Compose on a developer's machine. */
  readonly bare?: Cluster['bare']
  /** Who operates it, where that is not who the platform belongs to. */
  readonly operator?: Organisation
  /** Who keeps its API server and etcd: the provider (`managed`), or members of its own, so many of each, with snapshots of etcd. */
  readonly controlPlane?: Cluster['controlPlane']
  /** Storage classes by name, and where a volume can go once it holds data. */
  readonly storage?: { readonly [name: string]: StorageClass }
  /** Round trips between zones: `[{ between: ['east', 'west'], takes: { from: '50ms', to: '200ms' } }]`. */
  readonly links?: Cluster['links']
  /** What adds nodes and takes them away: `{ utilization: '70%', most: 50, adds: '2m', removes: '10m' }`. */
  readonly autoscaler?: Cluster['autoscaler']
  /** The network plugin, and whether it enforces NetworkPolicy. */
  readonly cni?: Cluster['cni']
  /** The mode of kube-proxy; default: that of the distribution. */
  readonly proxy?: Cluster['proxy']
  /** Where pods reach the API server once its Service is translated: `{ at: ['10.0.0.11/32'], port: 6443 }`. */
  readonly api?: Cluster['api']
  /** How its API server is started, where that is not as the distribution has it. */
  readonly server?: Cluster['server']
  /** What takes room in the cluster as a whole, where it is not known by node. */
  readonly taken?: TakenOptions & {
    /** Pods that take it, all of them in these namespaces: what is declared there is held against their number. */
    readonly pods?: { readonly count: number; readonly in: readonly string[] }
  }
  /** The segment, or segments, of a network that its nodes stand in. */
  readonly in?: Segment | readonly Segment[]
  readonly stated?: Stated
}

const volumeKind = oneOf('ssd', 'hdd', 'network', 'memory')

export const clusterSpec: NounSpec<ClusterOptions, Cluster> = {
  is: 'cluster',
  word: 'cluster',
  named: dnsName,
  fields: {
    kubernetes: { kind: 'kubernetes' },
    orNewer: flag,
    distribution: text,
    without: list(oneOf('coredns', 'local-storage', 'metrics-server', 'servicelb', 'traefik')),
    nodes: either(list(noun('node')), count(1, 15_000)),
    pools: either(set(noun('pool')), map(dnsLabel, list(noun('node')))),
    region: labelValue,
    provider: oneOf('aws', 'azure', 'gcp'),
    bare: oneOf('compose', 'hosts'),
    operator: noun('organisation'),
    controlPlane: either(
      oneOf('managed'),
      record('a control plane such as { servers: 3, etcd: 3 }', {
        servers: count(1),
        etcd: count(1),
        snapshots: record("snapshots such as { every: '6h', to: outside('another region') }", {
          every: need(cadence, 'how often'),
          to: noun('bucket', 'outside', 'component'),
          stated,
        }),
        stated,
      }),
    ),
    storage: map(
      dnsName,
      record("a storage class such as { bound: 'node' }", {
        bound: oneOf('node', 'zone', 'cluster'),
        provisioner: text,
        default: flag,
        kind: either(volumeKind, set(volumeKind, 2)),
        accessModes: set(accessMode, 1),
        expands: flag,
        replicated: flag,
        ownDevice: flag,
        pricePerGi: price,
        stated,
      }),
    ),
    links: list(
      record("a link such as { between: ['east', 'west'], takes: '5ms' }", {
        between: need(pair(labelValue), 'the zones at its ends'),
        takes: need(durationRange, 'a round trip'),
        price,
        stated,
      }),
    ),
    autoscaler: record("what adds nodes, such as { most: 50, removes: '10m' }", {
      utilization: percent,
      most: count(1),
      adds: durationRange,
      removes: duration,
      stated,
    }),
    cni: record('a network plugin such as { enforcesPolicy: true }', {
      enforcesPolicy: need(flag, 'else policies are only text'),
      name: text,
      pods: list(cidr, 1),
      stated,
    }),
    proxy: record("a mode of kube-proxy such as { mode: 'nftables' }", {
      mode: need(oneOf('iptables', 'ipvs', 'nftables'), 'how Services lead to pods'),
      stated,
    }),
    api: record("the API server's addresses, such as { at: ['10.0.0.11/32'], port: 6443 }", {
      at: need(list(cidr, 1), 'policies name outside addresses by block'),
      port: need(port, 'where it listens'),
      stated,
    }),
    server: record("how the API server is started, such as { audit: 'Metadata', encryptsSecrets: true }", {
      audit: oneOf('None', 'Metadata', 'Request', 'RequestResponse'),
      encryptsSecrets: flag,
      stated,
    }),
    taken: takenByPods,
    in: workloadFields.in,
    stated,
  },
  rules: (_, options, say) => clusterRules(options, say),
  build(name, { nodes = [], pools = {}, ...options }) {
    const said: readonly Pool[] = Array.isArray(pools) ? pools.filter((one) => isMade(one, 'pool')) : []
    const machines = said.map((pool) => [pool.name, machinesOf(pool, 0, standingOf(pool))] as const)
    const alone = typeof nodes === 'number' ? countedMachines(name, nodes) : nodes
    return {
      is: 'cluster',
      name,
      storage: {},
      ...options,
      nodes: Array.isArray(alone) ? [...alone, ...machines.flatMap(([, all]) => all)] : (alone as readonly Node[]),
      pools: isPlainObject(pools) ? (pools as Cluster['pools']) : Object.fromEntries(machines),
      nodePools: said,
    }
  },
}

/** A Kubernetes cluster: its version, nodes, storage classes and network. */
export function cluster(name: string, options: ClusterOptions): Cluster {
  return make(clusterSpec, name, options)
}

/** Machines on which programs run without Kubernetes. `hosts('member-hosts', { operator: northBank, nodes: 3 })` */
export function hosts(
  name: string,
  options: Omit<ClusterOptions, 'bare' | 'kubernetes' | 'distribution'> = {},
): Cluster {
  return make({ ...clusterSpec, word: 'hosts' }, name, combine(options, { bare: 'hosts' as const }))
}

/** A developer's machine, where Docker Compose runs what runs elsewhere in a cluster. */
export function local(name: string, options: Pick<ClusterOptions, 'nodes' | 'stated'> = {}): Cluster {
  return make({ ...clusterSpec, word: 'local' }, name, combine(options, { bare: 'compose' as const }))
}
