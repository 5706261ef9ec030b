// What the API server says of one object, or of what is shown of it, as parts of a verdict.
import { admitInEach, type ObjectAdmission } from '../../engine/admission/admit-object.ts'
import type { Refusal } from '../../engine/admission/refusal.ts'
import { sayRefusal } from '../../engine/admission/words.ts'
import type { Assumption } from '../../engine/assumption.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Estate, ShownObject, Source } from '../../estate/estate.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { type DroppedRules, droppedParts, droppedWords } from './dropped.ts'
import { type IncompleteRules, incompleteParts, incompleteWords } from './incomplete.ts'
import { isRefusedToo, minorsAsked, takenAlike, type VersionRules, versionWords } from './versions-asked.ts'

export type ObjectRules = IncompleteRules &
  DroppedRules &
  VersionRules & {
    accepted: { readonly kubernetes: readonly string[] }
    excerpt: { readonly missing: readonly string[] }
    refused: Refusal & { readonly kubernetes: readonly string[] }
    depends: Refusal & { readonly kubernetes: readonly string[] }
    unread: { readonly parts: readonly string[] }
    otherKinds: { readonly kinds: readonly (readonly [kind: string, count: number])[] }
  }

/** What each version that is asked says of it (`minorsAsked`). */
export function objectParts(manifest: Manifest, view: View, source: Source): readonly AnyPart<ObjectRules>[] {
  return partsOf(askAll(manifest, view.estate), { view, source }, () => true)
}

/** What is missing in an excerpt is not held against it; where it is shown as what somebody applies, it is. */
export function excerptParts(
  { manifest, source, whole, of }: ShownObject,
  view: View,
): readonly AnyPart<ObjectRules>[] {
  const asked = askAll(manifest, view.estate)
  const missing = [
    ...new Set(asked.flatMap(({ refused }) => refused.filter(isMissing).map(({ field }) => field))),
  ].sort()
  const parts = partsOf(asked, { view, source }, (refusal) => !isMissing(refusal))
  if (!whole) return [...parts, part('excerpt', true, { missing }, { at: { source } })]
  return [...parts, ...incompleteParts(wholes(missing, manifest), { manifest, source, of }, view)]
}

// Without a template each field that it must have is missing, and so is it.
function wholes(missing: readonly string[], { spec }: Manifest): readonly string[] {
  if (fieldsOf(spec).template !== undefined) return missing
  return [...new Set(missing.map((field) => (field.startsWith('spec.template.') ? 'spec.template' : field)))]
}

function isMissing({ fault }: Refusal): boolean {
  return fault.is === 'required'
}

interface Asked extends ObjectAdmission {
  readonly minor: string
}

function askAll(manifest: Manifest, estate: Estate): readonly Asked[] {
  const minors = minorsAsked(estate)
  return admitInEach(manifest, minors).map((admission, at) => ({ minor: minors[at] ?? '', ...admission }))
}

function partsOf(
  asked: readonly Asked[],
  { view, source }: { readonly view: View; readonly source: Source },
  counts: (refusal: Refusal) => boolean,
): readonly AnyPart<ObjectRules>[] {
  const found = asked.flatMap(({ minor, refused }) =>
    refused.filter(counts).map((refusal) => ({ refusal, minor, key: sayRefusal(refusal) })),
  )
  const refusals = [...Map.groupBy(found, ({ key }) => key).values()].map((same): AnyPart<ObjectRules> => {
    const [first] = same
    const kubernetes = same.map(({ minor }) => minor)
    const { refusal } = first as (typeof same)[number]
    const more = { at: { source, path: refusal.path }, hint: hintFor(refusal), ...causeOf(refusal) }
    return kubernetes.length === asked.length && isRefusedToo(refusal, view.estate)
      ? part('refused', false, { ...refusal, kubernetes }, more)
      : part('depends', undefined, { ...refusal, kubernetes }, more)
  })
  const unread = [...new Set(asked.flatMap(({ notModelled }) => notModelled))]
  const dropped = droppedParts(asked, source)
  return [
    ...refusals,
    ...dropped,
    ...(unread.length > 0 ? [part('unread', undefined, { parts: unread }, { at: { source } })] : []),
    ...(refusals.length + dropped.length + unread.length === 0 ? [accepted(asked, view, source)] : []),
  ]
}

function accepted(asked: readonly Asked[], { estate, denied }: View, source: Source): AnyPart<ObjectRules> {
  const assumes = [
    ...(asked.some(({ supposed = [] }) => supposed.includes('IPv4')) ? [ipv4(estate.cluster)] : []),
    ...takenAlike(estate),
  ]
  const truth = assumes.some(({ id }) => denied.has(id)) ? undefined : true
  return part('accepted', truth, { kubernetes: asked.map(({ minor }) => minor) }, { at: { source }, assumes })
}

function ipv4(cluster: string): Assumption {
  return { id: `ipv4/${cluster}`, says: `Services of ${cluster} get IPv4 addresses`, kind: 'outside' }
}

// The same root as that of the question which asks for the version of all objects of the kind.
function causeOf({ fault }: Refusal): { readonly cause?: string } {
  return fault.is === 'version' ? { cause: `api/${fault.found}/${fault.kind}` } : {}
}

function hintFor({ fault }: Refusal): string | undefined {
  if (fault.is === 'unknown' && fault.belongs !== undefined) return `move it to ${fault.belongs}`
  return fault.is === 'mismatch' ? 'the same labels in the selector and in the template' : undefined
}

export const objectWords = {
  ...incompleteWords,
  ...droppedWords,
  ...versionWords,
  accepted: ({ kubernetes }: ObjectRules['accepted']) =>
    `every field is known and allowed in ${sayVersions(kubernetes)}`,
  excerpt: ({ missing }: ObjectRules['excerpt']) =>
    missing.length === 0
      ? 'an excerpt that could stand alone'
      : `an excerpt: that it does not show ${missing.join(', ')} is not held against it`,
  otherKinds: ({ kinds }: ObjectRules['otherKinds']): Words => ({
    line: 'custom resources, and kinds that decide little: nobody here looks at their fields',
    rows: kinds.map(([kind, count]) => [kind, count === 1 ? '1 object' : `${count} objects`]),
  }),
  refused: (refusal: ObjectRules['refused']): Words => ({ line: sayRefusal(refusal) }),
  depends: ({ kubernetes, ...refusal }: ObjectRules['depends']) =>
    `${sayRefusal(refusal)}: refused by ${sayVersions(kubernetes)} only, and the cluster may run another`,
  unread: ({ parts }: ObjectRules['unread']) => `nobody here knows the rules of ${parts.join(', ')}`,
}

function sayVersions(kubernetes: readonly string[]): string {
  return `Kubernetes ${kubernetes.join(' and ')}`
}
