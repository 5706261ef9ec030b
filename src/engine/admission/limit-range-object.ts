// LimitRanges: bounds that do not contradict each other.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:7623.

import { qualifiedNameProblem } from '../../kubernetes/names.ts'
import { compareQuantity, formatQuantity, type Quantity } from '../../kubernetes/quantity.ts'
import type { Judge } from './judge.ts'
import { amountAt, at, entries, fieldOf, items, named, type Place, text } from './place.ts'
import { containerResourceProblem, mayOvercommit, resourceNameProblem } from './resource-names.ts'
import { refuseIf } from './rules.ts'

const lists = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const
const mostNano = 2n ** 63n * 1_000_000n
type Bounds = { readonly [list in (typeof lists)[number]]?: Quantity }

export function limitRange(judge: Judge, root: Place): void {
  const seen = new Set<string>()
  for (const item of items(at(root, 'spec', 'limits'))) {
    const type = at(item, 'type')
    refuseIf(judge, type, typeProblem(text(type)))
    if (seen.has(text(type))) judge.refuse(type, { is: 'duplicate', value: text(type) })
    seen.add(text(type))
    limits(judge, item, text(type))
  }
}

function typeProblem(type: string): string | undefined {
  const problem = qualifiedNameProblem(type)
  if (problem !== undefined || type.includes('/')) return problem
  return ['Pod', 'Container', 'PersistentVolumeClaim'].includes(type)
    ? undefined
    : 'is none of Pod, Container, PersistentVolumeClaim'
}

function limits(judge: Judge, item: Place, type: string): void {
  const nameProblem = type === 'Pod' || type === 'Container' ? containerResourceProblem : resourceNameProblem
  for (const list of lists) {
    if (type === 'Pod' && list.startsWith('default')) {
      if (entries(at(item, list)).length > 0)
        judge.refuse(at(item, list), { is: 'forbidden', why: 'a pod has none: only containers have defaults' })
      continue
    }
    for (const [resource, amount] of entries(at(item, list))) refuseIf(judge, amount, nameProblem(resource), resource)
  }
  const hasStorage = ['min', 'max'].some((list) => amountAt(at(item, list, 'storage')) !== undefined)
  if (type === 'PersistentVolumeClaim' && !hasStorage)
    judge.refuse(at(item, 'limits'), { is: 'required', why: 'min or max for storage' })

  const resources = new Set(lists.flatMap((list) => entries(at(item, list)).map(([resource]) => resource)))
  for (const resource of resources) inOrder(judge, item, resource, boundsOf(item, resource, type))
}

// As the server has filled them in: max is the default limit, that the default request, and else min is.
function boundsOf(item: Place, resource: string, type: string): Bounds {
  const said = (list: string) => amountAt(at(item, list, resource))
  const [min, max, ratio] = [said('min'), said('max'), said('maxLimitRequestRatio')]
  const base = { min, max, maxLimitRequestRatio: ratio }
  if (type === 'Pod') return base
  if (type !== 'Container') return { ...base, default: said('default'), defaultRequest: said('defaultRequest') }
  const limit = said('default') ?? max
  return { ...base, default: limit, defaultRequest: said('defaultRequest') ?? limit ?? min }
}

function inOrder(judge: Judge, item: Place, resource: string, bounds: Bounds): void {
  const wrong = (low: keyof Bounds, high: keyof Bounds, at_: keyof Bounds) => {
    const [a, b] = [bounds[low], bounds[high]]
    if (a === undefined || b === undefined || compareQuantity(a, b) <= 0) return
    const place = at(item, at_, resource)
    const why = `${low} ${formatQuantity(a)} is above ${high} ${formatQuantity(b)}`
    judge.refuse(named(place, `${fieldOf(at(item, at_))}[${resource}]`), {
      is: 'invalid',
      value: formatQuantity(bounds[at_] ?? a),
      why,
    })
  }
  wrong('min', 'max', 'min')
  wrong('min', 'defaultRequest', 'defaultRequest')
  wrong('defaultRequest', 'max', 'defaultRequest')
  wrong('defaultRequest', 'default', 'defaultRequest')
  wrong('min', 'default', 'default')
  wrong('default', 'max', 'default')
  ratio(judge, item, resource, bounds)
  const { default: limit, defaultRequest: request } = bounds
  if (!mayOvercommit(resource) && limit && request && compareQuantity(limit, request) !== 0) {
    judge.refuse(keyed(item, 'defaultRequest', resource), {
      is: 'invalid',
      value: formatQuantity(request),
      why: `is not equal to default ${formatQuantity(limit)}`,
    })
  }
}

function ratio(judge: Judge, item: Place, resource: string, { maxLimitRequestRatio: most, min, max }: Bounds): void {
  if (most === undefined) return
  const place = keyed(item, 'maxLimitRequestRatio', resource)
  const value = formatQuantity(most)
  // Beyond 64 bits of thousandths the server's own arithmetic overflows.
  const overflows = ({ nano }: Quantity) => nano > mostNano || nano < -mostNano
  if ([most, min, max].some((amount) => amount !== undefined && overflows(amount))) return judge.skip(place)
  if (most.nano < 1_000_000_000n) judge.refuse(place, { is: 'invalid', value, why: 'is below 1' })
  if (min && max && Number(most.nano) / 1e9 > Number(max.nano) / Number(min.nano)) {
    judge.refuse(place, {
      is: 'invalid',
      value,
      why: `is above max ${formatQuantity(max)} ÷ min ${formatQuantity(min)}`,
    })
  }
}

function keyed(item: Place, list: string, resource: string): Place {
  return named(at(item, list, resource), `${fieldOf(at(item, list))}[${resource}]`)
}
