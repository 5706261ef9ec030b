// Whether a snapshot can tell of objects of a kind: what was asked for and answered, in the namespaces that were read.

import type { Manifest } from '../../kubernetes/types.ts'
import { groupOf } from '../operators/group-of.ts'
import { isClusterWide } from '../scope.ts'
import type { SnapshotHead } from '../snapshot.ts'

/** Where it is false, that an object is not in the snapshot says nothing about the cluster. */
export function sees({ seen, namespaces }: SnapshotHead, manifest: Manifest): boolean {
  const isKind = namesOf(manifest).some((name) => seen.has(name))
  if (!isKind || namespaces.length === 0 || isClusterWide(manifest)) return isKind
  return namespaces.includes(manifest.metadata.namespace ?? '')
}

/** Whether the cluster has no such resource: nobody installed it. */
export function lacks({ notServed }: SnapshotHead, manifest: Manifest): boolean {
  return namesOf(manifest).some((name) => notServed.has(name))
}

function namesOf(manifest: Manifest): readonly string[] {
  const group = groupOf(manifest)
  return plurals(manifest.kind).map((plural) => (group === '' ? plural : `${plural}.${group}`))
}

// The plural of a kind as API groups write it: pods, ingresses, networkpolicies.
function plurals(kind: string): readonly string[] {
  const one = kind.toLowerCase()
  return [`${one}s`, `${one}es`, one.replace(/y$/, 'ies')]
}
