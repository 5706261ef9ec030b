// What a platform says of an autoscaler, against what one can do: it has one pair of bounds, one list of steps and no time
// between changes, and it measures what somebody serves.

import type { Assumption } from '../../engine/assumption.ts'
import type { FactOf } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import type { ScaledMetric, ScaledStep } from '../../estate/scaling.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Platform } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { type Applied, appliedParts, sayApplied } from './applied-part.ts'
import { type Late, lateParts, lateWords } from './late-scaling.ts'
import { servedGroups } from './served-metrics.ts'

type Scales = FactOf<'scales'>
type Resizes = FactOf<'resizes'>

type Rules = {
  unsaid: { readonly unsaid: readonly string[] }
  bounds: { readonly min: number; readonly max: number; readonly rows: readonly (readonly [string, string])[] }
  steps: {
    readonly way: 'up' | 'down'
    readonly steps: readonly string[]
    readonly rows: readonly (readonly [string, string])[]
  }
  cooldown: { readonly time: string; readonly byKeda: boolean }
  served: { readonly metric: string; readonly group: string }
  begins: { readonly replicas: number; readonly min: number; readonly max: number }
  history: { readonly times: readonly string[] }
  looks: { readonly every: string }
  applied: Applied
  late: Late
}

export const autoscaling = defineQuestion<Rules>({
  id: 'autoscaling',
  asks: 'Does an autoscaler do what is said of it, and is what it measures to be had?',
  perCluster: true,

  *judge({ views, platform }) {
    for (const view of views) {
      const scales = view.estate.facts.filter((fact) => fact.trait === 'scales')
      const resizes = view.estate.facts.filter((fact) => fact.trait === 'resizes')
      for (const of of new Set([...scales, ...resizes].map((fact) => fact.of))) {
        const found = findingOf(
          of,
          scales.find((fact) => fact.of === of),
          resizes.filter((fact) => fact.of === of),
          view,
          platform,
        )
        // What is said is what its object says: that is judged as of any autoscaler.
        if (found.parts.length > 0) yield found
      }
    }
  },

  says: {
    unsaid: ({ unsaid }) => `nobody says ${unsaid.join(', ')}: without that there is no autoscaler`,
    bounds: ({ min, max, rows }, truth): Words => ({
      line:
        truth === true
          ? `each of its metrics has the bounds of the whole: ${min} to ${max} pods`
          : `its metrics have bounds of their own, and an autoscaler has one pair for all: ${min} to ${max} pods`,
      rows,
    }),
    steps: ({ way, steps, rows }, truth): Words => ({
      line:
        truth === true
          ? `it scales ${way} in one step for all its metrics: ${steps[0]}`
          : `its metrics scale ${way} in steps of their own, and an autoscaler takes the largest whichever metric asks: ${steps.join(', ')}`,
      rows,
    }),
    cooldown: ({ time, byKeda }) =>
      byKeda
        ? `${time} between two changes are said: KEDA waits so only before it scales to none`
        : `${time} between two changes are said, and an autoscaler has no such setting: each direction has a window, and steps with a period`,
    served: ({ metric, group }, truth) =>
      truth === true
        ? `${metric} is served as ${group}`
        : `nothing serves ${metric}: an autoscaler asks ${group} for it, and nobody there does`,
    begins: ({ replicas, min, max }, truth) =>
      truth === true
        ? `it begins with ${countOf(replicas, 'pod')}, between ${min} and ${max}`
        : `${countOf(replicas, 'pod is', 'pods are')} said, and its autoscaler moves them to between ${min} and ${max} at once`,
    history: ({ times }, truth) =>
      truth === true
        ? `usage is looked at over ${times[0]}`
        : `usage is to be looked at over ${times.join(' and over ')}, and the recommender has one such setting for all`,
    late: lateWords,
    applied: sayApplied,
    looks: ({ every }) => `somebody looks at what is recommended every ${every}`,
  },
})

function findingOf(
  of: Ref,
  scales: Scales | undefined,
  resizes: readonly Resizes[],
  view: View,
  platform: Platform | undefined,
): Finding<Rules> {
  const fact = scales ?? resizes[0]
  const { name } = partsOf(of)
  return {
    id: [fact?.environment ?? '', name],
    environment: fact?.environment,
    cluster: view.estate.cluster,
    says: `what is said of the autoscaler of ${name} is what it does`,
    ...(fact && { source: fact.source }),
    about: [of],
    parts: [...(scales ? scaleParts(scales, view, platform) : []), ...resizes.flatMap((one) => resizeParts(one, view))],
  }
}

function scaleParts(fact: Scales, view: View, platform: Platform | undefined): readonly AnyPart<Rules>[] {
  const at = { source: fact.source, path: ['scales'] }
  const cause = `${view.estate.cluster}/${fact.component}`
  const pod = view.byWorkload.get(fact.of)
  const unsaid = fact.unsaid
  return [
    ...(unsaid.length === 0 ? [] : [part('unsaid', undefined, { unsaid }, { at })]),
    ...(pod?.scales ? boundParts(fact, pod.scales, `metric-bounds/${cause}`) : []),
    ...(['up', 'down'] as const).flatMap((way) => stepParts(fact, way, `metric-steps/${cause}`)),
    ...cooldownParts(fact, `no-cooldown/${cause}`),
    ...servedParts(fact, view),
    ...lateParts(platform, {
      component: fact.component ?? '',
      environment: fact.environment ?? '',
      cause: `scales-late/${cause}`,
    }),
    ...(pod?.scales ? beginParts(fact, pod.scales, view, `begins/${cause}`) : []),
  ]
}

interface Bounds {
  readonly min: number
  readonly max: number
}

function boundParts(fact: Scales, { min, max }: Bounds, cause: string): readonly AnyPart<Rules>[] {
  const said = fact.metrics.filter((metric) => metric.min !== undefined || metric.max !== undefined)
  if (said.length === 0) return []
  const others = said.filter((metric) => (metric.min ?? min) !== min || (metric.max ?? max) !== max)
  const rows = said.map((metric) => [metric.name, `${metric.min ?? min} to ${metric.max ?? max} pods`] as const)
  return [
    part(
      'bounds',
      others.length === 0,
      { min, max, rows },
      {
        at: { source: fact.source, path: ['scales', 'on'] },
        cause,
        hint: 'one pair of bounds, or a workload for each metric',
        stated: others.map(({ stated }) => stated),
      },
    ),
  ]
}

function stepParts(fact: Scales, way: 'up' | 'down', cause: string): readonly AnyPart<Rules>[] {
  const said = fact.metrics.flatMap((metric) => {
    const step = sayStep(metric[way])
    return step === undefined ? [] : [{ metric, step }]
  })
  if (said.length === 0) return []
  const steps = [...new Set(said.map(({ step }) => step))]
  return [
    part(
      'steps',
      steps.length === 1,
      { way, steps, rows: said.map(({ metric, step }) => [metric.name, step] as const) },
      {
        at: { source: fact.source, path: ['scales', 'on'] },
        cause: `${cause}/${way}`,
        hint: 'one step for all',
        stated: said.map(({ metric }) => metric.stated),
      },
    ),
  ]
}

function sayStep(step: ScaledStep | undefined): string | undefined {
  if (step?.pods === undefined || step.everySeconds === undefined) return undefined
  const pods = typeof step.pods === 'number' ? `${step.pods} ${step.pods === 1 ? 'pod' : 'pods'}` : step.pods
  return `${pods} every ${step.everySeconds}s`
}

// Source: k8s.io/api@v0.36.3 autoscaling/v2/types.go (HPAScalingRules); keda.sh/docs/2.21/reference/scaledobject-spec: the
// cooldown period only applies when scaling to zero.
function cooldownParts(fact: Scales, cause: string): readonly AnyPart<Rules>[] {
  const { cooldownSeconds, byKeda = false } = fact
  if (cooldownSeconds === undefined) return []
  return [
    part(
      'cooldown',
      false,
      { time: saySeconds(cooldownSeconds), byKeda },
      {
        at: { source: fact.source, path: ['scales', 'cooldown'] },
        cause,
        hint: 'a window for each direction (up.window, down.window)',
      },
    ),
  ]
}

function servedParts(fact: Scales, view: View): readonly AnyPart<Rules>[] {
  // KEDA asks for them itself and serves what it got.
  if (fact.byKeda) return []
  const served = servedGroups(view)
  return fact.metrics
    .filter(({ is }) => is !== 'resource')
    .map((metric: ScaledMetric) => {
      const group = metric.is === 'pods' ? 'custom.metrics.k8s.io' : 'external.metrics.k8s.io'
      return part(
        'served',
        served.has(group),
        { metric: metric.name, group },
        {
          at: { source: fact.source, path: ['scales', 'on'] },
          cause: `no-metrics/${view.estate.cluster}/${group}`,
          hint: "an adapter that serves it (metricsAdapter), or by: 'keda'",
          stated: [metric.stated],
        },
      )
    })
}

function beginParts(fact: Scales, { min, max }: Bounds, { estate }: View, cause: string): readonly AnyPart<Rules>[] {
  const object = estate.objects.find(({ ref }) => ref === fact.of)
  const { replicas } = fieldsAt(object?.manifest, 'spec')
  if (typeof replicas !== 'number' || !object) return []
  return [
    part(
      'begins',
      replicas >= min && replicas <= max,
      { replicas, min, max },
      {
        at: { source: object.source, path: ['spec', 'replicas'] },
        cause,
        hint: `replicas between ${min} and ${max}, or other bounds`,
        stated: [object.source.statedOf?.(['spec', 'replicas'])],
      },
    ),
  ]
}

// The recommender's own flags (kubernetes/autoscaler vertical-pod-autoscaler/docs/flags.md: history-length, default 8d).
function resizeParts(fact: Resizes, view: View): readonly AnyPart<Rules>[] {
  const { estate, denied } = view
  const { historySeconds, evaluatesSeconds } = fact
  const all = estate.facts.flatMap((one) => (one.trait === 'resizes' ? (one.historySeconds ?? []) : []))
  const times = [...new Set(all)].sort((a, b) => a - b).map(saySeconds)
  const person = evaluatesSeconds === undefined ? undefined : lookingOf(fact, evaluatesSeconds)
  const setting = historySeconds === undefined ? undefined : historyOf(estate.cluster, historySeconds, fact)
  return [
    ...(setting
      ? [
          part(
            'history',
            times.length === 1 && !denied.has(setting.id),
            { times },
            { assumes: [setting], at: { source: fact.source, path: ['resizes', 'history'] }, cause: setting.id },
          ),
        ]
      : []),
    ...(person
      ? [
          part(
            'looks',
            !denied.has(person.id),
            { every: saySeconds(evaluatesSeconds ?? 0) },
            { assumes: [person], at: { source: fact.source, path: ['resizes', 'evaluates'] } },
          ),
        ]
      : []),
    ...appliedParts(fact, view),
  ]
}

function historyOf(cluster: string, seconds: number, { source }: Resizes): Assumption {
  return {
    id: `recommender/${cluster}`,
    says: `the recommender of ${cluster} is started with --history-length=${saySeconds(seconds)}`,
    kind: 'outside',
    source,
  }
}

function lookingOf({ environment, source }: Resizes, seconds: number): Assumption {
  return {
    id: `looks-at-recommendations/${environment}`,
    says: `somebody looks at what is recommended in ${environment} every ${saySeconds(seconds)}`,
    kind: 'outside',
    source,
  }
}
