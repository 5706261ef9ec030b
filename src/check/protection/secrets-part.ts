import { suppliersOf } from '../../estate/operators/supplied.ts'
import { part } from '../define.ts'
import { podReferences } from '../references/pod-references.ts'
import { type Protected, someOf } from './protected.ts'

export interface SecretsData {
  readonly namespace: string
  /** Secrets that its pods read. */
  readonly read: number
  /** Those of them that nothing among the objects is or makes. */
  readonly unshown: readonly string[]
}

// A pod reads Secrets of its own namespace only; whether they are its own shows where something there is or makes them.
export function secretsPart({ namespace, objects, view }: Protected) {
  const read = new Set(
    objects.flatMap((object) => podReferences(object).flatMap(({ kind, name }) => (kind === 'Secret' ? [name] : []))),
  )
  const there = new Set(view.estate.objects.map(({ ref }) => ref))
  const suppliers = suppliersOf(view.estate)
  const supplies = [...read].map((name) => ({
    name,
    is: there.has(`Secret/${namespace}/${name}`) ? undefined : suppliers.canMake('Secret', namespace, name),
  }))
  const unshown = supplies.filter(({ is }) => is && is.is !== 'made').map(({ name }) => name)
  const assumes = supplies.flatMap(({ is }) =>
    is?.is === 'made' && is.made ? [{ id: is.made.id, says: is.made.says, kind: 'opaque' as const }] : [],
  )
  const data: SecretsData = { namespace, read: read.size, unshown: unshown.sort() }
  const denied = assumes.some(({ id }) => view.denied.has(id))
  // Where none is read nothing is unprotected, and nothing shows that what is needed there comes from its own.
  const truth = read.size === 0 ? undefined : unshown.length === 0 && !denied
  return part('secrets', truth, data, {
    waitsFor: `secrets of what runs in ${namespace}`,
    cause: `no-secrets/${view.estate.cluster}/${namespace}`,
    hint: 'Secrets of its own, or what makes them there',
    assumes,
  })
}

export function secretsWords({ namespace, read, unshown }: SecretsData): string {
  if (read === 0) return `no pod of ${namespace} reads a Secret: nobody says which values it needs`
  return unshown.length === 0
    ? `${read === 1 ? 'the one Secret' : `each of the ${read} Secrets`} that pods of ${namespace} read ${read === 1 ? 'is' : 'are'} there, or made there`
    : `pods of ${namespace} read ${read === 1 ? '1 Secret' : `${read} Secrets`}, and nothing there is or makes ${someOf(unshown)}`
}
