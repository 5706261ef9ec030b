// seaworthy/engine: exact answers about Kubernetes objects, as functions of plain data. They read no file, no clock and no
// network, and change nothing that they are given.

export { type Assignment, assign } from './assignment/assign.ts'
export {
  type BudgetStatus,
  budgetStatus,
  type GuardedPod,
  type GuardedPods,
  type GuardingBudget,
} from './disruption/budget-status.ts'
export type { DeploymentState, ReplicaSetState } from './disruption/deployment-state.ts'
export { type EvictedPod, type Eviction, evict, type KeptBudget } from './disruption/evict.ts'
export { type EvictionScene, type EvictionTurn, evictInTurn } from './disruption/evict-in-turn.ts'
export { freshRollout, type RolloutRun, type RolloutScene, runRollout } from './disruption/rollout-run.ts'
export { runStatefulSet, type StatefulRun } from './disruption/stateful-run.ts'
export { type MemberPod, type MemberStep, type StatefulState, syncStatefulSet } from './disruption/stateful-sync.ts'
export { type Admitted, admit } from './library/admit.ts'
export type { ChangedPairs } from './library/changed-pairs.ts'
export type { ClusterObjects } from './library/estate-of.ts'
export { lose } from './library/lose.ts'
export { type DeclaredPair, type PairMatrix, pairMatrix } from './library/pair-matrix.ts'
export { type Reach, type Reached, type ReachQuestion, reach } from './library/reach.ts'
export { relabelled } from './library/relabelled.ts'
export { replaced } from './library/replaced.ts'
export type { Outcome } from './loss/outcome.ts'
export type { LossAnswer } from './nodeloss/answer.ts'
export type { Loss } from './nodeloss/loss.ts'
export { nodeLoss } from './nodeloss/node-loss.ts'
export { type Timers, timersOf } from './nodeloss/timers.ts'
export type { ReachMatrix } from './reachability/matrix.ts'
export type { PortRange } from './reachability/port-ranges.ts'
export type {
  Candidate,
  Judged,
  NobodyGoes,
  PreemptionAnswer,
  Scheduler,
  SchedulingCluster,
} from './scheduling/scheduler.ts'
export { schedulerOf } from './scheduling/scheduler-of.ts'
