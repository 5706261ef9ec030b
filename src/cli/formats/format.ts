// What every written form of a report needs to know beside the report.

export interface FormatOptions {
  /** Version of Seaworthy, `0.1.0`. */
  readonly version: string
  /** How the run is asked for again: `./k8s`. */
  readonly path: string
  /** A file as the report names it → its path below the root of the repository, with slashes; undefined for one outside. */
  readonly inRepository: (file: string) => string | undefined
}
