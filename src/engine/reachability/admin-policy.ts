// Cluster-wide policies of administrators: AdminNetworkPolicy and BaselineAdminNetworkPolicy (v1alpha1), and
// ClusterNetworkPolicy (v1alpha2, v1beta1), which says both by its tier.
// Source: kubernetes-sigs/network-policy-api, apis/v1alpha1/shared_types.go, apis/v1beta1/clusternetworkpolicy_types.go.

import type { EstateObject } from '../../estate/estate.ts'
import { adminPeers, podsMeant } from './admin-peers.ts'
import { adminPorts } from './admin-ports.ts'
import type { Direction } from './policy.ts'
import { type Action, adminTier, baselineTier, type RankedRule, type Reading, type Subject } from './ranked-policy.ts'
import { hasOnly, isRecord, isString } from './shape.ts'

const versions = new Map<string, ReadonlySet<string>>([
  ['AdminNetworkPolicy', new Set(['v1alpha1'])],
  ['BaselineAdminNetworkPolicy', new Set(['v1alpha1'])],
  ['ClusterNetworkPolicy', new Set(['v1alpha2', 'v1beta1'])],
])

const fields = new Set(['tier', 'priority', 'subject', 'ingress', 'egress'])
const ruleFields = new Set(['name', 'action', 'from', 'to', 'ports', 'protocols'])
const actions = new Map<unknown, Action>([
  ['Allow', 'allow'],
  ['Accept', 'allow'],
  ['Deny', 'deny'],
  ['Pass', 'pass'],
])

/** The policy in an object; unread where a field of it is not among those that are known. */
export function adminPolicy({ ref, manifest, source }: EstateObject, cluster: string): Reading {
  const spec = manifest.spec
  const version = manifest.apiVersion.split('/')[1] ?? ''
  const unread = (subject?: readonly Subject[]): Reading => [{ unread: ref, namespace: '', subject }]
  if (!versions.get(manifest.kind)?.has(version) || !isRecord(spec)) return unread()
  const meant = podsMeant(spec.subject)
  if (!meant) return unread()
  const subject = [meant]
  const rank = rankOf(manifest.kind, spec)
  const ingress = rulesOf(spec.ingress, 'ingress', cluster)
  const egress = rulesOf(spec.egress, 'egress', cluster)
  if (!rank || !ingress || !egress || !hasOnly(spec, fields)) return unread(subject)
  return [
    {
      ref,
      source,
      namespace: '',
      podSelector: {},
      subject,
      ...rank,
      isTieOpen: true,
      isolates: { egress: false, ingress: false },
      egress: egress.length > 0 ? egress : undefined,
      ingress: ingress.length > 0 ? ingress : undefined,
    },
  ]
}

function rankOf(kind: string, { tier, priority }: { readonly [field: string]: unknown }) {
  if (kind === 'BaselineAdminNetworkPolicy') return { tier: baselineTier, priority: 0 }
  if (typeof priority !== 'number' || !Number.isSafeInteger(priority) || priority < 0 || priority > 1_000) return
  if (kind === 'AdminNetworkPolicy' || tier === 'Admin') return { tier: adminTier, priority }
  return tier === 'Baseline' ? { tier: baselineTier, priority } : undefined
}

function rulesOf(written: unknown, direction: Direction, cluster: string): readonly RankedRule[] | undefined {
  if (written === undefined) return []
  if (!Array.isArray(written)) return undefined
  const rules = written.map((rule, index) => ruleOf(rule, index, direction, cluster))
  return rules.every((rule) => rule !== undefined) ? rules : undefined
}

function ruleOf(written: unknown, index: number, direction: Direction, cluster: string): RankedRule | undefined {
  if (!isRecord(written) || !hasOnly(written, ruleFields)) return undefined
  const action = actions.get(written.action)
  const path = ['spec', direction, index]
  const peersField = direction === 'egress' ? 'to' : 'from'
  const peers = adminPeers(written[peersField], [...path, peersField], direction, cluster)
  const portsField = written.protocols === undefined ? 'ports' : 'protocols'
  const ports = adminPorts(written[portsField])
  if (!action || !peers || ports === 'unreadable') return undefined
  const name = isString(written.name) ? written.name : undefined
  return { index, action, name, peers, ports, path, peersField, portsPath: [...path, portsField] }
}
