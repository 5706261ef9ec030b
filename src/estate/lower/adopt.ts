// Manifests that a platform's authors wrote by hand, or show an excerpt of.

import { type Manifest, type Metadata, type Ref, refOf } from '../../kubernetes/types.ts'
import type { Environment, Shown, Written } from '../../platform/model.ts'
import type { EstateObject, ShownObject } from '../estate.ts'
import { given } from '../given.ts'
import { sortedBy } from '../order.ts'
import { isClusterWide } from '../scope.ts'
import { sourceOf } from '../source.ts'
import { type Lines, withLines } from '../where/lines.ts'
import type { Member } from './members.ts'
import { refOfWorkload } from './placed.ts'

/** Complete manifests, as objects of the environment that includes them. */
export function written(environment: Environment, lines: Lines): readonly EstateObject[] {
  const objects = environment.includes
    .filter((included) => included.is === 'written')
    .map((included): EstateObject => {
      const manifest = placedIn(environment.namespace, included)
      const source = withLines(sourceOf(included, included.stated), (path) => lines(included, path))
      return { ref: refOf(manifest), manifest, origin: 'written', environment: environment.name, source }
    })
  return sortedBy(objects, ({ source, manifest }) => `${placeText(source)} ${JSON.stringify(manifest)}`)
}

/** Excerpts, each with the workload that it shows a part of. */
export function shown(environment: Environment, members: readonly Member[], lines: Lines): readonly ShownObject[] {
  const excerpts = environment.includes.filter((included) => included.is === 'shown')
  const objects = excerpts.map((included) => {
    const manifest = placedIn(environment.namespace, included)
    return {
      manifest,
      of: shownRef(included, manifest, environment, members),
      component: included.of.name,
      environment: environment.name,
      ...(included.whole && { whole: true as const }),
      source: withLines(sourceOf(included, included.stated), (path) => lines(included, path)),
    }
  })
  return sortedBy(objects, ({ of, source, manifest }) => `${of} ${placeText(source)} ${JSON.stringify(manifest)}`)
}

function placeText({ at, stated }: ShownObject['source']): string {
  return `${at?.file}:${at?.line}:${at?.column} ${stated?.lines.join()}`
}

// A manifest of another kind than its component's workload shows an object beside it (a Service, a budget).
function shownRef(included: Shown, manifest: Manifest, environment: Environment, members: readonly Member[]): Ref {
  const placed = members
    .filter((member) => member.environment.name === environment.name && member.component.name === included.of.name)
    .flatMap(({ workloads }) => workloads)
  const own = placed.filter(({ workload }) => workload.controller === manifest.kind)
  const named = own.find(({ workload }) => workload.name === manifest.metadata.name) ?? own[0]
  return named ? refOfWorkload(named) : refOf(manifest)
}

function placedIn(namespace: string, { manifest }: Written | Shown): Manifest {
  const metadata = isMetadata(manifest.metadata) ? manifest.metadata : {}
  if (isClusterWide(manifest)) return { ...manifest, metadata: given({ ...metadata, namespace: undefined }) }
  return { ...manifest, metadata: given({ ...metadata, namespace: metadata.namespace ?? namespace }) }
}

function isMetadata(value: unknown): value is Metadata {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
