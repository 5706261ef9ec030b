// What objects that make no pods name: backends, targets of autoscalers, roles, volumes, classes.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { backendReferences } from './backend-references.ts'
import { groupOf, named } from './pod-references.ts'
import { postgresReferences } from './postgres-references.ts'
import type { Reference } from './reference.ts'

type Fields = { readonly [field: string]: unknown }
type Find = (spec: Fields, object: EstateObject, namespace: string) => readonly Reference[]

const nothingScaled = 'there is nothing to scale'

const finders: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['autoscaling/HorizontalPodAutoscaler', scaleTarget('scaleTargetRef')],
  ['autoscaling.k8s.io/VerticalPodAutoscaler', scaleTarget('targetRef')],
  ['keda.sh/ScaledObject', scaledObject],
  ['keda.sh/TriggerAuthentication', triggerAuthentication],
  ['apps/StatefulSet', statefulSet],
  ['rbac.authorization.k8s.io/RoleBinding', roleBinding],
  ['rbac.authorization.k8s.io/ClusterRoleBinding', roleBinding],
  ['/PersistentVolumeClaim', claim],
  ['/ServiceAccount', serviceAccount],
  ['cert-manager.io/Certificate', certificate],
  ['external-secrets.io/ExternalSecret', externalSecret],
  ['postgresql.cnpg.io/Cluster', postgresReferences],
])

/** Every reference of an object beside those of its pods. */
export function objectReferences(object: EstateObject): readonly Reference[] {
  const { namespace } = partsOf(object.ref)
  const { apiVersion, kind, spec } = object.manifest
  const find = finders.get(`${groupOf(apiVersion)}/${kind}`)
  return find ? find(fieldsAt(spec), object, namespace) : backendReferences(object)
}

function scaleTarget(field: string): Find {
  return (spec, _object, namespace) => {
    const { apiVersion, kind, name } = fieldsAt(spec, field)
    if (typeof kind !== 'string') return []
    const group = groupOf(apiVersion ?? '')
    return named(kind, name, { group, namespace, path: ['spec', field, 'name'], otherwise: nothingScaled })
  }
}

// Source: github.com/kedacore/keda/v2@v2.21 apis/keda/v1alpha1/scaledobject_types.go: a target without a kind is a Deployment.
function scaledObject(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name } = fieldsAt(spec, 'scaleTargetRef')
  return [
    ...named(String(kind), name, {
      group: groupOf(apiVersion),
      namespace,
      path: ['spec', 'scaleTargetRef', 'name'],
      otherwise: nothingScaled,
    }),
    ...fieldsIn(spec.triggers).flatMap(({ authenticationRef }, index) => {
      const ref = fieldsAt(authenticationRef)
      const kind = ref.kind === 'ClusterTriggerAuthentication' ? ref.kind : 'TriggerAuthentication'
      return named(kind, ref.name, {
        group: 'keda.sh',
        namespace: kind === 'TriggerAuthentication' ? namespace : '',
        path: ['spec', 'triggers', index, 'authenticationRef', 'name'],
        otherwise: 'the trigger cannot be asked, so nothing is scaled by it',
      })
    }),
  ]
}

function triggerAuthentication(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  return fieldsIn(spec.secretTargetRef).flatMap(({ name, key }, index) =>
    named('Secret', name, {
      group: '',
      namespace,
      ...(typeof key === 'string' && { key }),
      path: ['spec', 'secretTargetRef', index, 'name'],
      otherwise: 'the trigger cannot be asked, so nothing is scaled by it',
    }),
  )
}

// Its pods run without the Service, only their names do not resolve.
function statefulSet(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  const claims = fieldsIn(spec.volumeClaimTemplates).flatMap((template, index) =>
    named('StorageClass', fieldsAt(template, 'spec').storageClassName, {
      group: 'storage.k8s.io',
      namespace: '',
      path: ['spec', 'volumeClaimTemplates', index, 'spec', 'storageClassName'],
      otherwise: 'its claims stay Pending',
    }),
  )
  const path = ['spec', 'serviceName']
  const otherwise = 'no name leads to a single pod of it'
  return [...named('Service', spec.serviceName, { group: '', namespace, path, otherwise, isLoose: true }), ...claims]
}

function roleBinding(_spec: Fields, { manifest }: EstateObject, namespace: string): readonly Reference[] {
  const { kind, name } = fieldsAt(manifest, 'roleRef')
  if (kind !== 'Role' && kind !== 'ClusterRole') return []
  return named(kind, name, {
    group: 'rbac.authorization.k8s.io',
    namespace: kind === 'Role' ? namespace : '',
    path: ['roleRef', 'name'],
    otherwise: 'the binding grants nothing',
  })
}

const staysPending = 'the claim stays Pending'

function claim(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  return [
    ...named('PersistentVolume', spec.volumeName, {
      group: '',
      namespace: '',
      path: ['spec', 'volumeName'],
      otherwise: staysPending,
    }),
    // A claim that names its volume needs no class that exists (pkg/controller/volume/persistentvolume/pv_controller.go).
    ...(spec.volumeName === undefined
      ? named('StorageClass', spec.storageClassName, {
          group: 'storage.k8s.io',
          namespace: '',
          path: ['spec', 'storageClassName'],
          otherwise: staysPending,
        })
      : []),
    ...(fieldsAt(spec, 'dataSource').kind === 'PersistentVolumeClaim'
      ? named('PersistentVolumeClaim', fieldsAt(spec, 'dataSource').name, {
          group: '',
          namespace,
          path: ['spec', 'dataSource', 'name'],
          otherwise: staysPending,
        })
      : []),
  ]
}

function serviceAccount(_spec: Fields, { manifest }: EstateObject, namespace: string): readonly Reference[] {
  return fieldsIn(manifest.imagePullSecrets).flatMap(({ name }, index) =>
    named('Secret', name, { group: '', namespace, path: ['imagePullSecrets', index, 'name'] }),
  )
}

function certificate(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  const { kind = 'Issuer', group = 'cert-manager.io', name } = fieldsAt(spec, 'issuerRef')
  if (group !== 'cert-manager.io' || (kind !== 'Issuer' && kind !== 'ClusterIssuer')) return []
  return named(kind, name, {
    group: 'cert-manager.io',
    namespace: kind === 'Issuer' ? namespace : '',
    path: ['spec', 'issuerRef', 'name'],
    otherwise: 'the certificate is never issued',
  })
}

function externalSecret(spec: Fields, _object: EstateObject, namespace: string): readonly Reference[] {
  const { kind = 'SecretStore', name } = fieldsAt(spec, 'secretStoreRef')
  if (kind !== 'SecretStore' && kind !== 'ClusterSecretStore') return []
  return named(kind, name, {
    group: 'external-secrets.io',
    namespace: kind === 'SecretStore' ? namespace : '',
    path: ['spec', 'secretStoreRef', 'name'],
    otherwise: 'the Secret is never written',
  })
}
