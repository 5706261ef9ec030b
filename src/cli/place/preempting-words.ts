// Who goes for a pod that no node takes, or why nobody does.

import type { Candidate, NobodyGoes, PreemptionAnswer } from '../../engine/scheduling/scheduler.ts'

// Of many nodes that would do as well the first are named.
const mostNamed = 3

/** A line, or none where the nodes' own rows say it. */
export function sayPreempting({ candidates, none }: PreemptionAnswer): string | undefined {
  if (none) return nobody[none]
  const named = candidates.slice(0, mostNamed).map(sayCandidate)
  const more = candidates.length - named.length
  const others = more > 0 ? `; or on ${more} more ${more === 1 ? 'node' : 'nodes'}` : ''
  return `goes before lower priority: ${named.join('; or ')}${others}`
}

function sayCandidate({ node, victims, beyondBudgets }: Candidate): string {
  return `on ${node} ${victims.join(', ')} would go${sayBeyond(beyondBudgets, victims.length)}`
}

function sayBeyond(beyond: number, of: number): string {
  if (beyond === 0) return ''
  const share = of === 1 ? '' : `${beyond} of them `
  return `, ${share}beyond what ${beyond === 1 ? 'its disruption budget allows' : 'their disruption budgets allow'}`
}

const nobody: { readonly [N in NobodyGoes]: string | undefined } = {
  fits: undefined,
  nowhere: undefined,
  unknown: undefined,
  never: 'makes nobody go: its preemptionPolicy is Never',
  ending: 'waits: pods that it made go are still ending on the node that is kept for it',
  final: 'makes nobody go: what keeps it from each node is no pod of lower priority',
  'no lower': 'makes nobody go: no pod of lower priority stands where one less would help',
  'not enough': 'makes nobody go: it would find no place though all pods of lower priority went',
}
