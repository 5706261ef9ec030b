// What the pods of a workload need before they start.
// Source: k8s.io/kubernetes@v1.36.3 pkg/kubelet/kubelet_pods.go (makeEnvironmentVariables), pkg/volume/configmap, secret, projected;
// plugin/pkg/admission/serviceaccount, priority; pkg/scheduler/framework/plugins/volumebinding.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Path, Reference } from './reference.ts'

type Fields = { readonly [field: string]: unknown }

const templatePaths: ReadonlyMap<string, Path> = new Map<string, Path>([
  ['/Pod', []],
  ['/ReplicationController', ['spec', 'template']],
  ['apps/Deployment', ['spec', 'template']],
  ['apps/StatefulSet', ['spec', 'template']],
  ['apps/DaemonSet', ['spec', 'template']],
  ['apps/ReplicaSet', ['spec', 'template']],
  ['batch/Job', ['spec', 'template']],
  ['batch/CronJob', ['spec', 'jobTemplate', 'spec', 'template']],
  ['argoproj.io/Rollout', ['spec', 'template']],
])

/** Where the pod template stands in a manifest; undefined for what makes no pods. */
export function templatePathOf({ manifest }: EstateObject): Path | undefined {
  return templatePaths.get(`${groupOf(manifest.apiVersion)}/${manifest.kind}`)
}

export function groupOf(apiVersion: unknown): string {
  const version = String(apiVersion)
  return version.includes('/') ? version.slice(0, version.indexOf('/')) : ''
}

const container = 'the container is never created (CreateContainerConfigError)'
const mount = 'the pod waits for its volume for ever (FailedMount)'
const refused = 'its pods are refused'

/** Every reference of the pods that an object makes; what is optional is left out. */
export function podReferences(object: EstateObject): readonly Reference[] {
  const template = templatePathOf(object)
  if (template === undefined) return []
  const { namespace } = partsOf(object.ref)
  const path = [...template, 'spec']
  const spec = fieldsAt(object.manifest, ...(path as string[]))
  const say = (reference: Omit<Reference, 'group' | 'namespace'>): Reference => ({ group: '', namespace, ...reference })
  return [
    ...['initContainers', 'containers'].flatMap((list) =>
      fieldsIn(spec[list]).flatMap((each, index) => environmentReferences(each, [...path, list, index])),
    ),
    ...fieldsIn(spec.volumes).flatMap((volume, index) => volumeReferences(volume, [...path, 'volumes', index])),
  ]
    .map(say)
    .concat(wholePod(spec, path, namespace))
}

type Local = Omit<Reference, 'group' | 'namespace'>

function wholePod(spec: Fields, path: Path, namespace: string): readonly Reference[] {
  const account = spec.serviceAccountName ?? spec.serviceAccount
  const field = spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName'
  return [
    ...named('ServiceAccount', account, { group: '', namespace, path: [...path, field], otherwise: refused }),
    ...named('PriorityClass', spec.priorityClassName, {
      group: 'scheduling.k8s.io',
      namespace: '',
      path: [...path, 'priorityClassName'],
      otherwise: refused,
    }),
    ...named('RuntimeClass', spec.runtimeClassName, {
      group: 'node.k8s.io',
      namespace: '',
      path: [...path, 'runtimeClassName'],
      otherwise: refused,
    }),
    ...fieldsIn(spec.imagePullSecrets).flatMap(({ name }, index) =>
      named('Secret', name, { group: '', namespace, path: [...path, 'imagePullSecrets', index, 'name'] }),
    ),
  ]
}

/** The reference, where a name is said at all. */
export function named(kind: string, name: unknown, rest: Omit<Reference, 'kind' | 'name'>): readonly Reference[] {
  return typeof name === 'string' && name !== '' ? [{ kind, name, ...rest }] : []
}

function environmentReferences(each: Fields, path: Path): readonly Local[] {
  const whole = fieldsIn(each.envFrom).flatMap((source, index) =>
    bySource(source, { configMapRef: 'ConfigMap', secretRef: 'Secret' }, [...path, 'envFrom', index], container),
  )
  const single = fieldsIn(each.env).flatMap(({ valueFrom }, index) =>
    bySource(
      fieldsAt(valueFrom),
      { configMapKeyRef: 'ConfigMap', secretKeyRef: 'Secret' },
      [...path, 'env', index, 'valueFrom'],
      container,
    ),
  )
  return [...whole, ...single]
}

function bySource(
  source: Fields,
  kinds: { readonly [field: string]: string },
  path: Path,
  otherwise: string,
): readonly Local[] {
  return Object.entries(kinds).flatMap(([field, kind]): Local[] => {
    const { name, key, optional } = fieldsAt(source, field)
    if (typeof name !== 'string' || name === '' || optional === true) return []
    return [{ kind, name, ...(typeof key === 'string' && { key }), path: [...path, field], otherwise }]
  })
}

function volumeReferences(volume: Fields, path: Path): readonly Local[] {
  const { claimName } = fieldsAt(volume, 'persistentVolumeClaim')
  const sources = fieldsIn(fieldsAt(volume, 'projected').sources)
  return [
    ...keysRead(volume, 'configMap', 'name', path),
    ...keysRead(volume, 'secret', 'secretName', path),
    ...sources.flatMap((source, index) => {
      const here = [...path, 'projected', 'sources', index]
      return [...keysRead(source, 'configMap', 'name', here), ...keysRead(source, 'secret', 'name', here)]
    }),
    ...(typeof claimName === 'string' && claimName !== ''
      ? [
          {
            kind: 'PersistentVolumeClaim',
            name: claimName,
            path: [...path, 'persistentVolumeClaim', 'claimName'],
            otherwise: 'its pods stay Pending',
          },
        ]
      : []),
  ]
}

// A volume needs the object, and of it the keys that its items name.
function keysRead(source: Fields, field: 'configMap' | 'secret', nameField: string, path: Path): readonly Local[] {
  const said = fieldsAt(source, field)
  const name = said[nameField]
  if (typeof name !== 'string' || name === '' || said.optional === true) return []
  const kind = field === 'configMap' ? 'ConfigMap' : 'Secret'
  const items = fieldsIn(said.items)
  if (items.length === 0) return [{ kind, name, path: [...path, field, nameField], otherwise: mount }]
  return items.flatMap(({ key }, index) =>
    typeof key === 'string'
      ? [{ kind, name, key, path: [...path, field, 'items', index, 'key'], otherwise: mount }]
      : [],
  )
}
