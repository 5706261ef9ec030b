// Where a live cluster differs from what is written for it: what is not there, and each written field that says otherwise
// there. What the cluster filled in by itself is no difference, nor is what others are meant to move.

import type { Ref } from '../../kubernetes/types.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Position } from '../../platform/source.ts'
import type { EstateObject } from '../estate.ts'
import { fieldsAt } from '../import/fields.ts'
import { keptByName, type SnapshotHead } from '../snapshot.ts'
import { type FieldDifference, fieldsThatDiffer } from './field-differences.ts'
import { lacks, sees } from './seen-kind.ts'

export interface Difference {
  readonly ref: Ref
  /** The field that differs, a member of a list by its name; none where the whole object is not there. */
  readonly field?: string
  readonly written?: unknown
  readonly live?: unknown
  /** Further fields of the same object that differ. */
  readonly more?: number
  readonly at?: Position
}

export interface Differences {
  readonly differences: readonly Difference[]
  /** How many objects could be held against the cluster. */
  readonly compared: number
  /** Kinds that nobody installed there. */
  readonly notServed: readonly OfKind[]
  /** Kinds of which the snapshot cannot tell. */
  readonly untold: readonly OfKind[]
}

export interface OfKind {
  readonly kind: string
  readonly objects: number
}

/** What was read of files and differs on the cluster, in the order of what is written. Secrets are never compared. */
export function differencesOf(
  written: readonly EstateObject[],
  live: readonly EstateObject[],
  head: SnapshotHead,
): Differences {
  const there = new Map(live.map((object) => [object.ref, object]))
  const scaled = scaledRefs([...written, ...live])
  const ours = written.filter(({ origin, implied, source }) => origin === 'read' && !implied && !source.live)
  const by = Map.groupBy(ours, ({ manifest }): 'told' | 'notServed' | 'untold' => {
    if (lacks(head, manifest)) return 'notServed'
    return manifest.kind !== 'Secret' && sees(head, manifest) ? 'told' : 'untold'
  })
  const told = by.get('told') ?? []
  return {
    differences: told.flatMap((object) => ofObject(object, there.get(object.ref), { head, scaled })),
    compared: told.length,
    notServed: byKind(by.get('notServed') ?? []),
    untold: byKind(by.get('untold') ?? []),
  }
}

interface Asked {
  readonly head: SnapshotHead
  /** Objects whose number of pods an autoscaler sets. */
  readonly scaled: ReadonlySet<Ref>
}

function ofObject(
  object: EstateObject,
  live: EstateObject | undefined,
  { head, scaled }: Asked,
): readonly Difference[] {
  const { ref, manifest, source } = object
  if (!live) return comesAndGoes(object) ? [] : [at({ ref }, source.at)]
  // The cluster answers in the version that it prefers, and another version may say the same in other fields.
  if (manifest.apiVersion !== live.manifest.apiVersion || isKeptInPart(manifest.kind)) return []
  const fields = fieldsThatDiffer(manifest, live.manifest, { redacted: head.redacted }).filter(
    ({ path }) => !(scaled.has(ref) && path.join('.') === 'spec.replicas'),
  )
  return fields
    .slice(0, mostPerObject)
    .map((field, nth) => ofField(object, field, nth === 0 ? fields.length - mostPerObject : 0))
}

function isKeptInPart(kind: string): boolean {
  return kind === 'CustomResourceDefinition' || keptByName.has(kind)
}

// More of one object say no more than these.
const mostPerObject = 5

function ofField({ ref, source }: EstateObject, field: FieldDifference, more: number): Difference {
  const { path, name, written, live } = field
  const found = { ref, field: name, written, live, ...(more > 0 && { more }) }
  return at(found, source.lineOf?.(path) ?? source.at)
}

function at(difference: Difference, place: Position | undefined): Difference {
  return place ? { ...difference, at: place } : difference
}

// A job that ended may be cleared away, a hook runs and goes, and a name that is made up is another one there.
function comesAndGoes({ manifest, ref }: EstateObject): boolean {
  const { annotations, name } = manifest.metadata
  const marks = Object.keys(fieldsAt({ annotations }, 'annotations'))
  const isHook = marks.some((mark) => mark === 'helm.sh/hook' || mark === 'argocd.argoproj.io/hook')
  return name === undefined || isHook || ['Job', 'Pod'].includes(partsOf(ref).kind)
}

function scaledRefs(objects: readonly EstateObject[]): ReadonlySet<Ref> {
  const found = new Set<Ref>()
  for (const { manifest, ref } of objects) {
    if (manifest.kind !== 'HorizontalPodAutoscaler' && manifest.kind !== 'ScaledObject') continue
    const { kind = 'Deployment', name } = fieldsAt(manifest, 'spec', 'scaleTargetRef')
    found.add(`${kind}/${partsOf(ref).namespace}/${name}`)
  }
  return found
}

/** How many there are of each kind, by its name. */
export function byKind(objects: readonly EstateObject[]): readonly OfKind[] {
  return [...Map.groupBy(objects, ({ manifest }) => manifest.kind)]
    .map(([kind, of]) => ({ kind, objects: of.length }))
    .sort((a, b) => byCodePoint(a.kind, b.kind))
}
