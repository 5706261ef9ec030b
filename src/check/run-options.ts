import type { Estate } from '../estate/estate.ts'

export interface RunOptions {
  /** The day on which it is judged, `2026-11-21`. */
  readonly asOf: string
  /** Ids of assumptions that are taken to be false. */
  readonly denied?: ReadonlySet<string>
  /** The text of a file that was read, for the lines of fields. */
  readonly textOf?: (file: string) => string | undefined
  /** Of what holds neither reasons nor places are in the verdicts: nobody will be shown them. */
  readonly briefly?: boolean
  /** Of a platform whose objects stand in files: what they are with them, in place of what it would be lowered to. */
  readonly estates?: readonly Estate[]
}
