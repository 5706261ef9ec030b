// What a platform says of an autoscaler, against what one can do: it has one pair of bounds, one list of steps and no time
// between changes, and it measures what somebody serves.

import { fieldsAt } from '../../estate/import/fields.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Platform } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'
import {
  type Bounds,
  boundParts,
  cooldownParts,
  type Scales,
  type SettingParts,
  settingWords,
  stepParts,
} from './autoscaler-settings.ts'
import { type Late, lateParts, lateWords } from './late-scaling.ts'
import { type RecommendedParts, type Resizes, recommendedParts, recommendedWords } from './recommended.ts'
import { type ServedParts, servedParts, servedWords } from './served-metrics.ts'

type Rules = SettingParts &
  ServedParts &
  RecommendedParts & {
    unsaid: { readonly unsaid: readonly string[] }
    begins: { readonly replicas: number; readonly min: number; readonly max: number }
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
    ...settingWords,
    ...servedWords,
    begins: ({ replicas, min, max }, truth) =>
      truth === true
        ? `it begins with ${countOf(replicas, 'pod')}, between ${min} and ${max}`
        : `${countOf(replicas, 'pod is', 'pods are')} said, and its autoscaler moves them to between ${min} and ${max} at once`,
    ...recommendedWords,
    late: lateWords,
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
    parts: [
      ...(scales ? scaleParts(scales, view, platform) : []),
      ...resizes.flatMap((one) => recommendedParts(one, view)),
    ],
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
