// The objects of an estate with those that operators make of them, and what the operators do beside.

import { partsOf, type Ref, refOf } from '../../kubernetes/types.ts'
import type { EstateObject, Fact, Made, Source } from '../estate.ts'
import { fieldsAt, fieldsIn } from '../import/fields.ts'
import { groupOf } from './group-of.ts'
import type { MadeObject, Maker } from './maker.ts'
import { makerOf } from './makers.ts'
import { nearOf } from './near.ts'

export interface WithMade {
  readonly objects: readonly EstateObject[]
  readonly facts: readonly Fact[]
}

/** What is shown comes first: nothing is made that a file shows, and nothing of a resource whose products are shown. */
export function withMade(objects: readonly EstateObject[], cluster: string): WithMade {
  const makers = objects.flatMap((object) => {
    const maker = makerOf(groupOf(object.manifest), object.manifest.kind)
    return maker ? [{ object, maker }] : []
  })
  if (makers.length === 0) return { objects, facts: [] }

  const near = nearOf(objects)
  const owners = ownersIn(objects)
  const shown = new Set(objects.map(({ ref }) => ref))
  const made = new Map<Ref, EstateObject>()
  const facts: Fact[] = []
  for (const { object, maker } of makers) {
    if (owners.has(object.ref)) continue
    const source = sourceOf(object, maker, cluster)
    const products = maker.make(object, near)
    for (const product of products.objects ?? []) {
      const ref = refOf(product.manifest)
      if (!shown.has(ref) && !made.has(ref)) made.set(ref, objectOf(product, ref, object, source))
    }
    const { name, namespace } = partsOf(object.ref)
    const standing = { is: 'carried', by: object.ref } as const
    for (const fact of products.facts ?? [])
      facts.push({
        ...fact,
        standing,
        source,
        component: object.component ?? name,
        environment: object.environment ?? namespace,
      })
  }
  return { objects: [...objects, ...made.values()], facts }
}

/** The note that stands with everything that an operator makes: one assumption for all of its resources. */
export function madeOf(object: EstateObject, { id, operator }: Maker, cluster: string): Made {
  const says = `${operator} makes of its resources what is known here of that version`
  return { id: `made/${cluster}/${id}`, says, by: object.ref }
}

/** `CloudNativePG 1.30 makes it of Cluster shop/ledger-db` */
export function sayMaker({ ref }: EstateObject, { operator }: Maker): string {
  const { kind, namespace, name } = partsOf(ref)
  return `${operator} makes it of ${kind} ${namespace === '' ? name : `${namespace}/${name}`}`
}

function sourceOf(object: EstateObject, maker: Maker, cluster: string): Source {
  return { ...object.source, made: madeOf(object, maker, cluster) }
}

function objectOf({ manifest, from = {}, part }: MadeObject, ref: Ref, by: EstateObject, source: Source): EstateObject {
  const { lineOf } = source
  const moved = lineOf && { lineOf: (path: readonly (string | number)[]) => lineOf(origin(path, from)) }
  const { component, environment } = by
  return {
    ref,
    manifest,
    origin: 'made',
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
    source: { ...source, ...moved, ...(part && source.made && { made: { ...source.made, part } }) },
  }
}

/** The path in the resource that decides a path in the product: the longest that is said, and what lies below it. */
function origin(path: readonly (string | number)[], from: { readonly [path: string]: string }): (string | number)[] {
  for (let length = path.length; length > 0; length--) {
    const key = path.slice(0, length).join('.')
    const to = Object.hasOwn(from, key) ? from[key] : undefined
    if (to !== undefined) return [...to.split('.'), ...path.slice(length)]
  }
  return []
}

/** Resources whose products are among the objects, as a snapshot shows them. */
function ownersIn(objects: readonly EstateObject[]): ReadonlySet<Ref> {
  const owners = new Set<Ref>()
  for (const { manifest, ref } of objects)
    for (const { kind, name, controller } of fieldsIn(fieldsAt(manifest, 'metadata').ownerReferences))
      if (controller === true) owners.add(`${kind}/${partsOf(ref).namespace}/${name}`)
  return owners
}
