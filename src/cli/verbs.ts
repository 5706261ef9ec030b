// The verbs, each loaded when it is typed. To add one: a line here, and its file in `verbs/`.

import type { Options } from './options.ts'
import type { Verb } from './verb.ts'

interface Listed {
  /** How it is typed, without `seaworthy`, and what that does. */
  readonly usage: { readonly [typed: string]: string }
  readonly load: () => Promise<Verb<Options>>
}

export const verbs = {
  baseline: {
    usage: { 'baseline PATH --owner NAME --until DATE': 'write down what stands now: check fails on what is new' },
    load: async () => (await import('./verbs/baseline.ts')).baseline as Verb,
  },
  check: {
    usage: { 'check PATH': 'judge a platform (platform.ts) or a folder of Kubernetes manifests' },
    load: async () => (await import('./verbs/check.ts')).check as Verb,
  },
  diff: {
    usage: { 'diff OLD NEW': 'what a change opens, closes, moves and breaks' },
    load: async () => (await import('./verbs/diff.ts')).diff as Verb,
  },
  explain: {
    usage: {
      'explain PATH ID': 'one verdict in full: every input, the arithmetic or the path',
      'explain QUESTION': 'what a question, or a kind of promise, asks',
    },
    load: async () => (await import('./verbs/explain.ts')).explain as Verb,
  },
  import: {
    usage: { 'import calm FILE --to PLATFORM': 'a first platform file, of an architecture in FINOS CALM' },
    load: async () => (await import('./verbs/import.ts')).importVerb as Verb,
  },
  init: {
    usage: { 'init PATH': 'write a first promises.yaml, every guess marked' },
    load: async () => (await import('./verbs/init.ts')).init as Verb,
  },
  place: {
    usage: {
      'place PATH': 'what runs where, and what has no place',
      'place PATH --why POD': 'one pod or workload, node by node',
    },
    load: async () => (await import('./verbs/place.ts')).place as Verb,
  },
  reach: {
    usage: {
      'reach PATH': 'who can talk to whom, at which ports',
      'reach PATH FROM TO': 'one pair explained, by the policy and the line',
    },
    load: async () => (await import('./verbs/reach.ts')).reach as Verb,
  },
  render: {
    usage: {
      'render kubernetes PLATFORM --to DIR': 'what a platform becomes, as files that people read',
      'render yaml PLATFORM --to DIR': 'the platform itself as one file of YAML, judged alike',
      'render calm PLATFORM --to DIR': 'its architecture in FINOS CALM, with the verdicts on its controls',
    },
    load: async () => (await import('./verbs/render.ts')).render as Verb,
  },
  snapshot: {
    usage: { 'snapshot --context NAME': 'a read-only picture of a live cluster, in one file; never Secrets' },
    load: async () => (await import('./verbs/snapshot.ts')).snapshot as Verb,
  },
  sweep: {
    usage: { 'sweep PATH': 'what breaks when any pod, node or zone goes, what hurts most first' },
    load: async () => (await import('./verbs/sweep.ts')).sweep as Verb,
  },
  wrong: {
    usage: { 'wrong PATH ID': 'a small folder without names that still shows a finding, for a report of a bug' },
    load: async () => (await import('./verbs/wrong.ts')).wrong as Verb,
  },
} satisfies { readonly [name: string]: Listed }

export type VerbName = keyof typeof verbs

export function isVerb(typed: string): typed is VerbName {
  return Object.hasOwn(verbs, typed)
}
