// What objects other than pods take of a quota.
// Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/persistent_volume_claims.go:175, services.go:117;
// k8s.io/apiserver@v0.36.3 pkg/quota/v1/generic/evaluator.go (count/<resource>.<group>).
import type { Estate, EstateObject } from '../../estate/estate.ts'
import { type Quantity, quantityOf, scaleQuantity } from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { amountOf } from '../pods/amounts.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'

/** One thing that takes, and how much of which quota resource. */
export interface Taking {
  readonly ref: Ref
  readonly resource: string
  readonly amount: Quantity
}

// Kind → its resource as `count/…` names it, and the older name that means the same.
const counted: ReadonlyMap<string, readonly string[]> = new Map([
  ['v1/ConfigMap', ['count/configmaps', 'configmaps']],
  ['v1/Secret', ['count/secrets', 'secrets']],
  ['v1/ResourceQuota', ['count/resourcequotas', 'resourcequotas']],
  ['v1/ReplicationController', ['count/replicationcontrollers', 'replicationcontrollers']],
  ['v1/ServiceAccount', ['count/serviceaccounts']],
  ['v1/LimitRange', ['count/limitranges']],
  ['apps/v1/Deployment', ['count/deployments.apps', 'count/replicasets.apps']],
  ['apps/v1/ReplicaSet', ['count/replicasets.apps']],
  ['apps/v1/StatefulSet', ['count/statefulsets.apps']],
  ['apps/v1/DaemonSet', ['count/daemonsets.apps']],
  ['batch/v1/Job', ['count/jobs.batch']],
  ['batch/v1/CronJob', ['count/cronjobs.batch']],
  ['networking.k8s.io/v1/NetworkPolicy', ['count/networkpolicies.networking.k8s.io']],
  ['networking.k8s.io/v1/Ingress', ['count/ingresses.networking.k8s.io']],
  ['policy/v1/PodDisruptionBudget', ['count/poddisruptionbudgets.policy']],
  ['rbac.authorization.k8s.io/v1/Role', ['count/roles.rbac.authorization.k8s.io']],
  ['rbac.authorization.k8s.io/v1/RoleBinding', ['count/rolebindings.rbac.authorization.k8s.io']],
  ['autoscaling/v2/HorizontalPodAutoscaler', ['count/horizontalpodautoscalers.autoscaling']],
])

const knownResources: ReadonlySet<string> = new Set([
  ...[...counted.values()].flat(),
  ...['services', 'count/services', 'services.loadbalancers', 'services.nodeports'],
  ...['persistentvolumeclaims', 'count/persistentvolumeclaims', 'requests.storage'],
])
const classSuffix = '.storageclass.storage.k8s.io/'

/** Whether what is taken of a resource is counted here; runs of jobs leave no job behind in this count. */
export function isCounted(resource: string): boolean {
  return knownResources.has(resource) || resource.includes(classSuffix)
}

/** All that the objects of a namespace take, those included that every namespace gets. */
export function takings(estate: Estate, pods: readonly PodClass[]): ReadonlyMap<string, readonly Taking[]> {
  const found = new Map<string, Taking[]>()
  const add = (taking: Taking) => {
    const { namespace } = partsOf(taking.ref)
    const had = found.get(namespace)
    if (had) had.push(taking)
    else found.set(namespace, [taking])
  }
  for (const object of estate.objects) for (const taking of taken(object, estate)) add(taking)
  for (const pod of pods) for (const taking of templateClaims(pod)) add(taking)
  for (const object of estate.objects)
    if (object.manifest.kind === 'Namespace') for (const taking of everyNamespace(object)) add(taking)
  return found
}

// The root certificate (pkg/controller/certificates/rootcacertpublisher) and the default account are made in each namespace.
function everyNamespace({ ref }: EstateObject): readonly Taking[] {
  const { name } = partsOf(ref)
  const one = quantityOf(1)
  return [
    ...['configmaps', 'count/configmaps'].map((resource) => ({
      ref: `ConfigMap/${name}/kube-root-ca.crt` as Ref,
      resource,
      amount: one,
    })),
    { ref: `ServiceAccount/${name}/default`, resource: 'count/serviceaccounts', amount: one },
  ]
}

function taken({ ref, manifest }: EstateObject, estate: Estate): readonly Taking[] {
  const title = `${manifest.apiVersion}/${manifest.kind}`
  const spec = fieldsOf(manifest.spec)
  if (title === 'v1/Service') return serviceTakes(ref, spec)
  if (title === 'v1/PersistentVolumeClaim') {
    const size = amountOf(fieldsOf(fieldsOf(spec.resources).requests).storage)
    return claimTakes(ref, textOf(spec.storageClassName) ?? defaultClass(estate), size, 1)
  }
  return (counted.get(title) ?? []).map((resource) => ({ ref, resource, amount: quantityOf(1) }))
}

function serviceTakes(ref: Ref, spec: Fields): readonly Taking[] {
  const ports = fieldsIn(spec.ports)
  const isBalanced = spec.type === 'LoadBalancer'
  const nodePorts = spec.allocateLoadBalancerNodePorts === false ? ports.filter((port) => port.nodePort) : ports
  const counts: [string, number][] = [
    ['services', 1],
    ['count/services', 1],
    ['services.loadbalancers', isBalanced ? 1 : 0],
    ['services.nodeports', isBalanced ? nodePorts.length : spec.type === 'NodePort' ? listOf(spec.ports).length : 0],
  ]
  return counts
    .filter(([, count]) => count > 0)
    .map(([resource, count]) => ({ ref, resource, amount: quantityOf(count) }))
}

// One claim per pod and template of a StatefulSet; they stay when it is scaled down.
function templateClaims({ workload, claims, count, kind }: PodClass): readonly Taking[] {
  if (kind !== 'StatefulSet') return []
  return claims.filter((claim) => claim.perPod).flatMap((claim) => claimTakes(workload, claim.class, claim.size, count))
}

function claimTakes(ref: Ref, storageClass: string, size: Quantity | undefined, count: number): readonly Taking[] {
  if (count === 0) return []
  const rows: [string, Quantity | undefined][] = [
    ['persistentvolumeclaims', quantityOf(1)],
    ['count/persistentvolumeclaims', quantityOf(1)],
    ['requests.storage', size],
  ]
  const byClass = rows
    .filter(([resource]) => !resource.startsWith('count/'))
    .map(([resource, amount]) => [`${storageClass}${classSuffix}${resource}`, amount] as const)
  return [...rows, ...(storageClass === '' ? [] : byClass)].flatMap(([resource, amount]) =>
    amount === undefined ? [] : [{ ref, resource, amount: scaleQuantity(amount, count) }],
  )
}

function defaultClass(estate: Estate): string {
  return (
    Object.keys(estate.classes)
      .filter((name) => estate.classes[name]?.default)
      .sort()[0] ?? ''
  )
}
