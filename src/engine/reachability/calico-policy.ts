// Calico's NetworkPolicy and GlobalNetworkPolicy: rules in order, policies in order, tiers in order.
// Source: projectcalico/calico, api/pkg/apis/projectcalico/v3/networkpolicy.go, globalnetworkpolicy.go, tier.go.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { calicoPeers } from './calico-peers.ts'
import { calicoPods } from './calico-pods.ts'
import { calicoPorts } from './calico-ports.ts'
import { calicoSelector } from './calico-selector.ts'
import { onlyClusterKnows, siftedDoubt } from './doubt.ts'
import type { Direction } from './policy.ts'
import { type Action, networkPolicyTier, type RankedRule, type Reading, type Subject } from './ranked-policy.ts'
import { hasOnly, isRecord, isString } from './shape.ts'

type Fields = { readonly [field: string]: unknown }

/** What other objects say that policies of Calico lean on. */
export interface CalicoSetting {
  /** By name: where a tier stands, and whether it leaves what no rule takes to the next. */
  readonly tiers: ReadonlyMap<string, { readonly order: number; readonly passes: boolean }>
  /** There are sets of addresses, which selectors take by their labels. */
  readonly hasSets: boolean
  /** There are host endpoints, which policies of the whole cluster select too. */
  readonly hasHosts: boolean
}

const fields = new Set([
  ...['tier', 'order', 'ingress', 'egress', 'selector', 'types', 'namespaceSelector', 'serviceAccountSelector'],
  ...['doNotTrack', 'preDNAT', 'applyOnForward', 'performanceHints'],
])
const ruleFields = new Set([
  ...['action', 'ipVersion', 'protocol', 'notProtocol', 'icmp', 'notICMP', 'source', 'destination', 'http', 'metadata'],
])
const actions = new Map<unknown, Action | 'log'>([
  ['Allow', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
  ['Log', 'log'],
])
const versions: ReadonlySet<string> = new Set(['projectcalico.org/v3', 'crd.projectcalico.org/v1'])

/** The policy in an object, and where it is about host endpoints too, that nobody here reads it for these. */
export function calicoPolicy(
  object: EstateObject,
  cluster: string,
  { tiers, hasSets, hasHosts }: CalicoSetting,
): Reading {
  const { ref, manifest, source } = object
  const namespace = manifest.kind === 'NetworkPolicy' ? partsOf(ref).namespace || 'default' : ''
  const spec = manifest.spec ?? {}
  if (!versions.has(manifest.apiVersion) || !isRecord(spec)) return [{ unread: ref, namespace }]
  if (spec.doNotTrack === true || spec.preDNAT === true) return [{ unread: ref, namespace, isOfNodes: true }]
  const subject = subjectOf(spec, namespace)
  if (!subject) return [{ unread: ref, namespace }]
  const unread: Reading = [{ unread: ref, namespace, subject }]
  const { tier = 'default', order, serviceAccountSelector = '' } = spec
  const place = isString(tier) ? tiers.get(tier) : undefined
  const types = typesOf(spec)
  const holder: Place = { cluster, namespace, ref, hasSets }
  const ingress = rulesOf(spec.ingress, 'ingress', holder)
  const egress = rulesOf(spec.egress, 'egress', holder)
  if (!place || !types || !ingress || !egress || !hasOnly(spec, fields) || serviceAccountSelector !== '') return unread
  if (order !== undefined && typeof order !== 'number') return unread
  const isOf = (direction: Direction) => types.has(direction) && !place.passes
  return [
    ...(hasHosts && namespace === '' ? [{ unread: ref, namespace, isOfNodes: true as const }] : []),
    {
      ref,
      source,
      namespace,
      podSelector: {},
      subject,
      tier: place.order,
      priority: order ?? Number.POSITIVE_INFINITY,
      isTieOpen: false,
      isolates: { egress: isOf('egress'), ingress: isOf('ingress') },
      egress: types.has('egress') ? egress : undefined,
      ingress: types.has('ingress') ? ingress : undefined,
    },
  ]
}

function subjectOf({ selector = '', namespaceSelector }: Fields, namespace: string): readonly Subject[] | undefined {
  const pods = isString(selector) ? calicoSelector(selector) : undefined
  if (!pods || (namespaceSelector !== undefined && !isString(namespaceSelector))) return undefined
  const namespaces = namespace === '' && namespaceSelector ? namespaceSelector : undefined
  return calicoPods({ selector: pods, namespaces, own: namespace })
}

function typesOf({ types, ingress, egress }: Fields): ReadonlySet<Direction> | undefined {
  if (types === undefined || (Array.isArray(types) && types.length === 0)) {
    const has = (list: unknown) => Array.isArray(list) && list.length > 0
    if (!has(egress)) return new Set(['ingress'])
    return new Set(has(ingress) ? ['ingress', 'egress'] : ['egress'])
  }
  if (!Array.isArray(types) || !types.every((type) => type === 'Ingress' || type === 'Egress')) return undefined
  return new Set(types.map((type) => (type === 'Ingress' ? 'ingress' : 'egress')))
}

interface Place {
  readonly cluster: string
  readonly namespace: string
  readonly ref: string
  readonly hasSets: boolean
}

function rulesOf(written: unknown, direction: Direction, place: Place): readonly RankedRule[] | undefined {
  if (written === undefined) return []
  if (!Array.isArray(written)) return undefined
  const rules = written.map((rule, index) => ruleOf(rule, index, direction, place))
  return rules.every((rule) => rule !== undefined) ? rules.flat() : undefined
}

/** None for a rule that only writes to a log, or speaks of protocols without ports. */
function ruleOf(
  written: unknown,
  index: number,
  direction: Direction,
  { cluster, namespace, ref, hasSets }: Place,
): readonly RankedRule[] | undefined {
  if (!isRecord(written) || !hasOnly(written, ruleFields)) return undefined
  const action = actions.get(written.action)
  const [far, near] = direction === 'ingress' ? ['source', 'destination'] : ['destination', 'source']
  const path = ['spec', direction, index]
  const peers = calicoPeers(written[far], { cluster, namespace, hasSets, path: [...path, far] })
  const target = isRecord(written.destination) ? written.destination : {}
  const ports = calicoPorts({ ...written, ports: target.ports, notPorts: target.notPorts })
  if (!action || !peers || ports === 'unreadable' || !isPlain(written[near], direction)) return undefined
  if (direction === 'ingress' && hasPorts(written.source)) return undefined
  if (action === 'log' || written.icmp !== undefined || written.notICMP !== undefined) return []
  const when =
    written.http !== undefined
      ? siftedDoubt(cluster, ref)
      : written.ipVersion !== undefined
        ? onlyClusterKnows(cluster, 'ip-version')
        : undefined
  return [
    {
      index,
      action,
      peers: peers === 'anyone' ? undefined : peers,
      ports,
      path,
      peersField: far,
      portsPath: [...path, 'destination', 'ports'],
      ...(when && { when }),
    },
  ]
}

/** Of the policy's own pods a rule may say the ports that they are called at, and no more. */
function isPlain(near: unknown, direction: Direction): boolean {
  if (near === undefined) return true
  return isRecord(near) && hasOnly(near, direction === 'ingress' ? new Set(['ports', 'notPorts']) : new Set())
}

function hasPorts(entity: unknown): boolean {
  return isRecord(entity) && (entity.ports !== undefined || entity.notPorts !== undefined)
}

/** The tiers that objects show, with the one that is always there. */
export function calicoSetting(objects: readonly EstateObject[]): CalicoSetting {
  const tiers = new Map([['default', { order: networkPolicyTier, passes: false }]])
  const own = objects.filter(({ manifest }) => versions.has(manifest.apiVersion))
  for (const { manifest } of own) {
    const name = manifest.metadata.name ?? ''
    if (manifest.kind !== 'Tier' || name === 'default') continue
    const { order, defaultAction } = isRecord(manifest.spec) ? manifest.spec : ({} as Fields)
    const place = typeof order === 'number' ? order : Number.POSITIVE_INFINITY
    tiers.set(name, { order: place, passes: defaultAction === 'Pass' })
  }
  const hasSets = own.some(({ manifest: { kind } }) => kind === 'NetworkSet' || kind === 'GlobalNetworkSet')
  const hasHosts = own.some(({ manifest: { kind } }) => kind === 'HostEndpoint')
  return { tiers, hasSets, hasHosts }
}
