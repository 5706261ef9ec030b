// The head of a snapshot: when it was taken, of which server, and what it does not hold.

import type { ReadManifest } from '../kubernetes/read.ts'
import type { Unseen } from './estate.ts'
import { fieldsAt, fieldsIn } from './import/fields.ts'

export const snapshotVersion = 'seaworthy/v1'
export const snapshotKind = 'Snapshot'

/** Kinds that are asked for by name alone: what stands in them may be credentials, and a snapshot leaves it out. */
export const keptByName: ReadonlySet<string> = new Set(['SecretStore', 'ClusterSecretStore', 'Issuer', 'ClusterIssuer'])

export interface SnapshotRead {
  /** What is not its head. */
  readonly rest: readonly ReadManifest[]
  /** `1.34`, where one head alone says it. */
  readonly kubernetes?: string
  /** `2026-11-21T12:00:00Z`, where one head alone says it. */
  readonly takenAt?: string
  /** What nobody can tell from it: Secrets, which it never holds, and what its taker was not allowed to read. */
  readonly unseen: readonly Unseen[]
  readonly heads: readonly SnapshotHead[]
}

/** What a snapshot says of itself. */
export interface SnapshotHead {
  /** The context it was taken of; `redacted` where that was taken out. */
  readonly name: string
  /** `2026-11-21T12:00:00Z`. */
  readonly takenAt?: string
  /** `v1.34.2`. */
  readonly server?: string
  /** Resources that were asked for and answered, also where there are none: `deployments.apps`. */
  readonly seen: ReadonlySet<string>
  /** Resources that the cluster does not have. */
  readonly notServed: ReadonlySet<string>
  /** Those alone were read; the whole cluster where there is none. */
  readonly namespaces: readonly string[]
  readonly redacted: boolean
  readonly at: ReadManifest['at']
}

/** The heads of snapshots taken out of what was read. */
export function snapshotOf(read: readonly ReadManifest[]): SnapshotRead {
  const heads = read.filter(isHead)
  if (heads.length === 0) return { rest: read, unseen: [], heads: [] }
  const minor = onlyText(heads.map(({ manifest }) => fieldsAt(manifest, 'server').minor))
  const takenAt = onlyText(heads.map(({ manifest }) => manifest.takenAt))
  return {
    rest: read.filter((one) => !isHead(one)),
    ...(minor !== undefined && { kubernetes: minor }),
    ...(takenAt !== undefined && { takenAt }),
    unseen: heads.flatMap(unseenOf),
    heads: heads.map(headOf),
  }
}

function onlyText(values: readonly unknown[]): string | undefined {
  const [only, ...others] = new Set(values)
  return others.length === 0 ? textOf(only) : undefined
}

function headOf({ manifest, at }: ReadManifest): SnapshotHead {
  const whole = fieldsAt({ manifest }, 'manifest')
  const read = fieldsIn(whole.read).map(({ resource }) => `${resource}`)
  const takenAt = textOf(whole.takenAt)
  const server = textOf(fieldsAt(whole, 'server').gitVersion)
  return {
    name: textOf(manifest.metadata.name) ?? 'a cluster',
    ...(takenAt !== undefined && { takenAt }),
    ...(server !== undefined && { server }),
    seen: new Set(read),
    notServed: new Set(textsIn(whole.notServed)),
    namespaces: textsIn(whole.namespaces),
    redacted: whole.redacted !== undefined,
    at,
  }
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : []
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isHead({ manifest }: ReadManifest): boolean {
  return manifest.apiVersion === snapshotVersion && manifest.kind === snapshotKind
}

function unseenOf(read: ReadManifest): readonly Unseen[] {
  const { manifest, at } = read
  const source = { at }
  const missing = fieldsIn(fieldsAt({ manifest }, 'manifest').notAllowed)
  return [
    { id: 'unread/secrets', says: 'a snapshot never holds Secrets', kinds: ['Secret'], source },
    ...missing.map(
      ({ resource, kind }): Unseen => ({
        id: `unread/${resource}`,
        says: `who took the snapshot was not allowed to read ${resource}`,
        kinds: [`${kind}`],
        source,
      }),
    ),
    ...elsewhere(headOf(read)),
  ]
}

/** The entry for the namespaces that a picture of some leaves out. */
export const otherNamespaces = 'unread/other-namespaces'

// A picture of some namespaces shows nothing of the others: their pods take room on the same nodes, and their monitoring
// may reach in. What belongs to no namespace was read.
function elsewhere({ namespaces, at }: SnapshotHead): readonly Unseen[] {
  if (namespaces.length === 0) return []
  const says = `the snapshot shows the namespaces ${[...namespaces].sort().join(', ')} alone`
  return [{ id: otherNamespaces, says, namespaces: [], kinds: namespaced, source: { at } }]
}

const namespaced: readonly string[] = [
  ...['Pod', 'Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job', 'CronJob'],
  ...['Service', 'EndpointSlice', 'Ingress', 'Gateway', 'HTTPRoute', 'GRPCRoute', 'NetworkPolicy'],
  ...['ConfigMap', 'Secret', 'ServiceAccount', 'Role', 'RoleBinding', 'PersistentVolumeClaim'],
  ...['ResourceQuota', 'LimitRange', 'HorizontalPodAutoscaler', 'PodDisruptionBudget', 'VerticalPodAutoscaler'],
  ...[
    'Prometheus',
    'ThanosRuler',
    'Alertmanager',
    'AlertmanagerConfig',
    'PrometheusRule',
    'ServiceMonitor',
    'PodMonitor',
  ],
  ...['CiliumNetworkPolicy', 'AuthorizationPolicy', 'Issuer', 'Certificate', 'SecretStore', 'ExternalSecret'],
]
