// What no second implementation judges: rows with the sentence of the specification that decides each, in our words.

import type { NetworkPolicySpec, Protocol } from '../../kubernetes/types.ts'

export interface SpecifiedRow {
  /** The sentence, paraphrased. */
  readonly says: string
  /** Where it stands: file and line of k8s.io modules v0.36.3, or a page of kubernetes.io. */
  readonly source: string
  /** By `namespace/name`. */
  readonly policies: { readonly [name: string]: NetworkPolicySpec }
  /** What is asked, and what is so: `open`, `closed`, `unknown`, then what that rests on. */
  readonly asks: readonly Asked[]
}

export type Asked = readonly [
  from: string,
  to: string,
  at: `${Protocol} ${number}`,
  is: 'open' | 'closed' | 'unknown',
  rests?: string,
]

export const api = 'k8s.io/api/networking/v1/types.go'
export const page = 'kubernetes.io/docs/concepts/services-networking/network-policies'

export function intoY(...ports: readonly { port?: number | string; endPort?: number; protocol?: Protocol }[]) {
  return { 'y/in': { podSelector: {}, ingress: [{ ports }] } }
}

export function outOfX(...ports: readonly { port?: number | string; protocol?: Protocol }[]) {
  return { 'x/out': { podSelector: {}, policyTypes: ['Egress'] as const, egress: [{ ports }] } }
}
