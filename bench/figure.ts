/** One measured thing, beside the peer that did the same work in the same run, or beside the limit that was set for it. */
export interface Figure {
  /** Made of names only: `place/basic`, `reach/classes`. */
  readonly id: string
  /** The work, with its size: `50,000 pods on 5,000 nodes`. */
  readonly work: string
  /** What it took, with its unit: `412 ms`, `45 MB/s`, `310 MiB`. */
  readonly ours: string
  /** Who did the same, and what that took: `kube-scheduler v1.36.3, all nodes scored: 256 s`; absent where a limit is all there is. */
  readonly peer?: string
  /** How many times as fast as the peer. */
  readonly ratio?: number
  /** What was to be reached: `≥ 100×`, `≤ 300 ms`. */
  readonly target?: string
  readonly met?: boolean
  /** Taken on another day or by somebody else, and not in this run. */
  readonly quoted?: string
}

/** What is measured together, and asked for by its name. */
export interface Subject {
  readonly name: string
  /** `short` is small enough for every run of all tests; `whole` is what docs/performance.md shows. */
  figures(size: 'short' | 'whole', tell: (line: string) => void): AsyncIterable<Figure> | Iterable<Figure>
}
