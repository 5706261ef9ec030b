// What the meshes of a cluster are told, made last: of all calls to each Service, as the mesh of its environment takes it.

import type { Environment } from '../../platform/model.ts'
import type { EstateObject, Fact } from '../estate.ts'
import { lowered } from '../lower/lowered.ts'
import { istioObjects } from './istio.ts'
import { linkerdAnnotations } from './linkerd.ts'
import { type Route, routesOf } from './routes.ts'

/** The objects with those that say how calls are made; one that is written by hand stays as it is. */
export function withMesh(
  objects: readonly EstateObject[],
  environments: readonly Environment[],
  facts: readonly Fact[],
): readonly EstateObject[] {
  const meshes = new Map(environments.flatMap(({ name, mesh }) => (mesh?.by ? [[name, mesh.by] as const] : [])))
  if (meshes.size === 0) return objects
  const byRef = new Map(objects.map((object) => [object.ref, object]))
  for (const route of routesOf(facts, (environment) => meshes.has(environment))) {
    const service = byRef.get(route.service)
    const by = meshes.get(service?.environment ?? '')
    if (service && by === 'linkerd') byRef.set(route.service, annotated(service, route))
    if (service && by === 'istio')
      for (const made of told(service, route)) if (!byRef.has(made.ref)) byRef.set(made.ref, made)
  }
  return [...byRef.values()]
}

function told({ component, environment }: EstateObject, route: Route): readonly EstateObject[] {
  const { source } = route.fact
  const of = {
    source,
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
  }
  return istioObjects(route).map((manifest) => lowered(manifest, of))
}

function annotated(service: EstateObject, route: Route): EstateObject {
  const annotations = linkerdAnnotations(route)
  if (Object.keys(annotations).length === 0 || service.origin !== 'lowered') return service
  const { metadata } = service.manifest
  const all = { ...annotations, ...(metadata.annotations as object | undefined) }
  return { ...service, manifest: { ...service.manifest, metadata: { ...metadata, annotations: all } } }
}
