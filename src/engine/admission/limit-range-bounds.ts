// The bounds that a LimitRange sets to containers, pods and claims, asked after all defaults are filled in.
// Source: k8s.io/kubernetes@v1.36.3 plugin/pkg/admission/limitranger/admission.go:256 to :371, :430.
import { compareQuantity, milli, type Quantity } from '../../kubernetes/quantity.ts'
import type { Container, PodSpec } from '../../kubernetes/types.ts'
import { type Amounts, amountIn, amountOf, amountsOf, replaceAmounts } from '../pods/amounts.ts'
import type { Origin } from '../pods/container-defaults.ts'
import { containersNeed } from '../pods/effective-resources.ts'
import type { Bound, Bounds, LimitRange, LimitRangeItem } from '../pods/limit-range.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import type { BeyondBound, Path } from './refusal.ts'

/** What is asked: amounts, where they come from, and whose they are. */
export interface Bounded {
  readonly of: BeyondBound['of']
  readonly container?: string
  readonly requests: Amounts
  readonly limits: Amounts
  readonly origins?: ReadonlyMap<string, Origin>
}

export function boundedContainer(container: Container, origins: ReadonlyMap<string, Origin>): Bounded {
  const { requests, limits } = fieldsOf(container.resources)
  return {
    of: 'Container',
    container: container.name,
    requests: amountsOf(requests),
    limits: amountsOf(limits),
    origins,
  }
}

/** The pod as a whole: what its containers need, or what it says itself for cpu and memory; without overhead. */
export function boundedPod(spec: PodSpec): Bounded {
  const sum = (which: 'requests' | 'limits') => {
    const said = Object.entries(amountsOf(fieldsOf(spec.resources)[which])).filter(
      ([name]) => name === 'cpu' || name === 'memory',
    )
    return replaceAmounts(containersNeed(spec, which), Object.fromEntries(said))
  }
  return { of: 'Pod', requests: sum('requests'), limits: sum('limits') }
}

/** Everything that the ranges of a namespace refuse of it. */
export function boundFaults(bounded: Bounded, ranges: readonly LimitRange[]): readonly BeyondBound[] {
  return ranges.flatMap((range) =>
    range.items.flatMap((item) => (item.type === bounded.of ? itemFaults(bounded, range, item) : [])),
  )
}

function itemFaults(bounded: Bounded, range: LimitRange, item: LimitRangeItem): readonly BeyondBound[] {
  const ask = (
    bounds: Bounds,
    name: BeyondBound['bound'],
    rule: (asked: Asked) => Pick<BeyondBound, 'what' | 'found'> | undefined,
  ) =>
    [...bounds].flatMap(([resource, bound]): BeyondBound[] => {
      const allowed = amountOf(bound.written)
      const found = allowed && rule({ bounded, resource, allowed })
      return found
        ? [
            {
              is: 'beyondBound',
              range: range.ref,
              rangePath: pathOf(bound),
              bound: name,
              ...whose(bounded),
              resource,
              allowed,
              ...found,
              ...originOf(bounded, resource, found),
            },
          ]
        : []
    })
  return [
    ...ask(item.min, 'min', belowMin),
    ...ask(item.max, 'max', bounded.of === 'PersistentVolumeClaim' ? requestAboveMax : aboveMax),
    ...ask(item.maxLimitRequestRatio, 'maxLimitRequestRatio', aboveRatio),
  ]
}

interface Asked {
  readonly bounded: Bounded
  readonly resource: string
  readonly allowed: Quantity
}

function belowMin({ bounded, resource, allowed }: Asked) {
  const [request, limit] = [amountIn(bounded.requests, resource), amountIn(bounded.limits, resource)]
  if (request === undefined) return { what: 'request' } as const
  if (compareQuantity(request, allowed) < 0) return { what: 'request', found: request } as const
  return limit && compareQuantity(limit, allowed) < 0 ? ({ what: 'limit', found: limit } as const) : undefined
}

function aboveMax({ bounded, resource, allowed }: Asked) {
  const [request, limit] = [amountIn(bounded.requests, resource), amountIn(bounded.limits, resource)]
  if (limit === undefined) return { what: 'limit' } as const
  if (compareQuantity(limit, allowed) > 0) return { what: 'limit', found: limit } as const
  return request && compareQuantity(request, allowed) > 0 ? ({ what: 'request', found: request } as const) : undefined
}

function requestAboveMax({ bounded, resource, allowed }: Asked) {
  const request = amountIn(bounded.requests, resource)
  if (request === undefined) return { what: 'request' } as const
  return compareQuantity(request, allowed) > 0 ? ({ what: 'request', found: request } as const) : undefined
}

// In thousandths and floating point, as the server divides.
function aboveRatio({ bounded, resource, allowed }: Asked) {
  const [request, limit] = [amountIn(bounded.requests, resource), amountIn(bounded.limits, resource)]
  if (!request || request.nano === 0n || !limit || limit.nano === 0n) return { what: 'ratio' } as const
  const ratio = milli(limit) / milli(request)
  return ratio * 1000 > milli(allowed) ? ({ what: 'ratio', found: ratio } as const) : undefined
}

function whose({ of, container }: Bounded): Pick<BeyondBound, 'of' | 'container'> {
  return container === undefined ? { of } : { of, container }
}

function originOf({ origins }: Bounded, resource: string, { what }: Pick<BeyondBound, 'what'>): { from?: Origin } {
  const from = what === 'ratio' ? undefined : origins?.get(`${what}s.${resource}`)
  return from === undefined ? {} : { from }
}

function pathOf({ path }: Bound): Path {
  return path
}
