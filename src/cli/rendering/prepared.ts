// One call of a tool, made ready: its arguments, and every byte that it may read.

export interface Prepared {
  readonly tool: 'helm' | 'kustomize'
  /** Paths in them are relative to the folder of the call. */
  readonly args: readonly string[]
  /** Files of the tree. */
  readonly files: readonly string[]
  /** Files that are written for the call: path and text. */
  readonly made: readonly (readonly [path: string, text: string])[]
  /** Folders of the tree that stand at a second place too. */
  readonly links: readonly { readonly from: string; readonly to: string }[]
  readonly inputs: readonly unknown[]
  /** A file whose result differs from call to call. */
  readonly differs?: string
}
