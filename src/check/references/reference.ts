// One object names another: what is named, where it is said, and what happens where it is not there.

/** What is named, the field that names it, and what certainly follows where it is missing. */
export interface Reference {
  readonly kind: string
  /** API group of what is named; empty for the core group. */
  readonly group: string
  /** Empty for what has no namespace. */
  readonly namespace: string
  readonly name: string
  /** The key of a ConfigMap or Secret that is read. */
  readonly key?: string
  /** The port of a Service that is asked for, by number or by name. */
  readonly port?: number | string
  readonly path: readonly (string | number)[]
  /** `its pods never start`; absent where nothing fails by it: that is advice. */
  readonly otherwise?: string
  /** What names it goes on without it, less well: where no file shows it, it is taken to be there. */
  readonly isLoose?: true
  /** The host names that a Secret with a certificate is to be for. */
  readonly hosts?: readonly string[]
}

export type Path = Reference['path']

/** `ConfigMap checkout`, `Secret ledger/orders-db` where the namespace is another one. */
export function sayTarget(
  { kind, namespace, name }: Pick<Reference, 'kind' | 'namespace' | 'name'>,
  from: string,
): string {
  return namespace === '' || namespace === from ? `${kind} ${name}` : `${kind} ${namespace}/${name}`
}
