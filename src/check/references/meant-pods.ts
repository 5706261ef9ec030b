// The pods that a selector was meant for, where it takes none: those that miss it by least.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, textsOf } from '../../estate/import/fields.ts'
import { type Labels, partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { table, type View } from '../world.ts'
import { podsIn, type Selectable, selectedPods } from './selected-pods.ts'
import { slipOf } from './slip.ts'

export interface Meant {
  readonly workload: Ref
  /** `has app=cart`. */
  readonly has: string
  /** The label of the selector that the pods miss. */
  readonly key: string
  /** `app=cart`, where that would take them. */
  readonly instead?: string
  /** Nothing else explains it: the pods are called by nobody else, or carry the very name of the object. */
  readonly isSlip: boolean
  /** The key, where the pods have it under no value. */
  readonly lacks?: string
}

/** Only pods that miss the selector by one label are thought of. */
export function meantBy(object: EstateObject, selector: Labels, view: View): Meant | undefined {
  const { namespace, name } = partsOf(object.ref)
  const found = podsIn(namespace, view).flatMap((pod) => missOf(pod, selector, { name, object, view }))
  const rank = ({ isSlip, instead }: Meant) => (isSlip ? 0 : instead === undefined ? 2 : 1)
  return found.sort((a, b) => rank(a) - rank(b) || byCodePoint(a.workload, b.workload))[0]
}

interface For {
  readonly name: string
  readonly object: EstateObject
  readonly view: View
}

// Labels that say what a thing is, in one of the usual ways; others tell versions, roles or colours of one thing apart.
const naming: ReadonlySet<string> = new Set(['app', 'name', 'component', 'k8s-app', 'app.kubernetes.io/name'])

function missOf(pod: Selectable, selector: Labels, { name, object, view }: For): readonly Meant[] {
  const missed = Object.entries(selector).filter(([key, value]) => labelOf(pod, key) !== value)
  const [first, ...more] = missed
  if (!first || more.length > 0) return []
  const [key, wanted] = first
  const { workload } = pod
  const has = labelOf(pod, key)
  const isNamesake = partsOf(workload).name === name
  const isFree = !selectedByOthers(view).has(workload) || object.manifest.kind !== 'Service'
  if (has !== undefined) {
    const isNear = slipOf(wanted, [has]) !== undefined
    if (!isNear && !(isNamesake && naming.has(key))) return []
    return [{ workload, key, has: `has ${key}=${has}`, instead: `${key}=${has}`, isSlip: isNamesake || isFree }]
  }
  const other = [...naming].find((each) => labelOf(pod, each) === wanted && !Object.hasOwn(selector, each))
  if (other !== undefined && naming.has(key))
    return [
      { workload, key, has: `has ${other}=${wanted}`, instead: `${other}=${wanted}`, isSlip: isNamesake || isFree },
    ]
  const isMost = Object.keys(selector).length > 1
  return isMost ? [{ workload, key, has: `has no label ${key}`, isSlip: false, lacks: key }] : []
}

function labelOf({ labels }: Selectable, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined
}

const selectedByOthers = table((view: View): ReadonlySet<Ref> => {
  const services = view.estate.objects.filter(({ manifest }) => manifest.kind === 'Service')
  const taken = services.flatMap(({ ref, manifest }) => {
    const selector = textsOf(fieldsAt(manifest, 'spec', 'selector'))
    return selectedPods(selector, partsOf(ref).namespace, view).map(({ workload }) => workload)
  })
  return new Set(taken)
})
