// Where pods stand, what a lost node or data centre leaves, and how that is said.

import type { Entry, FoundByRule } from '../../findings/entry.ts'
import {
  endsNoOldPodFirst,
  guardsEverything,
  keepsTheApisApart,
  probesEverything,
  promisesTheSumOfAHang,
  requiresOfTheSubmitter,
  sameRuleForAll,
  saysHalfIsLeft,
  standsInOneSite,
  sumsTheSteps,
  tiesTheApis,
  tiesTheLedgers,
  toleratesHalfAMinute,
} from '../corrections.ts'

const apis = ['svc-identity', 'svc-wallet', 'svc-tokenomics']
const stands = (component: string) => `stands/mainnet/${component}`
const kept = (...names: readonly string[]) => Object.fromEntries(names.map((name) => [stands(name), 'kept'] as const))

function notTied(component: string): FoundByRule {
  return {
    verdict: stands(component),
    rule: 'pool',
    cause: `not-tied/mainnet/${component}`,
    shows: [`nothing ties ${component} to the pool control-plane: srv1117946 may take it too`],
  }
}

function notApart(component: string, pods: number, ...shows: readonly string[]): FoundByRule {
  return {
    verdict: stands(component),
    rule: 'apart',
    cause: `not-apart/mainnet/${component}`,
    shows: [`no rule keeps the ${pods} pods of ${component} apart: ${pods} may stand on srv1089618`, ...shows],
  }
}

const hung = (component: string) => `survives/mainnet/hang-of-a-pod/${component}`

const roundTrip = 'stays/mainnet/backend-to-fabric-round-trip'
const crossings = (environment: string) => `figure/${environment}/calls-that-cross-zones`
const rollsNewFirst = 'rolls/mainnet/new-first/svc-identity'
const trafficLeft = 'figure/mainnet/traffic-flow-share-of-pods-left'
const projectionLeft = 'figure/mainnet/projection-share-of-pods-left'
const stepsTake = 'figure/mainnet/node-failure-time-of-all-steps'
const nodesLeft = 'figure/gx-protocol-cluster/nodes-left-after-loss-of-a-zone'

export const placement: readonly Entry[] = [
  {
    id: 'C14',
    fault: 'the recovery time does not equal its parts',
    found: [
      {
        verdict: stepsTake,
        rule: 'counted',
        cause: stepsTake,
        shows: ['30s + 10s + 30s to 60s + 30s to 90s = 100s to 190s, and 2m to 5m is stated'],
      },
      {
        verdict: 'survives/mainnet/loss-of-a-node/svc-identity',
        rule: 'time',
        cause: 'slow-replacement/mainnet',
        shows: ['terminate: 30s does not happen: there is no graceful end on a dead node'],
      },
    ],
    by: [sumsTheSteps, toleratesHalfAMinute],
    ends: { [stepsTake]: 'kept' },
  },
  {
    id: 'C17',
    fault: 'two thirds of capacity are kept, but workers are at half',
    found: [
      {
        verdict: trafficLeft,
        rule: 'counted',
        cause: trafficLeft,
        shows: ['outbox-submitter: the rules let 2 of 2 pods stand on one node: 0 left at worst, and 1 at best (50%)'],
      },
      {
        verdict: projectionLeft,
        rule: 'counted',
        cause: projectionLeft,
        shows: ['projector: the rules let 2 of 2 pods stand on one node: 0 left at worst, and 1 at best (50%)'],
      },
    ],
    by: [saysHalfIsLeft, keepsTheApisApart, requiresOfTheSubmitter, sameRuleForAll],
    ends: { [trafficLeft]: 'kept', [projectionLeft]: 'kept' },
  },
  {
    id: 'C55',
    fault: 'API replicas are not tied to the control-plane nodes',
    found: apis.map(notTied),
    by: [tiesTheApis],
    beside: [keepsTheApisApart],
    ends: kept(...apis),
  },
  {
    id: 'C56',
    fault: 'the worker stands in another data centre',
    found: [
      {
        verdict: roundTrip,
        rule: 'crossing',
        cause: 'crosses-zones/mainnet/outbox-submitter',
        shows: [
          'may cross from zone to zone: 50ms to 200ms from primary-dc to secondary-dc, and below 1ms is promised',
          'outbox-submitter: may stand in primary-dc or secondary-dc',
        ],
      },
      ...['mainnet', 'testnet'].map((environment) => ({
        verdict: crossings(environment),
        rule: 'counted',
        cause: crossings(environment),
        shows: ['and 0 is stated', 'primary-dc or secondary-dc'],
      })),
    ],
    by: [tiesTheApis, requiresOfTheSubmitter, sameRuleForAll, tiesTheLedgers],
    ends: {
      [roundTrip]: ['measurement/mainnet/backend-to-fabric-round-trip'],
      [crossings('mainnet')]: 'kept',
      [crossings('testnet')]: 'kept',
    },
  },
  {
    id: 'C57',
    fault: 'preferred rules guarantee nothing',
    found: [notTied('outbox-submitter'), notApart('outbox-submitter', 2, 'what is preferred is no rule')],
    by: [requiresOfTheSubmitter],
    ends: kept('outbox-submitter'),
  },
  {
    id: 'C58',
    fault: 'gateway and projector have no spread rule',
    found: [notApart('api-gateway', 3), notApart('projector', 2)],
    by: [sameRuleForAll],
    ends: kept('api-gateway', 'projector'),
  },
  {
    id: 'C60',
    fault: 'all control-plane nodes share one data centre',
    found: [
      {
        verdict: nodesLeft,
        rule: 'counted',
        cause: nodesLeft,
        shows: [
          '1, and 0 is stated',
          'without primary-dc: srv1117946 is left, without a control plane (0 of 3 members of etcd, 2 needed)',
        ],
      },
    ],
    by: [standsInOneSite],
    ends: { [nodesLeft]: 'kept' },
  },
  {
    id: 'C75',
    fault: 'the order of the rollout is not that of its parameters',
    found: [
      {
        verdict: rollsNewFirst,
        rule: 'order',
        cause: 'old-pod-first/mainnet/svc-identity',
        shows: ['maxUnavailable 1 lets 1 old pod end at once, before any new one is ready'],
      },
    ],
    by: [endsNoOldPodFirst],
    ends: { [rollsNewFirst]: 'kept' },
  },
  {
    id: 'C77',
    fault: 'detection by liveness, and 30 to 60 seconds',
    found: [
      {
        verdict: hung('svc-identity'),
        rule: 'hang',
        cause: 'slow-to-notice/mainnet/svc-identity',
        shows: [
          'noticed: 20s to 31s (liveness: 3 failures × 10s, each waited for 1s at most)',
          'ended: + 0s to 30s (grace period)',
          'its readiness probe alone needs 10s to 15s',
          'and 60s is promised',
        ],
      },
      ...['postgres', 'redis', 'outbox-submitter', 'projector', 'svc-wallet', 'svc-tokenomics', 'api-gateway'].map(
        (name) => ({
          verdict: hung(name),
          rule: 'probed',
          cause: `no-liveness/mainnet/${name}`,
          shows: [`${name} has no liveness probe: nobody notices a pod that hangs, and nothing restarts it`],
        }),
      ),
    ],
    by: [probesEverything, promisesTheSumOfAHang],
    ends: Object.fromEntries(
      ['postgres', 'redis', 'projector', 'svc-identity', 'api-gateway'].map((name) => [
        hung(name),
        [`starts/mainnet/${name}`],
      ]),
    ),
  },
  {
    id: 'C79',
    fault: 'budgets as a mitigation cover one component',
    found: Object.entries({
      'api-gateway': 3,
      'svc-identity': 3,
      'svc-wallet': 3,
      'svc-tokenomics': 3,
      projector: 2,
    }).map(([name, pods]) => ({
      verdict: `drained/mainnet/${name}`,
      rule: 'left',
      cause: `no-budget/mainnet/${name}`,
      shows: [
        `no budget covers ${name}, and the rules let ${pods} of its ${pods} pods stand on one node`,
        `a drain takes them at once and leaves ${pods} − ${pods} = 0`,
      ],
    })),
    by: [guardsEverything],
    ends: Object.fromEntries(
      ['postgres', 'redis', 'api-gateway', 'svc-identity', 'outbox-submitter', 'projector'].map((name) => [
        `drained/mainnet/${name}`,
        'kept' as const,
      ]),
    ),
  },
]
