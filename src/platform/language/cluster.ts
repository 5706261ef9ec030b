import { make, type NounSpec } from '../make.ts'
import type { Cluster, Node, StorageClass } from '../model.ts'
import type { Price } from '../money.ts'
import {
  cidr,
  count,
  cpu,
  dnsLabel,
  dnsName,
  durationRange,
  either,
  type Fields,
  flag,
  labelKey,
  labels,
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
  size,
  stated,
  text,
} from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Percent, Size } from '../units.ts'

/** What already takes room, absolute or as a share: `{ cpu: '60%', stated: says('2.1', 58) }`. */
export interface TakenOptions {
  readonly cpu?: Cpu | Percent
  readonly memory?: Size | Percent
  readonly stated?: Stated
}

const shares = { cpu: either(cpu, percent), memory: either(size, percent), stated } satisfies Fields
const taken = record("what is taken, such as { cpu: '60%' }", shares)
const takenByPods = record("what is taken, such as { cpu: '60%', pods: { count: 35, in: ['shop'] } }", {
  ...shares,
  pods: record("pods such as { count: 35, in: ['shop'] }", {
    count: need(count(0), 'how many there are'),
    in: need(list(dnsLabel, 1), 'the namespaces that they are all in'),
  }),
})

export interface NodeOptions {
  readonly cpu: Cpu
  readonly memory: Size
  readonly disk?: Size
  /** The place that fails as a whole: data centre, availability zone. */
  readonly zone?: string
  /** As kubectl shows them; role `control-plane` is the label `node-role.kubernetes.io/control-plane`. */
  readonly roles?: readonly string[]
  readonly labels?: { readonly [key: string]: string }
  readonly taints?: Node['taints']
  /** What already takes room there and is not among the declared components' requests. */
  readonly taken?: TakenOptions
  /** What it costs by the month, with its local disks: `'$600/month'`, or `{ from: '$500/month', to: '$750/month' }`. */
  readonly price?: Price
  readonly stated?: Stated
}

export const nodeSpec: NounSpec<NodeOptions, Node> = {
  is: 'node',
  word: 'node',
  named: dnsName,
  fields: {
    cpu: need(cpu, 'how much there is'),
    memory: need(size, 'how much there is'),
    disk: size,
    zone: labelValue,
    roles: list(dnsLabel),
    labels,
    taints: list(
      record("a taint such as { key: 'dedicated', value: 'data', effect: 'NoSchedule' }", {
        key: need(labelKey, ''),
        value: labelValue,
        effect: need(oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'), 'what it does to pods'),
      }),
    ),
    taken,
    price,
    stated,
  },
  build: (name, options) => ({ is: 'node', name, roles: [], labels: {}, taints: [], ...options }),
}

/** A machine of a cluster. `node('n1', { cpu: 16, memory: '64G', zone: 'east', roles: ['control-plane'] })` */
export function node(name: string, options: NodeOptions): Node {
  return make(nodeSpec, name, options)
}

export interface ClusterOptions {
  /** `1.33` or `1.33.5`. */
  readonly kubernetes: string
  /** What brings it, as `k3s`: known distributions bring their own components and defaults. */
  readonly distribution?: string
  /** Parts that it packages and that are switched off here: `['traefik']`, as `--disable traefik` of K3s does it. */
  readonly without?: Cluster['without']
  readonly nodes: readonly Node[]
  /** Named sets of its nodes that environments are meant to stand on. */
  readonly pools?: { readonly [name: string]: readonly Node[] }
  /** Storage classes by name, and where a volume can go once it holds data. */
  readonly storage?: { readonly [name: string]: StorageClass }
  /** Round trips between zones: `[{ between: ['east', 'west'], takes: { from: '50ms', to: '200ms' } }]`. */
  readonly links?: Cluster['links']
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
  readonly stated?: Stated
}

export const clusterSpec: NounSpec<ClusterOptions, Cluster> = {
  is: 'cluster',
  word: 'cluster',
  named: dnsName,
  fields: {
    kubernetes: need({ kind: 'kubernetes' }, 'rules differ between versions'),
    distribution: text,
    without: list(oneOf('coredns', 'local-storage', 'metrics-server', 'servicelb', 'traefik')),
    nodes: need(list(noun('node')), 'where pods stand'),
    pools: map(dnsLabel, list(noun('node'))),
    storage: map(
      dnsName,
      record("a storage class such as { bound: 'node' }", {
        bound: need(oneOf('node', 'zone', 'cluster'), 'where a volume can go once it holds data'),
        provisioner: text,
        default: flag,
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
    cni: record('a network plugin such as { enforcesPolicy: true }', {
      enforcesPolicy: need(flag, 'else policies are only text'),
      name: text,
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
    stated,
  },
  rules(_, { nodes, pools = {}, links = [] }, say) {
    const zones = new Set(nodes.flatMap(({ zone }) => zone ?? []))
    links.forEach(({ between }, index) => {
      if (between[0] === between[1])
        say({ path: `links[${index}].between`, found: `${between[0]} twice`, allowed: 'two zones' })
      for (const zone of between)
        if (!zones.has(zone))
          say({ path: `links[${index}].between`, found: `zone ${zone}`, allowed: 'zones of its nodes' })
    })
    const names = new Set<string>()
    const all = new Set(nodes)
    nodes.forEach(({ name }, index) => {
      if (names.has(name))
        say({ path: `nodes[${index}]`, found: `a second node ${name}`, allowed: 'a name of its own' })
      names.add(name)
    })
    for (const [pool, members] of Object.entries(pools)) {
      members.forEach((member, index) => {
        if (all.has(member)) return
        say({ path: `pools.${pool}[${index}]`, found: `node ${member.name}`, allowed: 'a node of this cluster' })
      })
    }
  },
  build: (name, options) => ({ is: 'cluster', name, pools: {}, storage: {}, ...options }),
}

/** A Kubernetes cluster: its version, nodes, storage classes and network. */
export function cluster(name: string, options: ClusterOptions): Cluster {
  return make(clusterSpec, name, options)
}
