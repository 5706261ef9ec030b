// What a platform file imports: the nouns, and the types of the values that they make.

export { alertmanager } from './platform/component/alertmanager.ts'
export { client } from './platform/component/client.ts'
export { daemon } from './platform/component/daemon.ts'
export { external } from './platform/component/external.ts'
export { gateway } from './platform/component/gateway.ts'
export { job } from './platform/component/job.ts'
export { ledger } from './platform/component/ledger.ts'
export { postgres } from './platform/component/postgres.ts'
export { prometheus } from './platform/component/prometheus.ts'
export { redis } from './platform/component/redis.ts'
export { service } from './platform/component/service.ts'
export { worker } from './platform/component/worker.ts'
export type { Component } from './platform/component.ts'
export { above, absent, alert, always, below, down, metric, receiver, rises } from './platform/language/alert.ts'
export { bucket } from './platform/language/bucket.ts'
export { cluster, node } from './platform/language/cluster.ts'
export { decision, option } from './platform/language/decision.ts'
export { delivery, wave } from './platform/language/delivery.ts'
export { planned, undecided } from './platform/language/doubt.ts'
export { drill } from './platform/language/drill.ts'
export { environment, flow, sized } from './platform/language/environment.ts'
export { corruption, crashLoops, hang, loss } from './platform/language/failure.ts'
export { journey } from './platform/language/journey.ts'
export { shown, written } from './platform/language/manifest.ts'
export {
  cost,
  free,
  headroom,
  left,
  minus,
  most,
  percent,
  plus,
  serialLag,
  span,
  taken,
  time,
  total,
  unsaid,
} from './platform/language/measure.ts'
export { cloudNativePg } from './platform/language/operator.ts'
export { paper } from './platform/language/paper.ts'
export { outside, volumeIn } from './platform/language/place.ts'
export { platform } from './platform/language/platform.ts'
export { procedure, step } from './platform/language/procedure.ts'
export { promise } from './platform/language/promise.ts'
export { role } from './platform/language/role.ts'
export { secret, secretStore } from './platform/language/secret.ts'
export { statedIn, value } from './platform/language/stated.ts'
export { table } from './platform/language/table.ts'
export { waiver } from './platform/language/waiver.ts'
export type * from './platform/model.ts'
export type { Money, Price, Wage } from './platform/money.ts'
export { PlatformProblems, type Problem } from './platform/problem.ts'
export type { Position, Stated } from './platform/source.ts'
export type { Cpu, Duration, Percent, Range, Size } from './platform/units.ts'
