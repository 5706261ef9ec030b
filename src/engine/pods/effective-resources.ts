// What one pod asks of its node and of its quota.
// Source: k8s.io/component-helpers@v0.36.3/resource/helpers.go (PodRequests, PodLimits).
import type { Container, PodSpec } from '../../kubernetes/types.ts'
import { type Amounts, amountIn, amountsOf, largerAmounts, replaceAmounts, sumAmounts } from './amounts.ts'
import { fieldsIn, fieldsOf } from './untrusted.ts'

/** The larger of what the init containers need one after the other and what runs together, then the pod's own say, then overhead. */
export function effectiveRequests(spec: PodSpec): Amounts {
  const requests = replaceAmounts(containersNeed(spec, 'requests'), podLevel(spec, 'requests'))
  return sumAmounts(requests, amountsOf(spec.overhead))
}

/** As the requests; overhead counts only where there is a limit at all. */
export function effectiveLimits(spec: PodSpec): Amounts {
  const limits = replaceAmounts(containersNeed(spec, 'limits'), podLevel(spec, 'limits'))
  const overhead = Object.entries(amountsOf(spec.overhead)).filter(([resource]) => {
    const limit = amountIn(limits, resource)
    return limit !== undefined && limit.nano !== 0n
  })
  return sumAmounts(limits, Object.fromEntries(overhead))
}

/** What the containers need together. */
export function containersNeed(spec: PodSpec, which: 'requests' | 'limits'): Amounts {
  return neededTogether(spec, (container) => amountsOf(fieldsOf(container.resources)[which]))
}

/**
 * The most that a pod's containers need at one time, each of them `own`. An init container that restarts runs on
 * beside the others, and beside the later init containers.
 */
export function neededTogether(spec: PodSpec, own: (container: Container) => Amounts): Amounts {
  let together = fieldsIn(spec.containers)
    .map((c) => own(c as unknown as Container))
    .reduce(sumAmounts, {})
  let besides: Amounts = {}
  let most: Amounts = {}
  for (const container of fieldsIn(spec.initContainers) as unknown as readonly Container[]) {
    const needs = own(container)
    const staysOn = container.restartPolicy === 'Always'
    if (staysOn) {
      together = sumAmounts(together, needs)
      besides = sumAmounts(besides, needs)
    }
    most = largerAmounts(most, staysOn ? besides : sumAmounts(needs, besides))
  }
  return largerAmounts(together, most)
}

// Only these may be said for the pod as a whole (helpers.go:78).
function podLevel(spec: PodSpec, which: 'requests' | 'limits'): Amounts {
  const said = Object.entries(amountsOf(fieldsOf(spec.resources)[which]))
  return Object.fromEntries(said.filter(([resource]) => isPodLevelResource(resource)))
}

export function isPodLevelResource(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || resource.startsWith('hugepages-')
}
