import { apiLife } from '../../knowledge/api-versions.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { apiService } from './api-service.ts'
import { autoscaler } from './autoscaler.ts'
import { claim } from './claims.ts'
import { configMap, namespace, node, secret } from './configuration.ts'
import { disruptionBudget } from './disruption-budget.ts'
import { type Dropped, dropsOf } from './dropped.ts'
import { ingress, ingressClass } from './ingress.ts'
import { cronJob, job } from './jobs.ts'
import { type Judge, judgeFor, type Supposed } from './judge.ts'
import { limitRange } from './limit-range-object.ts'
import { metadata } from './metadata.ts'
import { knownMinor, minorNumber } from './minors.ts'
import { networkPolicy } from './network-policy.ts'
import { persistentVolume } from './persistent-volume.ts'
import { type Place, rootOf } from './place.ts'
import { pod } from './pod.ts'
import { priorityClass } from './priority-class.ts'
import { resourceQuota } from './quota-object.ts'
import type { Refusal } from './refusal.ts'
import { clusterRole, clusterRoleBinding, role, roleBinding } from './roles.ts'
import { type Schema, schemaOf } from './schema.ts'
import { service } from './service.ts'
import { storageClass } from './storage-class.ts'
import { structureOf } from './structure.ts'
import { daemonSet, deployment, replicaSet, statefulSet } from './workloads.ts'

type Rule = (judge: Judge, root: Place) => void

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['v1/Namespace', namespace],
  ['v1/Node', node],
  ['v1/Pod', pod],
  ['v1/Service', service],
  ['v1/ResourceQuota', resourceQuota],
  ['v1/LimitRange', limitRange],
  ['v1/ServiceAccount', () => {}],
  ['v1/PersistentVolumeClaim', claim],
  ['v1/PersistentVolume', persistentVolume],
  ['v1/ConfigMap', configMap],
  ['v1/Secret', secret],
  ['apps/v1/Deployment', deployment],
  ['apps/v1/StatefulSet', statefulSet],
  ['apps/v1/DaemonSet', daemonSet],
  ['apps/v1/ReplicaSet', replicaSet],
  ['batch/v1/Job', job],
  ['batch/v1/CronJob', cronJob],
  ['networking.k8s.io/v1/NetworkPolicy', networkPolicy],
  ['policy/v1/PodDisruptionBudget', disruptionBudget],
  ['rbac.authorization.k8s.io/v1/Role', role],
  ['rbac.authorization.k8s.io/v1/RoleBinding', roleBinding],
  ['rbac.authorization.k8s.io/v1/ClusterRole', clusterRole],
  ['rbac.authorization.k8s.io/v1/ClusterRoleBinding', clusterRoleBinding],
  ['storage.k8s.io/v1/StorageClass', storageClass],
  ['networking.k8s.io/v1/Ingress', ingress],
  ['networking.k8s.io/v1/IngressClass', ingressClass],
  ['autoscaling/v2/HorizontalPodAutoscaler', autoscaler],
  ['scheduling.k8s.io/v1/PriorityClass', priorityClass],
  ['apiregistration.k8s.io/v1/APIService', apiService],
])

// Groups that the API server itself serves; a kind of another group belongs to somebody else.
const ownGroups: ReadonlySet<string> = new Set(
  'apiregistration.k8s.io apps autoscaling batch extensions networking.k8s.io policy rbac.authorization.k8s.io scheduling.k8s.io storage.k8s.io'.split(
    ' ',
  ),
)

export interface ObjectAdmission {
  readonly refused: readonly Refusal[]
  /** Kinds, and fields of known kinds, whose rules are not written here: what they say may still be refused. */
  readonly notModelled: readonly string[]
  /** What the cluster must be like for it to be taken; absent where nothing. */
  readonly supposed?: readonly Supposed[]
  /** Fields that it takes and drops unread, and which ask for something; absent where there are none. */
  readonly dropped?: readonly Dropped[]
}

/**
 * What the API server of a minor would refuse in one object, created alone with `fieldValidation=Strict`: the namespace's
 * LimitRanges and quotas are not asked here (`admitPods`), nor is anything that takes a look at other objects. For a minor whose
 * rules are not known the nearest stands in (`standIn`).
 */
export function admitObject(manifest: Manifest, { minor }: { readonly minor: string }): ObjectAdmission {
  return judged(manifest, minorNumber(minor)).admission
}

/** The same, for each of some minors; what no rule tells apart is judged once. */
export function admitInEach(manifest: Manifest, minors: readonly string[]): readonly ObjectAdmission[] {
  let alike: ObjectAdmission | undefined
  return minors.map((minor) => {
    const number = minorNumber(minor)
    if (alike && hasAllFields(manifest, number)) return alike
    const { admission, isAlike } = judged(manifest, number)
    if (isAlike) alike = admission
    return admission
  })
}

function hasAllFields(manifest: Manifest, number: number): boolean {
  const schema = schemaOf(number)
  const title = titleOf(manifest)
  if (!schema.has(title)) return false
  const { faults, gated } = structureOf(rootOf(manifest), title, schema)
  return faults.length + gated.length === 0
}

function titleOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion}/${kind}`
}

interface Judged {
  readonly admission: ObjectAdmission
  /** Whether every minor that has its fields says the same. */
  readonly isAlike: boolean
}

function judged(manifest: Manifest, asked: number): Judged {
  const number = knownMinor(asked)
  const schema = schemaOf(number)
  const title = titleOf(manifest)
  const root = rootOf(manifest)
  if (!schema.has(title)) return { admission: unknownKind(manifest, schema, asked), isAlike: false }

  const structure = structureOf(root, title, schema)
  const { faults, gated } = structure
  const judge = judgeFor(number)
  // Rules are asked of well-typed values only, as the server does; a field too many hides no rule.
  const isWellTyped = faults.every(({ fault }) => fault.is === 'unknown')
  const { kept, dropped } = gated.length === 0 ? { kept: manifest, dropped: [] } : dropsOf(manifest, structure, number)
  const read = kept === manifest ? root : rootOf(kept)
  const rule = rules.get(title)
  if (isWellTyped) metadata(judge, read, manifest.kind)
  if (isWellTyped && rule !== undefined) rule(judge, read)
  const admission: ObjectAdmission = {
    refused: unique([...faults, ...judge.refused]),
    notModelled: [...(rule === undefined ? [`${title}: its rules`] : []), ...new Set(judge.notModelled)],
    ...(judge.supposed.size > 0 && { supposed: [...judge.supposed] }),
    ...(dropped.length > 0 && { dropped }),
  }
  return { admission, isAlike: !judge.isMinorAsked && faults.length + gated.length === 0 }
}

function unknownKind({ apiVersion, kind }: Manifest, schema: Schema, minor: number): ObjectAdmission {
  const [group = ''] = String(apiVersion).includes('/') ? String(apiVersion).split('/') : ['']
  const nothingKnown: ObjectAdmission = { refused: [], notModelled: [`${apiVersion}/${kind}`] }
  if (group !== '' && !ownGroups.has(group)) return nothingKnown
  const served = [...schema.keys()]
    .filter((title) => title.endsWith(`/${kind}`))
    .map((title) => title.slice(0, -`/${kind}`.length))
  if (served.length === 0 || isServedToo(String(apiVersion), kind, minor)) return nothingKnown
  const fault = { is: 'version', kind, found: String(apiVersion), served } as const
  return { refused: [{ by: 'structure', field: 'apiVersion', path: ['apiVersion'], fault }], notModelled: [] }
}

// A version that is served beside the one whose fields are written here.
function isServedToo(apiVersion: string, kind: string, minor: number): boolean {
  const life = apiLife(apiVersion, kind)
  return life !== undefined && life.from <= minor && minor < (life.removed ?? Number.POSITIVE_INFINITY)
}

// Several rules may say the same of one place.
function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  if (refusals.length < 2) return refusals
  const seen = new Set<string>()
  return refusals.filter(({ field, fault }) => {
    const key = JSON.stringify([field, fault], (_, value) => (typeof value === 'bigint' ? `${value}` : value))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
