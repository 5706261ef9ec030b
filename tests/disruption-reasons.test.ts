// Every reason that the engine of disruption can give stands in a session, in its words.

import type { Budget } from '../src/engine/disruption/budget.ts'
import type { BudgetStatus, WeighedPod } from '../src/engine/disruption/budget-status.ts'
import type { Drain } from '../src/engine/disruption/drain.ts'
import type { Eviction } from '../src/engine/disruption/evict.ts'
import type { Rollout } from '../src/engine/disruption/rollout.ts'
import type { RolloutRun } from '../src/engine/disruption/rollout-run.ts'
import type { Split } from '../src/engine/disruption/split.ts'
import type { StatefulRun } from '../src/engine/disruption/stateful-run.ts'
import type { MemberStep, MemberWait } from '../src/engine/disruption/stateful-sync.ts'
import { type Reasons, reasonsShown } from './shown.ts'

const rows = ['src/engine/disruption/*.test.ts', 'src/check/disruption/*.test.ts']

const evictions: Reasons<Eviction['why']> = {
  pending: /may go: it does not run yet, so no budget is asked/,
  ended: /may go: it has ended, so no budget is asked/,
  terminating: /is on its way out, and not counted/,
  'no budget': /no budget covers \S+, so there is nothing to judge: its pods may be evicted at any time/,
  allowed: /healthy, may go/,
  'unhealthy and always allowed': /not ready, may go: the budget always lets such pods go/,
  'unhealthy beside enough': /not ready, may go: enough others are healthy/,
  'several budgets': /is not evicted at all: several budgets cover it/,
  'not counted yet': /stays: the budget was changed, and its controller has not counted it since/,
  'not counted': /stays: the budget cannot be counted/,
  'too few healthy': /stays: \d must stay healthy, \d there/,
  'none allowed': /stays: the budget expects no pod, and so lets none go/,
  'too many unconfirmed': /stays: more than 2000 evictions were granted whose pods nobody has seen go/,
}
reasonsShown('eviction', evictions, { rows })

const counts: Reasons<WeighedPod['counts']> = {
  healthy: /now \d healthy of \d expected/,
  terminating: /is on its way out, and not counted/,
  evicted: /was granted an eviction that has not begun, so it is not counted/,
  'not ready': /not ready, may go/,
}
reasonsShown('counted pod', counts, { rows })

const statuses: Reasons<BudgetStatus['reason']> = {
  SufficientPods: /and \d must stay: [1-9] may go/,
  InsufficientPods: /and \d must stay: 0 may go/,
  SyncFailed: /now cannot be counted, since .*: 0 may go/,
}
reasonsShown('budget now', statuses, { rows })

type Certain = Exclude<Extract<BudgetStatus, { faults: unknown }>['faults'][number]['why'], undefined>
const faults: Reasons<Certain> = {
  'no scale': /cannot be counted, since Node \S+, which owns \S+, has no scale: 0 may go/,
  'no such controller': /budget mail counts from the scale of what owns \S+, and nobody shows whether that has one/,
  'no such kind': /budget relay counts from the scale of what owns \S+, and nobody shows whether that has one/,
  'neither a number nor a percentage': /cannot be counted, since "\w+" is neither a number nor a percentage: 0 may go/,
}
reasonsShown('budget fault', faults, { rows })

const budgets: Reasons<NonNullable<Budget['fault']>> = {
  'a workload without a scale': /counts from the scale of \S+, which has none: allowed disruptions = 0/,
  'an owner that nobody shows': /counts from the scale of what owns \S+, and nobody shows whether that has one/,
  'asks for nothing': /says neither minAvailable nor maxUnavailable: allowed disruptions = 0/,
  'neither a number nor a percentage':
    /asks for \w+ "\w+", which is neither a number nor a percentage: allowed disruptions = 0/,
}
reasonsShown('budget', budgets, { rows })

const drains: Reasons<Drain['answer'] | NonNullable<Drain['why']>> = {
  passes: /at most \d pods? (was|were) seen on one node, and budget \S+ allows \d at once/,
  waits: [
    /allows \d at once: each that goes finds a place elsewhere, and the next may go/,
    /allows \d at once: the next must wait until those are ready elsewhere, which is not certain/,
  ],
  never: /not so: every node that holds pods of \S+ can be drained/,
  'none allowed': /allowed disruptions = \d − \d = 0/,
  'several budgets': /both cover \S+: the API server evicts no pod that several budgets cover/,
  'no way back': /and have no other place, and budget \S+ allows \d: the drain stops after \d/,
}
reasonsShown('drain', drains, { rows })

const ends: Reasons<RolloutRun['end']> = {
  complete: /under way: it goes on as pods become available/,
  paused: /under way: it is paused, and goes on when somebody resumes it/,
  'not ready': /under way: the controller waits for new pods that are not ready/,
  resized: /a ReplicaSet notes another number of replicas than the Deployment has/,
}
reasonsShown('rollout', ends, { rows })

const strategies: Reasons<Rollout['strategy']> = {
  RollingUpdate: /, RollingUpdate: \d − \d = \d available at least, \d \+ \d = \d there at most/,
  Recreate: /Recreate ends the old pods before it makes new ones/,
  OnDelete: /, OnDelete: \d − \d = \d available at least/,
}
reasonsShown('strategy', strategies, { rows })

const steps: Reasons<MemberStep['does'] | Extract<MemberStep, { why: unknown }>['why']> = {
  make: /its controller makes \S+-\d, and goes on when \S+-\d is ready/,
  delete: /its controller takes away/,
  ended: /takes away \S+-\d, which has ended, and goes on when \S+-\d is ready/,
  'scaled down': /takes away \S+-\d, which is one too many/,
  replaced: /its controller replaces \S+-\d/,
}
reasonsShown('member', steps, { rows })

const waits: Reasons<MemberWait['why']> = {
  ended: /waits for \S+-\d, which has ended and is on its way out/,
  missing: /makes (\S+-\d), and goes on when \1 is ready/,
  terminating: /waits for \S+-\d, which is on its way out/,
  'not ready': /waits for \S+-\d, which is not ready/,
  'not long enough ready': /waits for \S+-\d, which has not been ready for long enough \(minReadySeconds\)/,
}
reasonsShown('member that is waited for', waits, { rows })

const runs: Reasons<StatefulRun['end']> = {
  complete: /its controller replaces \S+-\d/,
  'kept back': [
    /\S+-\d stays? of the template before: a rolling update begins at member \d \(partition\)/,
    /\S+-\d stays? of the template before until somebody deletes (it|them) \(OnDelete\)/,
  ],
  stuck: /waits for \S+-\d, which is not ready and of another template than the one that is rolled out/,
}
reasonsShown('StatefulSet', runs, { rows })

const splits: Reasons<Split['answer'] | Split['rules'][number]['rule']> = {
  holds: /leaves at most \d on one node/,
  breaks: /and \d may stand on \S+, whose loss leaves \d/,
  unknown: /are needed, so \d may be lost, and nobody says what nodes there are/,
  apart: /required anti-affinity on \S+ leaves at most \d on one node/,
  spread: /a required spread over \S+ with maxSkew \d leaves at most \d on one node/,
}
reasonsShown('quorum', splits, { rows })
