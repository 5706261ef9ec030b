import type { Manifest } from '../../kubernetes/types.ts'
import type { FieldPath } from '../../platform/field/field-line.ts'
import type { Environment } from '../../platform/model.ts'
import type { EstateObject, Source } from '../estate.ts'
import { injectionOf } from '../mesh/injection.ts'
import { peerAuthentication } from '../mesh/peer-authentication.ts'
import { sortedBy } from '../order.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import { limitRange } from './limit-range.ts'
import { lowered } from './lowered.ts'
import { namespace } from './namespace.ts'
import { resourceQuota } from './resource-quota.ts'
import { roleObjects } from './role.ts'
import { secretObject, secretStoreObject } from './secret.ts'

/** What an environment is by itself: its namespace, with bounds and roles where they are declared. */
export function environmentObjects(environment: Environment, lines: Lines): readonly EstateObject[] {
  const { name, quota, limits, roles, secrets, mesh, stated } = environment
  const marks = injectionOf(mesh)
  const labels = { ...environment.labels, ...marks.labels }
  const stores = new Set(secrets.flatMap(({ from }) => (from ? [from] : [])))
  const object = (manifest: Manifest | undefined, source: Source, option: (path: FieldPath) => FieldPath) => {
    const lined = withLines(source, (path) => lines(environment, option(path)))
    return manifest ? [lowered(manifest, { environment: name, source: lined })] : []
  }
  return [
    ...object(
      namespace(environment.namespace, labels, marks.annotations),
      sourceOf(environment, stated),
      namespaceOption,
    ),
    ...object(
      peerAuthentication(environment),
      sourceOf(mesh ?? environment, mesh?.cites?.mtls, mesh?.stated, stated),
      meshOption,
    ),
    ...object(resourceQuota(environment), sourceOf(environment, quota?.stated, stated), quotaOption),
    ...object(limitRange(environment), sourceOf(environment, limits?.stated, stated), limitsOption),
    ...sortedBy(roles, (role) => role.name).flatMap((role) =>
      roleObjects(role, environment).map((manifest) =>
        lowered(manifest, { environment: name, source: sourceOf(role, role.stated, stated) }),
      ),
    ),
    ...sortedBy(secrets, (secret) => secret.name).map((secret) =>
      lowered(secretObject(secret, environment), {
        environment: name,
        source: sourceOf(secret, secret.stated, stated),
      }),
    ),
    ...sortedBy(stores, (store) => store.name).flatMap((store) => {
      const asked = secretStoreObject(store, environment)
      return asked ? [lowered(asked, { environment: name, source: sourceOf(store, store.stated) })] : []
    }),
  ]
}

function namespaceOption([, field, ...rest]: FieldPath): FieldPath {
  return field === 'labels' ? ['labels', ...rest] : ['namespace']
}

function meshOption(): FieldPath {
  return ['mesh']
}

function quotaOption([, , ...resource]: FieldPath): FieldPath {
  return ['quota', ...resource]
}

// spec.limits holds one item, whose fields are those of the option.
function limitsOption([, , , ...rest]: FieldPath): FieldPath {
  return ['limits', ...rest]
}
