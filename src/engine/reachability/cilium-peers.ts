// The far ends in a rule of Cilium: endpoints by label, entities, blocks of addresses, and what only a cluster knows.
// Source: cilium/cilium, pkg/policy/api/ingress.go, egress.go, entity.go.

import { blockOf } from './address.ts'
import { ciliumSelector } from './cilium-selector.ts'
import { domainNamesDoubt, onlyClusterKnows } from './doubt.ts'
import type { Direction, EndKind, FarEnd } from './policy.ts'
import { hasOnly, isRecord, isString } from './shape.ts'

type Path = readonly (string | number)[]

interface Place {
  readonly direction: Direction
  readonly namespace: string
  readonly cluster: string
  readonly path: Path
}

type Reader = (item: unknown, place: Place) => FarEnd | 'anyone' | 'nobody' | undefined

const readers: { readonly [field: string]: Reader } = {
  Endpoints: endpoint,
  Entities: entity,
  CIDR: (cidr, { path }) => (isString(cidr) && blockOf(cidr) ? outsideBlock(cidr, [], path) : undefined),
  CIDRSet: blockSet,
  FQDNs: names,
  Services: (_, place) => unknown(['pods', 'outside'], 'services', place),
  Nodes: (_, place) => unknown(['node'], 'nodes', place),
  Groups: (_, place) => unknown(['outside'], 'groups', place),
}

/** `fromEndpoints`, `toEntities` and the like, as Cilium calls them. */
export function peerFields(direction: Direction): readonly string[] {
  return Object.keys(readers).map((name) => `${direction === 'egress' ? 'to' : 'from'}${name}`)
}

/** The far ends of one field of a rule; undefined where nobody can read them, `anyone` where it leaves nobody out. */
export function ciliumPeers(field: string, written: unknown, place: Place): readonly FarEnd[] | 'anyone' | undefined {
  const read = readers[field.replace(/^(to|from)/, '')]
  if (!read || !Array.isArray(written)) return undefined
  const peers = written.map((item, at) => read(item, { ...place, path: [...place.path, field, at] }))
  if (peers.includes('anyone')) return 'anyone'
  if (peers.includes(undefined)) return undefined
  return peers.filter((peer) => typeof peer === 'object')
}

function endpoint(item: unknown, place: Place): FarEnd | undefined {
  const selected = ciliumSelector(item, place.namespace)
  if (selected && selected !== 'nobody') return { ...selected, path: place.path }
  // Nodes and what is outside, told by labels of Cilium's own; service accounts, other clusters.
  return isRecord(item) ? unknown(['pods', 'node', 'outside'], 'endpoints', place) : undefined
}

const kinds = new Map<string, readonly EndKind[]>([
  ['world', ['outside']],
  ['cluster', ['pods', 'node']],
])
const none: ReadonlySet<unknown> = new Set(['none', 'health', 'init'])

function entity(name: unknown, place: Place): FarEnd | 'anyone' | 'nobody' | undefined {
  const { path, direction } = place
  if (name === 'all') return 'anyone'
  if (none.has(name)) return 'nobody'
  const takes = isString(name) ? kinds.get(name) : undefined
  if (takes) return { takes, path }
  if (name === 'world-ipv4') return outsideBlock('0.0.0.0/0', [], path)
  if (name === 'world-ipv6') return outsideBlock('::/0', [], path)
  // The node of a pod always gets in: with all the others, every node does.
  if (name === 'remote-node' && direction === 'ingress') return { takes: ['node'], path }
  if (name === 'host' || name === 'remote-node') return unknown(['node'], name, place)
  if (name === 'kube-apiserver') return unknown(['node', 'outside'], name, place)
  if (name === 'unmanaged') return unknown(['pods'], name, place)
  return name === 'ingress' ? unknown(['outside'], name, place) : undefined
}

const blockFields = new Set(['cidr', 'except'])

function blockSet(item: unknown, place: Place): FarEnd | undefined {
  if (!isRecord(item)) return undefined
  if (item.cidrGroupRef !== undefined || item.cidrGroupSelector !== undefined)
    return unknown(['outside'], 'cidr-groups', place)
  const { cidr, except = [] } = item
  if (!hasOnly(item, blockFields) || !isString(cidr) || !blockOf(cidr)) return undefined
  if (!Array.isArray(except) || !except.every((hole) => isString(hole) && blockOf(hole))) return undefined
  return outsideBlock(cidr, except, place.path)
}

// What Cilium knows to be in the cluster is never taken by its address.
function outsideBlock(cidr: string, except: readonly string[], path: Path): FarEnd {
  return { ipBlock: { cidr, except }, blockTakesPods: false, path }
}

function names(item: unknown, { path, cluster }: Place): FarEnd | undefined {
  if (!isRecord(item)) return undefined
  const name = item.matchName ?? item.matchPattern
  return isString(name) ? { path, mayTake: { ends: ['outside'], doubt: domainNamesDoubt(cluster, [name]) } } : undefined
}

function unknown(ends: readonly EndKind[], what: string, { path, cluster }: Place): FarEnd {
  return { path, mayTake: { ends, doubt: onlyClusterKnows(cluster, what) } }
}
