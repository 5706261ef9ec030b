// How each noun is made, for a reader that finds its word and options in a file.

import { portSpec } from '../../platform/component/define.ts'
import { alertSpec, metricSpec, receiverSpec } from '../../platform/language/alert.ts'
import { bucketSpec } from '../../platform/language/bucket.ts'
import { clusterSpec, nodeSpec } from '../../platform/language/cluster.ts'
import { decisionSpec, optionSpec } from '../../platform/language/decision.ts'
import { deliverySpec, waveSpec } from '../../platform/language/delivery.ts'
import { plannedSpec } from '../../platform/language/doubt.ts'
import { drillSpec } from '../../platform/language/drill.ts'
import { environmentSpec, flowSpec, sizedSpec } from '../../platform/language/environment.ts'
import { failureSpec } from '../../platform/language/failure.ts'
import { journeySpec } from '../../platform/language/journey.ts'
import { shownSpec, writtenSpec } from '../../platform/language/manifest.ts'
import { lagSpec, measureSpec, minusSpec, sumSpec } from '../../platform/language/measure.ts'
import { operatorSpec } from '../../platform/language/operator.ts'
import { paperSpec } from '../../platform/language/paper.ts'
import { outsideSpec, volumeSpec } from '../../platform/language/place.ts'
import { platformSpec } from '../../platform/language/platform.ts'
import { procedureSpec, stepSpec } from '../../platform/language/procedure.ts'
import { roleSpec } from '../../platform/language/role.ts'
import { secretSpec, secretStoreSpec } from '../../platform/language/secret.ts'
import { valueSpec } from '../../platform/language/stated.ts'
import { tableSpec } from '../../platform/language/table.ts'
import { waiverSpec } from '../../platform/language/waiver.ts'
import type { NounSpec } from '../../platform/make.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import type { Noun } from '../../platform/noun.ts'
import type { Kind } from '../../platform/schema.ts'
import { subjects } from '../beside/forms.ts'

/** Components and promises have a form for each of their words; what is open stands in no file. */
type Several = 'component' | 'promise' | 'undecided'

const specs = {
  alert: alertSpec,
  bucket: bucketSpec,
  cluster: clusterSpec,
  decision: decisionSpec,
  delivery: deliverySpec,
  drill: drillSpec,
  environment: environmentSpec,
  failure: failureSpec,
  flow: flowSpec,
  journey: journeySpec,
  lag: lagSpec,
  measure: measureSpec,
  metric: metricSpec,
  minus: minusSpec,
  node: nodeSpec,
  operator: operatorSpec,
  option: optionSpec,
  outside: outsideSpec,
  paper: paperSpec,
  planned: plannedSpec,
  platform: platformSpec,
  port: portSpec,
  procedure: procedureSpec,
  receiver: receiverSpec,
  role: roleSpec,
  secret: secretSpec,
  secretStore: secretStoreSpec,
  shown: shownSpec,
  sized: sizedSpec,
  stated: valueSpec,
  step: stepSpec,
  sum: sumSpec,
  table: tableSpec,
  volume: volumeSpec,
  waiver: waiverSpec,
  wave: waveSpec,
  written: writtenSpec,
} satisfies { readonly [noun in Exclude<Noun, Several>]: object }

/** Undefined for the nouns that have several forms, or none. */
export function specOf(noun: Noun): NounSpec<object, object> | undefined {
  return Object.hasOwn(specs, noun) ? (specs[noun as keyof typeof specs] as NounSpec<object, object>) : undefined
}

/** What is written once, under its name, and named wherever it is meant. */
export const sections = {
  bucket: 'buckets',
  cluster: 'clusters',
  component: 'components',
  environment: 'environments',
  journey: 'journeys',
  procedure: 'procedures',
} as const satisfies { readonly [noun in Noun]?: string }

export type Shared = keyof typeof sections

export function isShared(noun: Noun): noun is Shared {
  return Object.hasOwn(sections, noun)
}

/** What the promise's own word stands for, as in files that people write; of the rest, which only platforms make, too. */
export const promiseSubjects: { readonly [kind in PlatformPromise['kind']]: string } = {
  ...subjects,
  collects: 'by',
  drilled: 'in',
  noticed: 'what',
}

/** The kind itself, or the first of its alternatives, that has one of these shapes. */
export function shapeOf(kind: Kind | undefined, ...shapes: readonly Kind['kind'][]): Kind | undefined {
  const kinds = kind?.kind === 'either' ? kind.of : kind === undefined ? [] : [kind]
  return kinds.find((one) => shapes.includes(one.kind))
}
