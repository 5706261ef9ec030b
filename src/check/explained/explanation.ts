// What `explain` says of one question. `{kind}`, `{namespace}` and `{name}` are those of the object that a verdict is about.

export interface Explanation {
  readonly reads: string
  readonly broken: string
  /** What makes it assumed or unknown. */
  readonly open: string
  /** Why something has no verdict. */
  readonly absent: string
  /** How to see it on a cluster. */
  readonly confirm: string
  /** Kinds that the command is about, where a verdict is about several objects. */
  readonly kinds?: readonly string[]
}

export type Explanations = { readonly [question: string]: Explanation }

export const workloads = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'Pod']
export const nodes = 'the nodes (--nodes FILE, or a snapshot)'
