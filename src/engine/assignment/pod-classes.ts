// Classes of pods between which the scheduler sees no difference: the same namespace and shape, and the same values of
// those labels that anybody looks at.

import type { Manifest } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingPod } from '../scheduling/scheduling-pod.ts'
import { guesserOf, type Turn } from './guesser.ts'
import { pinnedTo } from './pinned.ts'
import { isSameValue } from './same-value.ts'
import { isSameShape, resizeKey, shapeKey } from './shape-key.ts'

export interface PodClass {
  readonly id: number
  /** One of its pods, without the name of a node that its terms may hold. */
  readonly pod: SchedulingPod
}

export interface ClassedPods {
  readonly classes: readonly PodClass[]
  /** Per pod. */
  readonly classOf: readonly PodClass[]
  /** Per pod that names its node: the node. */
  readonly pins: ReadonlyMap<number, string>
}

/**
 * Costs a comparison per pod where pods come in rows or by turns, else a text, and one reading per class. `others` are
 * those whose selectors take pods: Services and owners.
 */
export function classesOf(
  pods: readonly Manifest[],
  others: readonly Manifest[],
  read: (pod: Manifest) => SchedulingPod,
): ClassedPods {
  const shapes = shapesOf()
  const shaped = pods.map((pod) => shapes.of(pod))
  const looked = labelsLookedAt(
    shapes.all.map(({ pod }) => pod),
    others,
  )
  const owners = ownerIds(others)
  const classes: PodClass[] = []
  const pins = new Map<number, string>()
  const guesses = guesserOf(isPlacedAlike)
  const classOf = pods.map((pod, index) => {
    const { shape, pin } = shaped[index] ?? shapes.of(pod)
    if (pin !== undefined) pins.set(index, pin)
    const guessed = guesses.guess({ pod, shape })
    if (guessed) return guessed.one
    const key = placeKey(pod, looked, owners)
    const found = shape.classes.get(key)
    if (found) guesses.learn(found)
    if (found) return found.one
    const one: PodClass = { id: classes.length, pod: read(pin === undefined ? pod : (pinnedTo(pod)?.pod ?? pod)) }
    const placed: PlacedShape = { pod, shape, one, after: undefined }
    shape.classes.set(key, placed)
    guesses.learn(placed)
    classes.push(one)
    return one
  })
  return { classes, classOf, pins }
}

interface Shape {
  /** One of its pods. */
  readonly pod: Manifest
  /** By namespace, labels and owner. */
  readonly classes: Map<string, PlacedShape>
}

interface PlacedShape extends Turn<PlacedShape> {
  /** One of its pods. */
  readonly pod: Manifest
  readonly shape: Shape
  readonly one: PodClass
}

/** Whether nothing in the metadata can tell two pods of a shape apart; labels that nobody looks at may say no. */
function isPlacedAlike(known: PlacedShape, asked: Pick<PlacedShape, 'pod' | 'shape'>): boolean {
  if (known.shape !== asked.shape) return false
  const one = known.pod.metadata
  const other = asked.pod.metadata
  return (
    one.namespace === other.namespace &&
    one.deletionTimestamp === other.deletionTimestamp &&
    isSameValue(one.labels, other.labels) &&
    isSameValue(one.ownerReferences, other.ownerReferences)
  )
}

interface Shaped {
  readonly shape: Shape
  readonly pin?: string
}

interface KnownSpec extends Turn<KnownSpec> {
  readonly pod: Manifest
  readonly shaped: Shaped
}

// The whole spec as a text is had faster than the part of it that counts, and pods of one controller have the same.
const textsKept = 4096

function shapesOf(): { readonly all: readonly Shape[]; of(pod: Manifest): Shaped } {
  const all: Shape[] = []
  const byKey = new Map<string, Shape>()
  const byText = new Map<string, KnownSpec>()
  const guesses = guesserOf<KnownSpec, Manifest>(({ pod }, asked) => isSameShape(pod, asked))
  const find = (pod: Manifest): Shaped => {
    const pinned = mayBePinned(pod) ? pinnedTo(pod) : undefined
    const plain = pinned?.pod ?? pod
    const key = shapeKey(plain)
    const shape = byKey.get(key) ?? { pod: plain, classes: new Map() }
    if (!byKey.has(key)) all.push(shape)
    byKey.set(key, shape)
    return pinned ? { shape, pin: pinned.node } : { shape }
  }
  return {
    all,
    of(pod) {
      const guessed = guesses.guess(pod)
      if (guessed) return guessed.shaped
      const text = JSON.stringify(pod.spec) + (pod.status === undefined ? '' : resizeKey(pod.status))
      const known = byText.get(text) ?? { pod, shaped: find(pod), after: undefined }
      if (byText.size < textsKept) byText.set(text, known)
      guesses.learn(known)
      return known.shaped
    },
  }
}

function mayBePinned({ spec }: Manifest): boolean {
  const { affinity } = fieldsOf(spec)
  return affinity !== undefined && fieldsOf(affinity).nodeAffinity !== undefined
}

function placeKey({ metadata }: Manifest, looked: ReadonlySet<string>, owners: ReadonlySet<string>): string {
  const { namespace, labels, deletionTimestamp, ownerReferences } = metadata
  let key = `${textOf(namespace) ?? 'default'} ${deletionTimestamp === undefined ? '' : 'ending'}`
  if (labels !== undefined)
    // With lengths, because a file may hold any sign in a value.
    for (const [name, value] of Object.entries(fieldsOf(labels)))
      if (looked.has(name) && typeof value === 'string') key += ` ${name}=${value.length}:${value}`
  if (owners.size === 0 || ownerReferences === undefined) return key
  const owner = fieldsIn(ownerReferences).find(({ controller }) => controller === true)
  return owner !== undefined && owners.has(`${owner.kind} ${owner.name}`) ? `${key} ${owner.kind} ${owner.name}` : key
}

function ownerIds(others: readonly Manifest[]): ReadonlySet<string> {
  const makers = ['ReplicationController', 'ReplicaSet', 'StatefulSet']
  const found = others.filter(({ kind }) => makers.includes(kind))
  return new Set(found.map(({ kind, metadata }) => `${kind} ${metadata.name}`))
}

/** Keys of the labels that a term, a constraint, a Service or an owner asks for. */
function labelsLookedAt(pods: readonly Manifest[], others: readonly Manifest[]): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { spec } of pods) {
    const { affinity, topologySpreadConstraints } = fieldsOf(spec)
    const { podAffinity, podAntiAffinity } = fieldsOf(affinity)
    for (const rules of [podAffinity, podAntiAffinity])
      for (const term of termsIn(rules)) addKeys(keys, term.labelSelector)
    for (const { labelSelector, matchLabelKeys } of fieldsIn(topologySpreadConstraints)) {
      addKeys(keys, labelSelector)
      for (const key of listOf(matchLabelKeys)) if (typeof key === 'string') keys.add(key)
    }
  }
  for (const { spec } of others) {
    const { selector } = fieldsOf(spec)
    addKeys(keys, selector)
    for (const key of Object.keys(fieldsOf(selector))) keys.add(key)
  }
  return keys
}

function termsIn(rules: unknown): readonly Fields[] {
  const { requiredDuringSchedulingIgnoredDuringExecution, preferredDuringSchedulingIgnoredDuringExecution } =
    fieldsOf(rules)
  const preferred = fieldsIn(preferredDuringSchedulingIgnoredDuringExecution)
  return [
    ...fieldsIn(requiredDuringSchedulingIgnoredDuringExecution),
    ...preferred.map(({ podAffinityTerm }) => fieldsOf(podAffinityTerm)),
  ]
}

function addKeys(keys: Set<string>, selector: unknown): void {
  const { matchLabels, matchExpressions } = fieldsOf(selector)
  for (const key of Object.keys(fieldsOf(matchLabels))) keys.add(key)
  for (const { key } of fieldsIn(matchExpressions)) if (typeof key === 'string') keys.add(key)
}
