// What is said of an autoscaler and stands in no field of one.

import { cadenceSeconds } from '../../platform/cadence.ts'
import type { Scaling, ScalingMetric } from '../../platform/model.ts'
import { perSecondOf } from '../../platform/money.ts'
import { secondsOf } from '../../platform/units.ts'
import type { FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { metricName, metricOf, unsaidOf } from '../lower/scaled.ts'
import { optionSource } from '../source.ts'

export function scales(member: Member): FactOf<'scales'>[] {
  return member.workloads.flatMap((placed) => {
    const { scales } = placed.workload
    if (!scales) return []
    return given<FactOf<'scales'>>({
      trait: 'scales',
      of: refOfWorkload(placed),
      byKeda: scales.by === 'keda' ? true : undefined,
      unsaid: unsaidOf(scales),
      metrics: metricsSaid(scales),
      cooldownSeconds: scales.cooldown && secondsOf(scales.cooldown),
      ...declaredBy(member, 'scales', scales.stated),
    })
  })
}

/** What one pod carries, as somebody says. */
export function handles(member: Member): FactOf<'handles'>[] {
  return member.workloads.flatMap((placed) => {
    const rate = perSecondOf(placed.workload.handles)
    if (!rate) return []
    const perSecond = Number(rate.numerator) / Number(rate.denominator)
    return { trait: 'handles', of: refOfWorkload(placed), perSecond, ...declaredBy(member, 'handles', undefined) }
  })
}

/** How usage is looked at before requests are set. */
export function resizes(member: Member): FactOf<'resizes'>[] {
  return member.workloads.flatMap((placed) => {
    const { resizes } = placed.workload
    if (!resizes) return []
    return given<FactOf<'resizes'>>({
      trait: 'resizes',
      of: refOfWorkload(placed),
      mode: resizes.mode,
      historySeconds: resizes.history && secondsOf(resizes.history),
      evaluatesSeconds: resizes.evaluates && cadenceSeconds(resizes.evaluates),
      ...declaredBy(member, 'resizes', resizes.stated),
    })
  })
}

function declaredBy(member: Member, option: string, stated: Scaling['stated']) {
  return {
    standing: { is: 'declared' },
    source: optionSource(member, option, stated),
    component: member.component.name,
    environment: member.environment.name,
  } as const
}

function metricsSaid({ on = [] }: Scaling): FactOf<'scales'>['metrics'] {
  return on.map((said) => {
    const metric = metricOf(said)
    const { from, to, up, down, stated } = metric
    const step = (one: typeof up) =>
      one && given({ pods: one.pods, everySeconds: secondsOf(one.every), windowSeconds: secondsOf(one.window) })
    const rate = perSecondOf(metric.target)
    const perSecond = rate && Number(rate.numerator) / Number(rate.denominator)
    return given({
      name: metricName(metric),
      is: kindOf(metric),
      perSecond,
      min: from,
      max: to,
      up: step(up),
      down: step(down),
      stated,
    })
  })
}

function kindOf(metric: ScalingMetric): FactOf<'scales'>['metrics'][number]['is'] {
  const name = metricName(metric)
  if (name === 'cpu' || name === 'memory') return 'resource'
  return metric.metric?.of ? 'external' : 'pods'
}
