/** What was seen of one loss; times are seconds from it. Absent: not seen while it was watched. */
export interface LossRecord {
  readonly watchedSeconds: number
  /**
   * How slow the control plane was: each step of a controller (to see a pod go, and to make another) that was among the
   * longest until then, with when it began and how long it took. In order.
   */
  readonly steps: readonly { readonly at: number; readonly seconds: number }[]
  readonly nodes: { readonly [node: string]: { readonly unknown?: number; readonly noExecute?: number } }
  readonly pods: {
    readonly [pod: string]: {
      readonly owner: string
      readonly traffic?: number
      readonly evicted?: number
      readonly gone?: number
    }
  }
  /** When pods were made, by who made them; a member of a StatefulSet by its own name. Sorted. */
  readonly made: { readonly [owner: string]: readonly number[] }
}
