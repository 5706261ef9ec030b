// What every written form of a report needs to know beside the report.

import type { Change } from '../../check/adopt/compare.ts'

export interface FormatOptions {
  /** How the run is asked for again: `./k8s`. */
  readonly path: string
  /** A file as the report names it → its path from the root of the repository, with slashes; one outside begins with `../`. */
  readonly inRepository: (file: string) => string
  /** Where only what a change makes worse is written: what it is compared with, what it mends and takes out of sight. */
  readonly against?: {
    readonly ref: string
    readonly mended: readonly { readonly id: string }[]
    readonly unasked: Change['unasked']
  }
}
