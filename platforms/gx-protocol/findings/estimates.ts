import type { Entry } from '../../findings/entry.ts'
import {
  boundsPods,
  countsTheNeighbours,
  endsAtTheOrderer,
  leavesOutTheHours,
  measuresTheLag,
  showsWhatIsPlanned,
} from '../corrections.ts'

const excerpts = ['api-gateway', 'outbox-submitter', 'projector', 'svc-identity']
const lag = (name: string) => `figure/mainnet/${name}/lag-one-by-one`
const savings = (end: string) => `figure/mainnet/savings-${end}/sum-of-stated`

export const estimates: readonly Entry[] = [
  {
    id: 'C11',
    fault: 'about half of the pods of the ledger are not accounted for',
    found: [
      {
        advice: 'unlisted-pods/gx-protocol-cluster',
        shows: [
          'of 35 pods that are said to take room, 15 + 5 = 20 are listed',
          '5: ',
          'orderer0-org0',
          '4 couchdb',
          'ca-org1',
        ],
      },
    ],
    by: [countsTheNeighbours],
    ends: {},
  },
  {
    id: 'C12',
    fault: 'the savings do not add up',
    found: [
      {
        verdict: savings('least'),
        assumes: `wage/mainnet/savings-least/sum-of-stated`,
        shows: ['an hour costs $25, which nobody says: 20h/month are to make up for $500/month'],
      },
      {
        verdict: savings('most'),
        assumes: `wage/mainnet/savings-most/sum-of-stated`,
        shows: ['an hour costs $33.33, which nobody says: 30h/month are to make up for $1000/month'],
      },
    ],
    by: [leavesOutTheHours],
    ends: { [savings('least')]: 'kept', [savings('most')]: 'kept' },
  },
  {
    id: 'C15',
    fault: 'the argument of latency is wrong by its own formula',
    found: [
      {
        verdict: lag('other-cluster-least'),
        rule: 'counted',
        cause: 'figure/mainnet/lag-one-by-one',
        shows: ['5s is stated; 100/s × 50ms = 5s of waiting for what comes in each second', '4s more, without end'],
      },
      {
        verdict: lag('other-cluster-most'),
        rule: 'counted',
        cause: 'figure/mainnet/lag-one-by-one',
        shows: ['500/s × 200ms = 100s of waiting for what comes in each second', '99s more, without end'],
      },
      {
        verdict: lag('same-cluster-most'),
        rule: 'counted',
        cause: 'figure/mainnet/lag-one-by-one',
        shows: ['500/s × 1ms = 0.5s, and 100ms is stated'],
      },
    ],
    by: [measuresTheLag],
    ends: {
      [lag('other-cluster-least')]: 'gone',
      [lag('other-cluster-most')]: 'gone',
      [lag('same-cluster-most')]: 'gone',
      'stays/mainnet/projector_lag_milliseconds': ['measurement/mainnet/projector_lag_milliseconds'],
    },
  },
  {
    id: 'C16',
    fault: 'end to end is shorter than the ordering in it',
    found: [
      {
        verdict: 'stays/mainnet/transaction-submission',
        rule: 'batch',
        cause: 'ends-before-its-part/mainnet/transaction-submission',
        shows: ['waits 2s for its batch to be closed, and below 10ms is promised', 'Orderer.BatchTimeout'],
      },
    ],
    by: [endsAtTheOrderer],
    ends: { 'stays/mainnet/transaction-submission': ['measurement/mainnet/transaction-submission'] },
  },
  {
    id: 'C36',
    fault: 'the manifests do not carry the planned requests',
    found: excerpts.flatMap((name) => [
      {
        verdict: `as-planned/mainnet/Deployment/${name}`,
        rule: 'asks',
        cause: `not-as-planned/gx-protocol-cluster/backend-mainnet/${name}/cpu`,
        shows: ['requests 250m of cpu, from LimitRange backend-mainnet-limits, and 500m is planned'],
      },
      {
        verdict: `as-planned/mainnet/Deployment/${name}`,
        rule: 'asks',
        cause: `not-as-planned/gx-protocol-cluster/backend-mainnet/${name}/memory`,
        shows: ['requests 256Mi of memory', 'and 1Gi is planned'],
      },
    ]),
    by: [showsWhatIsPlanned],
    ends: Object.fromEntries(excerpts.map((name) => [`as-planned/mainnet/Deployment/${name}`, 'kept' as const])),
  },
  {
    id: 'C38',
    fault: 'the text misreads the LimitRange',
    found: [
      {
        verdict: 'figure/mainnet/cpu-of-a-pod-at-most',
        rule: 'counted',
        cause: 'figure/mainnet/cpu-of-a-pod-at-most',
        shows: ['4 cores is the most of one container (type Container', 'a pod of two has up to 8 cores'],
      },
      {
        verdict: 'figure/mainnet/memory-of-a-pod-at-most',
        rule: 'counted',
        cause: 'figure/mainnet/memory-of-a-pod-at-most',
        shows: ['8Gi is the most of one container', 'up to 16Gi'],
      },
    ],
    by: [boundsPods],
    ends: { 'figure/mainnet/cpu-of-a-pod-at-most': 'kept', 'figure/mainnet/memory-of-a-pod-at-most': 'kept' },
  },
]
