// Manifests of files as objects of an estate, each ref once.

import type { Hint } from '../../kubernetes/hints.ts'
import type { ReadManifest, ReadProblem } from '../../kubernetes/read.ts'
import type { Manifest, Metadata, Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { isClusterWide } from '../scope.ts'
import { fieldsAt } from './fields.ts'
import { isSame } from './same.ts'
import { homesOf, refAt } from './shared-kinds.ts'

export interface ReadObjects {
  readonly objects: readonly EstateObject[]
  readonly problems: readonly ReadProblem[]
  /** How many manifests say once more, word for word, what another one says. */
  readonly repeated: number
}

/**
 * In the order in which they are read. A second manifest of one ref is counted where it says the same, and a problem where
 * it does not, as nobody knows which one holds. `namespace` is where objects go that name none.
 */
export function readObjects(read: readonly ReadManifest[], namespace = 'default'): ReadObjects {
  const clusterWide = clusterWideKinds(read)
  const whole = read.map((one) => ({ one, manifest: complete(one.manifest, clusterWide, namespace) }))
  const homes = homesOf(whole.map(({ manifest }) => manifest))
  const byRef = new Map<Ref, { object: EstateObject; at: ReadManifest['at'] }>()
  const problems: ReadProblem[] = []
  const generated = new Map<Ref, number>()
  let repeated = 0
  for (const { one, manifest } of whole) {
    const ref = refFor(manifest, homes, generated)
    const first = byRef.get(ref)
    const fault = faultOf(one, manifest, first?.at)
    if (first && isSame(first.object.manifest, manifest)) repeated++
    else if (fault) problems.push({ ...one.at, ...fault, hint: hintOf(manifest) })
    else byRef.set(ref, { object: objectOf(one, manifest, ref), at: one.at })
  }
  return { objects: [...byRef.values()].map(({ object }) => object), problems, repeated }
}

// Objects that the API server will name are as many as are written: `migrate-#`, `migrate-#2`.
function refFor(manifest: Manifest, homes: ReadonlyMap<Ref, string>, generated: Map<Ref, number>): Ref {
  const { name, generateName } = manifest.metadata
  const ref = refAt(manifest, homes)
  if (name !== undefined || generateName === undefined) return ref
  const first: Ref = `${ref}${generateName}#`
  const count = (generated.get(first) ?? 0) + 1
  generated.set(first, count)
  return count === 1 ? first : `${first}${count}`
}

function hintOf({ kind, metadata: { namespace } }: Manifest): Hint {
  return { kinds: [kind], namespaces: namespace === undefined ? undefined : [namespace] }
}

function objectOf(one: ReadManifest, manifest: Manifest, ref: Ref): EstateObject {
  const { file } = one.at
  const lineOf = (path: readonly (string | number)[]) => {
    const place = one.lineOf(path)
    return place && { file, ...place }
  }
  const environment = manifest.metadata.namespace
  const source = { at: one.at, lineOf }
  return environment === undefined
    ? { ref, manifest, origin: 'read', source }
    : { ref, manifest, origin: 'read', environment, source }
}

type Fault = Pick<ReadProblem, 'says' | 'next'>

function faultOf(written: ReadManifest, manifest: Manifest, first: ReadManifest['at'] | undefined): Fault | undefined {
  const { kind, apiVersion } = written.manifest
  const { name } = manifest.metadata
  if ([name, manifest.metadata.namespace].some((said) => said !== undefined && /\{\{|\$\{|\$\(/.test(said))) {
    return { says: `${kind} ${name} is a template, no manifest yet`, next: 'render it first, and judge the result' }
  }
  if (apiVersion.startsWith('kustomize.config.k8s.io/')) {
    return { says: `a ${kind} is built before it is applied`, next: 'judge its result: kustomize build > built.yaml' }
  }
  if (manifest.metadata.name === undefined && manifest.metadata.generateName === undefined) {
    return { says: `this ${kind} has no name`, next: 'add metadata.name' }
  }
  if (first) {
    const name = `${kind} ${manifest.metadata.name}`
    const folder = folderApart(written.at.file, first.file)
    const next = folder ? `one folder at a time: seaworthy check ${folder}` : 'leave one of them out'
    return { says: `${name} stands already at ${first.file}:${first.line}`, next }
  }
  return undefined
}

/** Where a file lies, as far as another one does not lie there too: `k8s/prod` beside `k8s/dev`; undefined where they lie together. */
function folderApart(file: string, other: string): string | undefined {
  const [steps, others] = [file, other].map((path) => path.split('/').slice(0, -1)) as [string[], string[]]
  const at = steps.findIndex((step, index) => step !== others[index])
  return at < 0 || others.length <= at ? undefined : steps.slice(0, at + 1).join('/')
}

// What kubectl or a delivery tool fills in: a namespace, where a kind has one and none is written.
function complete(manifest: Manifest, clusterWide: ReadonlySet<string>, otherwise: string): Manifest {
  const { name, namespace, generateName } = manifest.metadata
  const named = { name: text(name), generateName: text(generateName) }
  const where = isClusterWide(manifest, clusterWide) ? undefined : (text(namespace) ?? otherwise)
  if (named.name === name && named.generateName === generateName && where === namespace) return manifest
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
