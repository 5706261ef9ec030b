// What is said of an autoscaler a second time, against how it is written: its bounds, what it measures, how fast it goes each
// way.

import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { metricName, metricOf } from '../../estate/lower/scaled.ts'
import { targetAmount } from '../../estate/lower/target-amount.ts'
import type { PlatformPromise, ScalingMetric, ScalingStep } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { measuresOf } from './measures.ts'

export type Autoscales = Extract<PlatformPromise, { kind: 'autoscales' }>

export type SaidTwiceParts = {
  bound: Compared & { readonly is: 'at least' | 'at most' }
  metric: { readonly autoscaler: string; readonly metric: string; readonly said: string; readonly found?: string }
  step: Compared & { readonly way: 'up' | 'down'; readonly what: 'window' | 'pods' }
}

interface Compared {
  readonly autoscaler: string
  readonly said: string
  readonly found: string
}

type Said = Autoscales['so']

export function saidTwiceParts(so: Said, object: EstateObject, cause: string): readonly AnyPart<SaidTwiceParts>[] {
  return [
    ...boundParts(so, object, cause),
    ...byMetric(so.on ?? []).map((said) => metricPart(said, object, cause)),
    ...(['up', 'down'] as const).flatMap((way) => stepParts(so[way], way, object, cause)),
  ]
}

// Where nothing is said there is one pod at least (k8s.io/kubernetes@v1.36.3 pkg/apis/autoscaling/v2/defaults.go:72).
function boundParts(so: Said, object: EstateObject, cause: string): readonly AnyPart<SaidTwiceParts>[] {
  const spec = fieldsAt(object.manifest, 'spec')
  const rows = [
    ['at least', so.from, Number(spec.minReplicas ?? 1), 'minReplicas'],
    ['at most', so.to, Number(spec.maxReplicas), 'maxReplicas'],
  ] as const
  return rows.flatMap(([is, said, found, field]) =>
    said === undefined
      ? []
      : [
          part(
            'bound',
            said === found,
            { autoscaler: sayRef(object.ref), is, said: `${said}`, found: `${found}` },
            {
              at: { source: object.source, path: ['spec', field] },
              cause: `${cause}/${is}`,
              stated: [object.source.stated],
            },
          ),
        ],
  )
}

function byMetric(on: NonNullable<Said['on']>): readonly ScalingMetric[] {
  return on.map(metricOf).toSorted((a, b) => byCodePoint(metricName(a), metricName(b)))
}

function metricPart(said: ScalingMetric, object: EstateObject, cause: string): AnyPart<SaidTwiceParts> {
  const name = metricName(said)
  const found = measuresOf(object).find((one) => one.name === name)
  const amount = said.cpu ?? said.memory ?? said.target
  const wanted = amount === undefined ? undefined : asWritten(said, amount)
  const truth = found !== undefined && (wanted === undefined || found.target === wanted)
  const data = {
    autoscaler: sayRef(object.ref),
    metric: name,
    said: `${amount ?? name}`,
    ...(found && { found: found.target }),
  }
  return part('metric', truth, data, {
    at: { source: object.source, path: found?.path ?? ['spec', 'metrics'] },
    cause: `${cause}/${name}`,
    stated: [said.stated, object.source.stated],
  })
}

// As an autoscaler has it written: `70%`, or an amount in the metric's own unit.
function asWritten({ cpu, memory, metric }: ScalingMetric, amount: string | number): string {
  if (percentOf(amount) !== undefined && (cpu ?? memory) !== undefined) return `${percentOf(amount)}%`
  return cpu === undefined && memory === undefined ? targetAmount(amount, metric) : String(amount)
}

// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/autoscaling/v2/defaults.go:35: no window up, and five minutes down.
const usualWindow = { up: 0, down: 300 } as const

function stepParts(
  said: ScalingStep | undefined,
  way: 'up' | 'down',
  object: EstateObject,
  cause: string,
): readonly AnyPart<SaidTwiceParts>[] {
  if (!said) return []
  const field = way === 'up' ? 'scaleUp' : 'scaleDown'
  const rules = fieldsAt(object.manifest, 'spec', 'behavior', field)
  const base = { autoscaler: sayRef(object.ref), way }
  const more = (path: string) => ({
    at: { source: object.source, path: ['spec', 'behavior', field, path] },
    cause: `${cause}/${way}`,
    stated: [said.stated, object.source.stated],
  })
  const window = secondsOf(said.window)
  const found = Number(rules.stabilizationWindowSeconds ?? usualWindow[way])
  const windows =
    window === undefined
      ? []
      : [
          part(
            'step',
            window === found,
            { ...base, what: 'window' as const, said: `${window}s`, found: `${found}s` },
            more('stabilizationWindowSeconds'),
          ),
        ]
  const { pods, every } = said
  if (pods === undefined || every === undefined) return windows
  const step = `${pods}${typeof pods === 'number' ? ' pods' : ''} every ${secondsOf(every)}s`
  const policies = Array.isArray(rules.policies) ? rules.policies.map(sayPolicy) : []
  const steps = policies.length > 0 ? policies.join(' or ') : 'as many as Kubernetes lets'
  const isSo = policies.length === 1 && policies[0] === step
  return [
    ...windows,
    part('step', isSo, { ...base, what: 'pods' as const, said: step, found: steps }, more('policies')),
  ]
}

function sayPolicy(policy: unknown): string {
  const { type, value, periodSeconds } = fieldsAt(policy)
  return `${value}${type === 'Percent' ? '%' : ' pods'} every ${periodSeconds}s`
}

export const saidTwiceWords = {
  bound: ({ autoscaler, is, said, found }: SaidTwiceParts['bound'], truth: Truth) =>
    truth === true
      ? `${autoscaler} has ${is} ${found} ${`${found}` === '1' ? 'pod' : 'pods'}, as it is said`
      : `${autoscaler} has ${is} ${found} ${`${found}` === '1' ? 'pod' : 'pods'}, and ${said} are said`,
  metric: ({ autoscaler, metric, said, found }: SaidTwiceParts['metric'], truth: Truth) =>
    truth === true
      ? `${autoscaler} holds ${metric} at ${found}, as it is said`
      : found === undefined
        ? `${autoscaler} does not measure ${metric}, and ${said} is said`
        : `${autoscaler} holds ${metric} at ${found}, and ${said} is said`,
  step: ({ autoscaler, way, what, said, found }: SaidTwiceParts['step'], truth: Truth) => {
    const is = what === 'window' ? `waits ${found} before it scales ${way}` : `scales ${way} by ${found}`
    return `${autoscaler} ${is}, ${truth === true ? 'as it is said' : `and ${said} is said`}`
  },
}
