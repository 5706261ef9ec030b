// What becomes of a recommendation: who evicts the pods that it is about, or who else brings it to them.
// Source: https://github.com/kubernetes/autoscaler, vertical-pod-autoscaler/docs/quickstart.md (modes) and docs/flags.md of the
// updater: --min-replicas=2, --eviction-tolerance=0.5, of which one pod may go at least.

import type { FactOf } from '../../estate/estate.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, part } from '../define.ts'
import type { View } from '../world.ts'

type Resizes = FactOf<'resizes'>

export interface Applied {
  readonly mode: NonNullable<Resizes['mode']>
  readonly pods: number
  readonly isLookedAt: boolean
}

/** Broken where nothing applies what is recommended, and nobody is said to look at it. */
export function appliedParts(
  { of, mode, evaluatesSeconds, source, component, environment }: Resizes,
  view: View,
): readonly AnyPart<{ applied: Applied }>[] {
  const pod = view.byWorkload.get(of)
  if (mode === undefined || !pod) return []
  const isLookedAt = evaluatesSeconds !== undefined
  return [
    part(
      'applied',
      mode !== 'Off' || isLookedAt,
      { mode, pods: pod.count, isLookedAt },
      {
        cause: `recommended-to-nobody/${environment}/${component}`,
        hint: "evaluates: 'week', or a mode that applies it",
        at: { source, path: ['resizes', 'mode'] },
      },
    ),
  ]
}

export function sayApplied({ mode, pods, isLookedAt }: Applied): string {
  if (mode === 'Off')
    return isLookedAt ? 'whoever looks at it applies it' : 'nothing applies what is recommended, and nobody looks at it'
  if (mode === 'Initial') return 'what is recommended comes to pods as they are made anew'
  const how = mode === 'InPlaceOrRecreate' ? ', where it cannot change them as they stand' : ''
  if (pods < 2)
    return `what is recommended comes to the pod as it is made anew: the updater evicts none of a single one`
  const most = Math.max(1, Math.floor(pods / 2))
  return `pods whose requests are to change are evicted${how}, ${most} of ${countOf(pods, 'pod')} at once at most and as far as a budget lets them`
}
