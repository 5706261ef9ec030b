// Requests and limits: names, amounts, and no request above its limit.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:7935, :8222.
import { compareQuantity, formatQuantity, type Quantity } from '../../kubernetes/quantity.ts'
import { amountOf } from '../pods/amounts.ts'
import type { Judge } from './judge.ts'
import { amountAt, at, entries, fieldOf, items, named, type Place, text } from './place.ts'
import { containerResourceProblem, isHugePages, isWhole, mayOvercommit } from './resource-names.ts'
import { refuseIf, requireText } from './rules.ts'

const nanoPerUnit = 1_000_000_000n
const mostNano = 2n ** 63n * 1_000_000n

/** Requests and limits of one container, or of a pod as a whole where `nameProblem` says so. */
export function resources(judge: Judge, place: Place, nameProblem = containerResourceProblem): void {
  const [requests, limits] = [at(place, 'requests'), at(place, 'limits')]
  for (const list of [limits, requests]) {
    for (const [resource, amount] of entries(list)) {
      refuseIf(judge, amount, nameProblem(resource), resource)
      quantity(judge, amount, resource)
    }
  }
  for (const [resource, amount] of entries(requests)) requestUnderLimit(judge, place, resource, amount)
  hugePages(judge, place, [...entries(requests), ...entries(limits)])
}

/** Not below 0, and in whole pieces where the resource is. */
export function quantity(judge: Judge, place: Place, resource: string): void {
  const amount = amountAt(place)
  if (amount === undefined) return
  const value = formatQuantity(amount)
  if (amount.nano < 0n) judge.refuse(place, { is: 'invalid', value, why: 'is below 0' })
  // Beyond 64 bits of thousandths the server's own arithmetic overflows.
  if (isWhole(resource) && amount.nano > mostNano) judge.skip(place)
  else if (isWhole(resource) && amount.nano % nanoPerUnit !== 0n)
    judge.refuse(place, { is: 'invalid', value, why: 'is no whole number' })
}

function requestUnderLimit(judge: Judge, place: Place, resource: string, amount: Place): void {
  const limitPlace = at(place, 'limits', resource)
  const [request, limit] = [amountAt(amount), amountAt(limitPlace)]
  const requestsField = named(amount, fieldOf(at(place, 'requests')))
  if (limit === undefined) {
    if (!mayOvercommit(resource))
      judge.refuse(at(place, 'limits'), { is: 'required', why: `${resource} is requested and needs an equal limit` })
    return
  }
  if (request === undefined) return
  const difference = compareQuantity(request, limit)
  if (difference !== 0 && !mayOvercommit(resource)) {
    judge.refuse(requestsField, {
      is: 'invalid',
      value: formatQuantity(request),
      why: `is not equal to the ${resource} limit ${formatQuantity(limit)}`,
    })
  } else if (difference > 0) judge.refuse(requestsField, aboveLimit(resource, request, limit))
}

function aboveLimit(resource: string, request: Quantity, limit: Quantity) {
  return { is: 'aboveLimit', resource, request, limit } as const
}

function hugePages(judge: Judge, place: Place, amounts: readonly (readonly [string, Place])[]): void {
  const pages = amounts.filter(([resource]) => isHugePages(resource))
  for (const [resource, amount] of pages) {
    const [pageSize, size] = [amountOf(resource.slice('hugepages-'.length)), amountAt(amount)]
    const isMultiple = pageSize && size && pageSize.nano > 0n && size.nano % pageSize.nano === 0n
    if (size && size.nano > 1000n * mostNano) judge.skip(amount)
    else if (size && !isMultiple)
      judge.refuse(amount, { is: 'invalid', value: formatQuantity(size), why: 'is no multiple of the page size' })
  }
  const hasOthers = amounts.some(([resource]) => resource === 'cpu' || resource === 'memory')
  if (pages.length > 0 && !hasOthers)
    judge.refuse(place, { is: 'forbidden', why: 'hugepages need a request or limit for cpu or memory' })
}

/** Whether a container may be resized, and how. */
export function resizePolicy(judge: Judge, place: Place, podRestarts: string): void {
  const seen = new Set<string>()
  for (const policy of items(place)) {
    const [name, restart] = [text(at(policy, 'resourceName')), text(at(policy, 'restartPolicy'))]
    if (seen.has(name)) judge.refuse(policy, { is: 'duplicate', value: name })
    seen.add(name)
    for (const field of ['resourceName', 'restartPolicy']) requireText(judge, named(at(policy, field), fieldOf(place)))
    if (!['', 'cpu', 'memory'].includes(name))
      judge.refuse(place, { is: 'notOneOf', value: name, allowed: ['cpu', 'memory'] })
    const ways = ['NotRequired', 'RestartContainer']
    if (restart !== '' && !ways.includes(restart))
      judge.refuse(place, { is: 'notOneOf', value: restart, allowed: ways })
    if (podRestarts === 'Never' && restart !== 'NotRequired') {
      judge.refuse(place, { is: 'invalid', value: restart, why: 'must be NotRequired in a pod that never restarts' })
    }
  }
}
