// Manifests of files as objects of an estate, each ref once.

import type { ReadManifest, ReadProblem } from '../../kubernetes/read.ts'
import { type Manifest, type Metadata, type Ref, refOf } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { isClusterWide } from '../scope.ts'
import { fieldsAt } from './fields.ts'

export interface ReadObjects {
  readonly objects: readonly EstateObject[]
  readonly problems: readonly ReadProblem[]
}

/** In the order in which they are read; the second manifest of one ref is a problem, as nobody knows which one holds. */
export function readObjects(read: readonly ReadManifest[]): ReadObjects {
  const clusterWide = clusterWideKinds(read)
  const byRef = new Map<Ref, { object: EstateObject; at: ReadManifest['at'] }>()
  const problems: ReadProblem[] = []
  for (const one of read) {
    const manifest = complete(one.manifest, clusterWide)
    const ref = refFor(manifest, byRef)
    const first = byRef.get(ref)
    const fault = faultOf(one.manifest, manifest, first?.at)
    if (fault) problems.push({ file: one.at.file, line: one.at.line, column: one.at.column, ...fault })
    else byRef.set(ref, { object: objectOf(one, manifest, ref), at: one.at })
  }
  return { objects: [...byRef.values()].map(({ object }) => object), problems }
}

// Objects that the API server will name are as many as are written: `migrate-#`, `migrate-#2`.
function refFor(manifest: Manifest, taken: ReadonlyMap<Ref, unknown>): Ref {
  const { name, generateName } = manifest.metadata
  const ref = refOf(manifest)
  if (name !== undefined || generateName === undefined) return ref
  const first: Ref = `${ref}${generateName}#`
  if (!taken.has(first)) return first
  for (let next = 2; ; next++) if (!taken.has(`${first}${next}`)) return `${first}${next}`
}

function objectOf(one: ReadManifest, manifest: Manifest, ref: Ref): EstateObject {
  const { file } = one.at
  const lineOf = (path: readonly (string | number)[]) => {
    const place = one.lineOf(path)
    return place && { file, ...place }
  }
  const environment = manifest.metadata.namespace
  return given<EstateObject>({ ref, manifest, origin: 'read', environment, source: { at: one.at, lineOf } })
}

type Fault = Pick<ReadProblem, 'says' | 'next'>

function faultOf(written: Manifest, manifest: Manifest, first: ReadManifest['at'] | undefined): Fault | undefined {
  const { kind, apiVersion } = written
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) {
    return { says: `a ${kind} is built before it is applied`, next: 'judge its result: kustomize build > built.yaml' }
  }
  if (manifest.metadata.name === undefined && manifest.metadata.generateName === undefined) {
    return { says: `this ${kind} has no name`, next: 'add metadata.name' }
  }
  if (first) {
    const name = `${kind} ${manifest.metadata.name}`
    return { says: `${name} stands already at ${first.file}:${first.line}`, next: 'leave one of them out' }
  }
  return undefined
}

// What kubectl fills in: the namespace default, where a kind has one and none is written.
function complete(manifest: Manifest, clusterWide: ReadonlySet<string>): Manifest {
  const { name, namespace, generateName } = manifest.metadata
  const named = { name: text(name), generateName: text(generateName) }
  const where = isClusterWide(manifest, clusterWide) ? undefined : (text(namespace) ?? 'default')
  return { ...manifest, metadata: given<Metadata>({ ...manifest.metadata, ...named, namespace: where }) }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function clusterWideKinds(read: readonly ReadManifest[]): ReadonlySet<string> {
  return new Set(
    read.flatMap(({ manifest }) => {
      const { group, scope } = fieldsAt(manifest, 'spec')
      const { kind } = fieldsAt(manifest, 'spec', 'names')
      return manifest.kind === 'CustomResourceDefinition' && scope === 'Cluster' ? [`${group}/${kind}`] : []
    }),
  )
}
