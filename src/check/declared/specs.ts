// How each noun is made, for a reader that finds its word and options in a file.

import { portSpec } from '../../platform/component/define.ts'
import { accessSpec } from '../../platform/language/access.ts'
import { alertSpec } from '../../platform/language/alert.ts'
import { branchSpec } from '../../platform/language/branch.ts'
import { bucketSpec } from '../../platform/language/bucket.ts'
import { businessFunctionSpec } from '../../platform/language/business-function.ts'
import { callSpec } from '../../platform/language/call.ts'
import { chartSpec, commandSpec, registrySpec } from '../../platform/language/chart.ts'
import { clusterSpec } from '../../platform/language/cluster.ts'
import { configurationSpec } from '../../platform/language/configuration.ts'
import { contentSpec } from '../../platform/language/content.ts'
import { contextSpec } from '../../platform/language/context.ts'
import { decisionSpec, optionSpec } from '../../platform/language/decision.ts'
import { deliverySpec, waveSpec } from '../../platform/language/delivery.ts'
import { dnsFailoverSpec } from '../../platform/language/dns-failover.ts'
import { plannedSpec } from '../../platform/language/doubt.ts'
import { drawingSpec } from '../../platform/language/drawing.ts'
import { drillSpec } from '../../platform/language/drill.ts'
import { encryptionKeySpec } from '../../platform/language/encryption-key.ts'
import { environmentSpec } from '../../platform/language/environment.ts'
import { failureSpec } from '../../platform/language/failure.ts'
import { flowSpec } from '../../platform/language/flow.ts'
import { forecastSpec } from '../../platform/language/forecast.ts'
import { hsmSpec } from '../../platform/language/hsm.ts'
import { incidentSpec } from '../../platform/language/incident.ts'
import { infrastructureSpec } from '../../platform/language/infrastructure.ts'
import { journeySpec } from '../../platform/language/journey.ts'
import { managedSpec } from '../../platform/language/managed.ts'
import { shownSpec, writtenSpec } from '../../platform/language/manifest.ts'
import { lagSpec, measureSpec, minusSpec, sumSpec } from '../../platform/language/measure.ts'
import { meshSpec } from '../../platform/language/mesh.ts'
import { metricSpec } from '../../platform/language/metric.ts'
import { monitoringSpec } from '../../platform/language/monitoring.ts'
import { linkSpec, networkSpec, segmentSpec } from '../../platform/language/network.ts'
import { nodeSpec } from '../../platform/language/node.ts'
import { operatorSpec } from '../../platform/language/operator.ts'
import { organisationSpec } from '../../platform/language/organisation.ts'
import { paperSpec } from '../../platform/language/paper.ts'
import { gateSpec, pipelineSpec, stageSpec } from '../../platform/language/pipeline.ts'
import { outsideSpec, volumeSpec } from '../../platform/language/place.ts'
import { platformSpec } from '../../platform/language/platform.ts'
import { poolSpec } from '../../platform/language/pool.ts'
import { procedureSpec, stepSpec } from '../../platform/language/procedure.ts'
import { promotionSpec } from '../../platform/language/promotion.ts'
import { receiverSpec } from '../../platform/language/receiver.ts'
import { releaseSpec } from '../../platform/language/release.ts'
import { phaseSpec, taskSpec } from '../../platform/language/roadmap.ts'
import { roleSpec } from '../../platform/language/role.ts'
import { rolloutSpec } from '../../platform/language/rollout.ts'
import { scenarioSpec } from '../../platform/language/scenario.ts'
import { secretSpec, secretStoreSpec } from '../../platform/language/secret.ts'
import { sizedSpec } from '../../platform/language/sized.ts'
import { controlSpec, standardSpec } from '../../platform/language/standard.ts'
import { valueSpec } from '../../platform/language/stated.ts'
import { strategySpec } from '../../platform/language/strategy.ts'
import { tableSpec } from '../../platform/language/table.ts'
import { teamSpec } from '../../platform/language/team.ts'
import { toolSpec } from '../../platform/language/tool.ts'
import { waiverSpec } from '../../platform/language/waiver.ts'
import type { NounSpec } from '../../platform/make.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import type { Noun } from '../../platform/noun.ts'
import type { Kind } from '../../platform/schema.ts'
import { subjects } from '../beside/forms.ts'

/** Components and promises have a form for each of their words; what is open stands in no file. */
type Several = 'component' | 'promise' | 'undecided'

const specs = {
  access: accessSpec,
  alert: alertSpec,
  branch: branchSpec,
  bucket: bucketSpec,
  call: callSpec,
  chart: chartSpec,
  businessFunction: businessFunctionSpec,
  cluster: clusterSpec,
  command: commandSpec,
  context: contextSpec,
  configuration: configurationSpec,
  control: controlSpec,
  content: contentSpec,
  decision: decisionSpec,
  delivery: deliverySpec,
  drawing: drawingSpec,
  dnsFailover: dnsFailoverSpec,
  drill: drillSpec,
  encryptionKey: encryptionKeySpec,
  environment: environmentSpec,
  failure: failureSpec,
  flow: flowSpec,
  forecast: forecastSpec,
  gate: gateSpec,
  infrastructure: infrastructureSpec,
  hsm: hsmSpec,
  incident: incidentSpec,
  journey: journeySpec,
  lag: lagSpec,
  link: linkSpec,
  managed: managedSpec,
  measure: measureSpec,
  mesh: meshSpec,
  metric: metricSpec,
  minus: minusSpec,
  network: networkSpec,
  monitoring: monitoringSpec,
  node: nodeSpec,
  operator: operatorSpec,
  option: optionSpec,
  organisation: organisationSpec,
  outside: outsideSpec,
  paper: paperSpec,
  phase: phaseSpec,
  pipeline: pipelineSpec,
  planned: plannedSpec,
  platform: platformSpec,
  pool: poolSpec,
  port: portSpec,
  procedure: procedureSpec,
  promotion: promotionSpec,
  receiver: receiverSpec,
  registry: registrySpec,
  release: releaseSpec,
  role: roleSpec,
  rollout: rolloutSpec,
  scenario: scenarioSpec,
  secret: secretSpec,
  secretStore: secretStoreSpec,
  segment: segmentSpec,
  shown: shownSpec,
  sized: sizedSpec,
  stage: stageSpec,
  standard: standardSpec,
  stated: valueSpec,
  step: stepSpec,
  strategy: strategySpec,
  sum: sumSpec,
  table: tableSpec,
  task: taskSpec,
  team: teamSpec,
  tool: toolSpec,
  volume: volumeSpec,
  waiver: waiverSpec,
  wave: waveSpec,
  written: writtenSpec,
} satisfies { readonly [noun in Exclude<Noun, Several>]: object }

/** Undefined for the nouns that have several forms, or none. */
export function specOf(noun: Noun): NounSpec<object, object> | undefined {
  return Object.hasOwn(specs, noun) ? (specs[noun as keyof typeof specs] as NounSpec<object, object>) : undefined
}

/** What the promise's own word stands for, as in files that people write; of the rest, which only platforms make, too. */
export const promiseSubjects: { readonly [kind in PlatformPromise['kind']]: string } = {
  ...subjects,
  authenticates: 'store',
  encrypted: 'what',
  isolates: 'contexts',
  keepsKeys: 'ledger',
  keptOn: 'on',
  resides: 'what',
  rolesApart: 'ledger',
  rotates: 'what',
  secondFactor: 'in',
  bases: 'rules',
  changes: 'are',
  autoscales: 'in',
  bounded: 'measure',
  allots: 'share',
  collects: 'by',
  configures: 'in',
  drilled: 'in',
  gathers: 'by',
  immutable: 'what',
  entersBy: 'by',
  mutualTls: 'in',
  lives: 'for',
  mirrors: 'of',
  holds: 'data',
  integrates: 'stage',
  replicas: 'each',
  spans: 'in',
  noticed: 'what',
  ownSegments: 'of',
  privateLinks: 'to',
  privateSegments: 'of',
  throughput: 'of',
  withinNode: 'in',
}

/** The kind itself, or the first of its alternatives, that has one of these shapes. */
export function shapeOf(kind: Kind | undefined, ...shapes: readonly Kind['kind'][]): Kind | undefined {
  const kinds = kind?.kind === 'either' ? kind.of : kind === undefined ? [] : [kind]
  return kinds.find((one) => shapes.includes(one.kind))
}
