import type { Cluster, StorageClass } from '../../platform/model.ts'

export interface NamedClass {
  readonly name: string
  readonly is: StorageClass
}

/** The declared storage class of a volume: the one that it names, else the default; undefined where nobody declares it. */
export function classOf(name: string | undefined, { storage }: Cluster): NamedClass | undefined {
  const [of, is] =
    Object.entries(storage).find(([each, one]) => (name === undefined ? one.default === true : each === name)) ?? []
  return of === undefined || is === undefined ? undefined : { name: of, is }
}
