// What one pod takes of a quota, and what a quota makes every container say.
// Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/pods.go:121 (Constraints), :246 (podComputeUsageHelper).
import { type Quantity, quantityOf } from '../../kubernetes/quantity.ts'
import type { Container, PodSpec } from '../../kubernetes/types.ts'
import { type Amounts, amountsOf } from '../pods/amounts.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { isExtended, isHugePages } from './resource-names.ts'

/** What must be said where a quota counts it: for these alone (pods.go:100). */
const mustBeSaid = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']

/** Quota resource → amount, of a pod with these requests and limits: `requests.cpu`, `limits.memory`, `pods` … */
export function podUsage(requests: Amounts, limits: Amounts): ReadonlyMap<string, Quantity> {
  const one = quantityOf(1)
  return new Map([['pods', one], ['count/pods', one], ...computeUsage(requests, limits)])
}

function computeUsage(requests: Amounts, limits: Amounts): [string, Quantity][] {
  const asked = Object.entries(requests).flatMap(([resource, amount]): [string, Quantity][] => {
    const prefixed: [string, Quantity] = [`requests.${resource}`, amount]
    if (isCompute(resource) || isHugePages(resource)) return [[resource, amount], prefixed]
    return isExtended(resource) ? [prefixed] : []
  })
  const capped = Object.entries(limits).filter(([resource]) => isCompute(resource))
  return [...asked, ...capped.map(([resource, amount]): [string, Quantity] => [`limits.${resource}`, amount])]
}

function isCompute(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || resource === 'ephemeral-storage'
}

/** Whether a quota can count this for pods at all. */
export function isPodResource(resource: string): boolean {
  const known = [
    'pods',
    'count/pods',
    ...mustBeSaid,
    'ephemeral-storage',
    'requests.ephemeral-storage',
    'limits.ephemeral-storage',
  ]
  if (known.includes(resource) || isHugePages(resource) || resource.startsWith('requests.hugepages-')) return true
  return resource.startsWith('requests.') && isExtended(resource.slice('requests.'.length))
}

/** Container → the counted resources that it says nothing about. */
export function unsaid(
  spec: PodSpec,
  counted: readonly string[],
): readonly (readonly [container: Container, readonly string[]])[] {
  const wanted = mustBeSaid.filter((resource) => counted.includes(resource))
  return [...spec.containers, ...(spec.initContainers ?? [])].flatMap((container) => {
    const { requests, limits } = fieldsOf(container.resources)
    const said = new Set(computeUsage(amountsOf(requests), amountsOf(limits)).map(([resource]) => resource))
    const missing = wanted.filter((resource) => !said.has(resource))
    return missing.length === 0 ? [] : [[container, missing] as const]
  })
}
