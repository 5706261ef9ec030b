import type { Entry } from '../../findings/entry.ts'
import {
  copiesLieOutside,
  fencesDeadNodes,
  fourthNode,
  losesADump,
  losesTheLag,
  memoryIsMeasuredByNode,
  nodesHaveRoom,
  oneHonestInstance,
  othersCarryOn,
  promisesTheSumOfNodeLoss,
  replicationIsCarried,
  toleratesHalfAMinute,
  volumesFollow,
} from '../corrections.ts'

const postgres = 'survives/mainnet/loss-of-a-node/postgres'
const redis = 'survives/mainnet/loss-of-a-node/redis'
const identity = 'survives/mainnet/loss-of-a-node/svc-identity'

// All that is wrong with what a node's loss is said to leave.
const beside = [
  fourthNode,
  memoryIsMeasuredByNode,
  nodesHaveRoom,
  volumesFollow,
  fencesDeadNodes,
  toleratesHalfAMinute,
  promisesTheSumOfNodeLoss,
  oneHonestInstance,
  copiesLieOutside,
  losesADump,
]

const pods = ['taken/gx-protocol-cluster', 'takes/node-failure/schedule', 'takes/node-failure/start']
const ofStore = [
  'taken/gx-protocol-cluster',
  'takes/node-failure/fence',
  'takes/node-failure/reattach',
  'takes/node-failure/schedule',
  'takes/node-failure/start',
]
// Members that follow one another carry on without the one that is lost.
const carried = [replicationIsCarried, losesTheLag, othersCarryOn]
const carriedEnds = {
  [postgres]: ['made/gx-protocol-cluster/cloudnative-pg', 'promotes/mainnet/postgres'],
  [redis]: ['lag/mainnet/redis', 'promotes/mainnet/redis'],
}
const ends = { [postgres]: ofStore, [redis]: ofStore, [identity]: pods }

export const nodeLoss: readonly Entry[] = [
  {
    id: 'C07',
    fault: 'the loss of one node does not fit',
    found: [postgres, identity].map((verdict) => ({
      verdict,
      rule: 'room',
      cause: 'room-after-loss/gx-protocol-cluster/control-plane',
      shows: [
        'without srv1089618, 20.6 cores > 12.8 cores free on the pool control-plane',
        'free: 7.2 + 5.6 = 12.8 cores',
        'must move: 12.5 cores requested − 1 × 1 core of postgres − 1 × 500m of redis',
        '= 11 cores',
        'neighbours: 9.6 cores taken on srv1089618 (60%)',
        'needed: 11 + 9.6 = 20.6 cores',
      ],
    })),
    by: [nodesHaveRoom],
    beside,
    ends,
  },
  {
    id: 'C18',
    fault: 'volumes cannot reattach on another node',
    found: [
      [postgres, 'postgres-data-postgres-#'],
      [redis, 'data-redis-#'],
    ].map(([verdict = '', claim]) => ({
      verdict,
      rule: 'volume',
      cause: 'node-bound/gx-protocol-cluster/local-path',
      shows: ['cannot follow a pod to another node', `${claim} (local-path, bound to its node)`],
    })),
    by: [volumesFollow],
    beside,
    ends,
  },
  {
    id: 'C19',
    fault: 'the lost replica has no node to go to',
    found: ['postgres', 'redis'].map((store) => ({
      verdict: `survives/mainnet/loss-of-a-node/${store}`,
      rule: 'candidate',
      cause: `no-candidate/mainnet/${store}`,
      shows: [
        `without srv1089618, a pod of ${store} cannot be placed`,
        'srv1089618: gone',
        `srv1089624: holds ${store}-1: required anti-affinity on kubernetes.io/hostname`,
        `srv1092158: holds ${store}-2: required anti-affinity on kubernetes.io/hostname`,
        'srv1117946: lacks the label node-role.kubernetes.io/control-plane',
      ],
    })),
    by: [fourthNode],
    beside,
    ends,
  },
  {
    id: 'C20',
    fault: 'a StatefulSet pod on a dead node is not replaced by itself',
    found: [postgres, redis].map((verdict) => ({
      verdict,
      rule: 'replaced',
      cause: 'nobody-fences/mainnet',
      shows: ['stays Terminating', 'until the node is removed, fenced (out-of-service) or the pod deleted by force'],
    })),
    by: [fencesDeadNodes],
    beside,
    ends,
  },
  {
    id: 'C21',
    fault: '2 to 5 minutes are not reachable with default settings',
    found: [
      {
        verdict: identity,
        rule: 'time',
        cause: 'slow-replacement/mainnet',
        shows: [
          'is ready elsewhere after 6m30s to 8m16.5s, and 5m is promised',
          'grace of the node: + 50s = 50s to 55s',
          'looked at, and not ready: + 0s to 5s = 50s to 60s',
          'tolerated by the pod: + 5m (toleration) = 5m50s to 6m15.7s',
          'schedule: + 10s',
          'start: + 30s to 90s',
          'terminate: 30s does not happen: there is no graceful end on a dead node',
        ],
      },
    ],
    by: [toleratesHalfAMinute],
    beside,
    ends,
  },
  {
    id: 'C22',
    fault: 'three independent primaries are no availability',
    found: ['postgres', 'redis'].map((store) => ({
      verdict: `survives/mainnet/loss-of-a-node/${store}`,
      rule: 'whole',
      cause: `independent-members/mainnet/${store}`,
      shows: [`the 3 members of ${store} are independent`, '1/3 of the data is away, not 1/3 of the capacity'],
    })),
    by: [replicationIsCarried],
    beside: carried,
    ends: carriedEnds,
  },
  {
    id: 'C28',
    fault: 'no data loss is promised for hardware failure',
    found: ['postgres', 'redis'].map((store) => ({
      verdict: `survives/mainnet/loss-of-a-node/${store}`,
      rule: 'data',
      cause: `one-copy/mainnet/${store}`,
      shows: [
        `the rows of one member of ${store} are lost for good, and nothing may be lost`,
        'lost: it lies on what is lost (local-path)',
        `${store}-backup: may be lost: it lies on what is lost`,
      ],
    })),
    by: [replicationIsCarried, losesTheLag],
    beside: carried,
    ends: carriedEnds,
  },
]
