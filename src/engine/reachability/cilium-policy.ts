// CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy: what they let through adds to NetworkPolicy, what they deny is
// denied whatever lets it through, and both isolate unless they say that they do not.
// Source: cilium/cilium, pkg/policy/api/rule.go, rule_validation.go (Sanitize); docs.cilium.io/en/stable/security/policy.

import type { EstateObject, Source } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { ciliumPeers, peerFields } from './cilium-peers.ts'
import { ciliumPorts } from './cilium-ports.ts'
import { ciliumSelector } from './cilium-selector.ts'
import { type Doubt, siftedDoubt } from './doubt.ts'
import type { Direction, FarEnd } from './policy.ts'
import {
  type Action,
  networkPolicyPriority,
  networkPolicyTier,
  type RankedPolicy,
  type RankedRule,
  type Reading,
  type Subject,
} from './ranked-policy.ts'
import { hasOnly, isRecord } from './shape.ts'

type Path = readonly (string | number)[]
type Fields = { readonly [field: string]: unknown }

const sections = [
  { field: 'ingress', direction: 'ingress', action: 'allow' },
  { field: 'ingressDeny', direction: 'ingress', action: 'deny' },
  { field: 'egress', direction: 'egress', action: 'allow' },
  { field: 'egressDeny', direction: 'egress', action: 'deny' },
] as const
const fields = new Set([
  ...sections.map(({ field }) => field),
  'endpointSelector',
  'enableDefaultDeny',
  'description',
  'labels',
  'log',
])

interface Holder {
  readonly ref: Ref
  readonly source: Source
  readonly namespace: string
  readonly cluster: string
}

/** One policy per `spec` and member of `specs`, deny and allow apart. */
export function ciliumPolicy({ ref, manifest, source }: EstateObject, cluster: string): Reading {
  const { spec, specs } = manifest as unknown as Fields
  const namespace = manifest.kind === 'CiliumNetworkPolicy' ? partsOf(ref).namespace || 'default' : ''
  const holder: Holder = { ref, source, namespace, cluster }
  const list = Array.isArray(specs) ? specs : []
  const isReadable = (specs === undefined || Array.isArray(specs)) && (spec !== undefined || list.length > 0)
  if (manifest.apiVersion !== 'cilium.io/v2' || !isReadable) return [{ unread: ref, namespace }]
  return [
    ...(spec === undefined ? [] : specPolicies(spec, ['spec'], holder)),
    ...list.flatMap((each, at) => specPolicies(each, ['specs', at], holder)),
  ]
}

function specPolicies(spec: unknown, path: Path, holder: Holder): Reading {
  const { ref, namespace } = holder
  if (!isRecord(spec)) return [{ unread: ref, namespace }]
  if (spec.nodeSelector !== undefined && spec.endpointSelector === undefined && namespace === '')
    return [{ unread: ref, namespace, isOfNodes: true }]
  const subject = subjectOf(spec.endpointSelector, namespace)
  if (subject === 'nobody') return []
  const isolates = isolatesOf(spec)
  if (!subject) return [{ unread: ref, namespace }]
  const subjects = [subject]
  const read = sections.map((section) => rulesOf(spec[section.field], section, [...path, section.field], holder))
  const isRead = isolates && hasOnly(spec, fields) && !read.includes('unreadable')
  if (!isRead) return [{ unread: ref, namespace, subject: subjects }]
  const rulesIn = (action: Action, direction: Direction) =>
    sections.flatMap((section, at) => {
      const found = read[at]
      return section.action === action && section.direction === direction && Array.isArray(found) ? found : []
    })
  const policy = (action: Action, priority: number): RankedPolicy => {
    const isolating = action === 'allow' ? isolates : { egress: false, ingress: false }
    const rules = (direction: Direction) => {
      const found = rulesIn(action, direction)
      return found.length > 0 || isolating[direction] ? found : undefined
    }
    return {
      ...holder,
      podSelector: {},
      subject: subjects,
      tier: networkPolicyTier,
      priority,
      isTieOpen: false,
      isolates: isolating,
      egress: rules('egress'),
      ingress: rules('ingress'),
    }
  }
  return [policy('deny', 0), policy('allow', networkPolicyPriority)]
}

// A namespaced policy is about its own namespace, whatever its selector says of others.
function subjectOf(selector: unknown, namespace: string): Subject | 'nobody' | undefined {
  const found = ciliumSelector(selector, namespace)
  return found && found !== 'nobody' && namespace !== '' ? { podSelector: found.podSelector } : found
}

function isolatesOf({ enableDefaultDeny = {}, ...spec }: Fields): RankedPolicy['isolates'] | undefined {
  if (!isRecord(enableDefaultDeny) || !hasOnly(enableDefaultDeny, new Set(['ingress', 'egress']))) return undefined
  const says = (direction: Direction) => {
    const said = enableDefaultDeny[direction]
    const isWritten = [spec[direction], spec[`${direction}Deny`]].some((list) => Array.isArray(list) && list.length > 0)
    return said === undefined ? isWritten : said
  }
  const [egress, ingress] = [says('egress'), says('ingress')]
  return typeof egress === 'boolean' && typeof ingress === 'boolean' ? { egress, ingress } : undefined
}

function rulesOf(
  written: unknown,
  section: (typeof sections)[number],
  path: Path,
  holder: Holder,
): readonly RankedRule[] | 'unreadable' {
  if (written === undefined) return []
  if (!Array.isArray(written)) return 'unreadable'
  const rules = written.map((rule, index) => ruleOf(rule, index, section, [...path, index], holder))
  return rules.every((rule) => rule !== undefined) ? rules.flat() : 'unreadable'
}

/** None for an empty rule, which lets nobody through; undefined where a field of it is not known. */
function ruleOf(
  written: unknown,
  index: number,
  { direction, action }: (typeof sections)[number],
  path: Path,
  holder: Holder,
): readonly RankedRule[] | undefined {
  if (!isRecord(written)) return undefined
  const known = peerFields(direction)
  if (!hasOnly(written, new Set([...known, 'toPorts', 'icmps']))) return undefined
  if (written.icmps !== undefined) return written.toPorts === undefined ? [] : undefined
  // Cilium refuses a rule that says its far ends in two ways.
  const used = known.filter((field) => written[field] !== undefined)
  const [field] = used
  if (used.length > 1) return undefined
  if (!field && written.toPorts === undefined) return []
  const peers = field ? ciliumPeers(field, written[field], { ...holder, direction, path }) : 'anyone'
  const entries = ciliumPorts(written.toPorts)
  if (!peers || !entries) return undefined
  return entries.map(({ ports, isSifted }, at) => ({
    index,
    action,
    peers: peers === 'anyone' ? undefined : (peers as readonly FarEnd[]),
    ports,
    path,
    peersField: field ?? 'toPorts',
    portsPath: [...path, 'toPorts', at],
    ...(isSifted && { when: whenOf(holder) }),
  }))
}

function whenOf({ cluster, ref }: Holder): Doubt {
  return siftedDoubt(cluster, ref)
}
