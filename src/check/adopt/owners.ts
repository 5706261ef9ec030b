// Who stands for a finding: the owners of the files that decide it, and what the objects that it is about say themselves.

import { type Fields, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import type { Estate } from '../../estate/estate.ts'
import { type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Verdict } from '../verdict.ts'

/** The owners of a file as it is named in verdicts. */
type OwnersOfFile = (file: string) => readonly string[]

// Labels and annotations by which teams mark what is theirs. `a8r.io/owner`: https://ambassadorlabs.github.io/k8s-for-humans/
const keys = ['a8r.io/owner', 'backstage.io/owner', 'owner', 'team']

/** The verdicts with those whom labels and annotations of their objects name, where anybody has to act on one. */
export function withSaidOwners(verdicts: readonly Verdict[], estates: readonly Estate[]): readonly Verdict[] {
  const byCluster = new Map(estates.map((estate) => [estate.cluster, ownersByRef(estate)]))
  const only = estates.length === 1 ? estates[0]?.cluster : undefined
  return verdicts.map((verdict) => {
    const ofObject = byCluster.get(verdict.cluster ?? only ?? '')
    return ofObject ? owned(verdict, (verdict.about ?? []).flatMap(ofObject)) : verdict
  })
}

/** The verdicts with the owners of the files that decide them. */
export function withFileOwners(verdicts: readonly Verdict[], ownersOfFile: OwnersOfFile): readonly Verdict[] {
  return verdicts.map((verdict) => owned(verdict, filesOf(verdict).flatMap(ownersOfFile)))
}

function owned(verdict: Verdict, more: readonly string[]): Verdict {
  if (verdict.verdict === 'kept' || more.length === 0) return verdict
  return { ...verdict, owners: [...new Set([...(verdict.owners ?? []), ...more])].sort(byCodePoint) }
}

/** The files of what decides against it, or else of the thing that it is about. */
function filesOf({ because, at }: Verdict): readonly string[] {
  const against = because.flatMap((reason) => (reason.truth !== true && reason.at ? [reason.at.file] : []))
  return against.length > 0 ? [...new Set(against)] : at ? [at.file] : []
}

// An object that says nothing belongs to whom its namespace belongs.
function ownersByRef({ objects }: Estate): (ref: Ref) => readonly string[] {
  const byRef = new Map(objects.map(({ ref, manifest }) => [ref, manifest]))
  return (ref) => {
    const own = ownersSaid(byRef.get(ref))
    const { namespace } = partsOf(ref)
    return own.length > 0 || namespace === '' ? own : ownersSaid(byRef.get(`Namespace//${namespace}`))
  }
}

function ownersSaid(manifest: Manifest | undefined): readonly string[] {
  if (!manifest) return []
  const { labels, annotations } = fieldsOf(manifest.metadata)
  return [fieldsOf(labels), fieldsOf(annotations)].flatMap((fields) => keys.flatMap((key) => said(fields, key)))
}

function said(fields: Fields, key: string): readonly string[] {
  const owner = Object.hasOwn(fields, key) ? textOf(fields[key])?.trim() : undefined
  return owner ? [owner] : []
}
