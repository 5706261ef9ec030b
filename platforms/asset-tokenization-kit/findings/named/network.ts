import type { Named } from '../../../findings/entry.ts'

export const network: readonly Named[] = [
  {
    id: 'C172',
    fault: 'subgraph and object storage missing in service discovery',
    certainty: 'interpretation',
    lines: [562, 570, [614, 619]],
    why: 'how a ledger is seen to stand still is not declared',
  },
  {
    id: 'C175',
    fault: 'circuit breaker for the database: three failures open for 60 s',
    certainty: 'interpretation',
    lines: [617],
    why: 'how often a breaker opens is not declared',
  },
  {
    id: 'C179',
    fault: 'traffic logs from NetworkPolicy',
    certainty: 'likely',
    lines: [[625, 626]],
    why: 'what a policy writes down is a matter of prose',
  },
  {
    id: 'C180',
    fault: 'external ingress traffic controlled by NetworkPolicy',
    certainty: 'interpretation',
    lines: [625],
    why: 'what stands before the cluster is not let in by policies, and no promise says so',
  },
  {
    id: 'C183',
    fault: 'pod-to-pod rules by mesh only',
    certainty: 'interpretation',
    lines: [627],
    why: 'what goes round a proxy is not declared',
  },
  {
    id: 'C185',
    fault: 'mTLS enforcement mode not stated',
    certainty: 'interpretation',
    lines: [576, [601, 602], 658],
    why: 'the mesh is declared as strict, as the word enforcement says',
  },
]
