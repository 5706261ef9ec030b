// What --help prints: what it is for, an example that works, and the exit codes.

import type { Verb } from './arguments.ts'

const general = `seaworthy: is your platform seaworthy?

  seaworthy check PATH          judge a platform (platform.ts) or a folder of Kubernetes manifests
  seaworthy explain PATH ID     one verdict in full: every input, the arithmetic or the path
  seaworthy explain QUESTION    what a question, or a kind of promise, asks

  --format text|json            how the answer is written (text)
  --at DATE                     the day on which it is judged (today, UTC)
  --show N                      the first N causes in full, the rest counted
  --kubernetes MINOR            the cluster's version, where a folder of manifests cannot say it
  --width N                     columns to wrap at (those of the terminal; a pipe is not wrapped)

example
  seaworthy check platform.ts
  seaworthy check ./k8s --kubernetes 1.34 --format json

exit codes
  0  nothing broken, and no promise unknown
  1  something is broken, or a promise is unknown
  2  not everything could be read, or Seaworthy could not go on
  3  a fault of Seaworthy
`

const ofVerb: { readonly [V in Verb]: string } = {
  check: `seaworthy check PATH

Judges a platform, or a folder of Kubernetes manifests, and shows what is broken with its derivation.

  --format text|json   --at DATE   --show N   --kubernetes MINOR   --width N

example
  seaworthy check platform.ts --at 2027-01-31
  seaworthy check ./k8s --format json
`,
  explain: `seaworthy explain PATH ID
seaworthy explain QUESTION

Shows one verdict in full, with what holds and what does not; or what a question,
or a kind of promise, asks.

example
  seaworthy explain platform.ts survives/prod/loss-of-a-node/orders-db
  seaworthy explain drains
`,
}

export function helpText(verb: Verb | undefined): string {
  return verb ? ofVerb[verb] : general
}
