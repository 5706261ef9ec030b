// Which resources may be named where, and which are counted in whole pieces.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/helper/helpers.go:36 to :330, pkg/apis/core/validation/validation.go:7528.
import { qualifiedNameProblem } from '../../kubernetes/names.ts'

const containerResources: ReadonlySet<string> = new Set(['cpu', 'memory', 'ephemeral-storage'])
const wholeResources: ReadonlySet<string> = new Set(
  (
    'pods resourcequotas services replicationcontrollers secrets configmaps persistentvolumeclaims services.nodeports ' +
    'services.loadbalancers'
  ).split(' '),
)
const quotaResources: ReadonlySet<string> = new Set([
  ...wholeResources,
  ...(
    'cpu memory ephemeral-storage requests.cpu requests.memory requests.storage requests.ephemeral-storage ' +
    'limits.cpu limits.memory limits.ephemeral-storage'
  ).split(' '),
])

export function isHugePages(resource: string): boolean {
  return resource.startsWith('hugepages-')
}

/** Plain names and those under kubernetes.io, which only Kubernetes itself gives out. */
function isNative(resource: string): boolean {
  return !resource.includes('/') || resource.includes('kubernetes.io/')
}

export function isExtended(resource: string): boolean {
  if (isNative(resource) || resource.startsWith('requests.')) return false
  return qualifiedNameProblem(`requests.${resource}`) === undefined
}

/** Whether a request may be below its limit. */
export function mayOvercommit(resource: string): boolean {
  return isNative(resource) && !isHugePages(resource)
}

export function isWhole(resource: string): boolean {
  return wholeResources.has(resource) || isExtended(resource)
}

export function resourceNameProblem(resource: string): string | undefined {
  const problem = qualifiedNameProblem(resource)
  if (problem !== undefined || resource.includes('/')) return problem
  const isStandard = quotaResources.has(resource) || resource === 'storage' || isQuotaHugePages(resource)
  return isStandard ? undefined : 'is no resource of Kubernetes, and others have a domain before a /'
}

export function containerResourceProblem(resource: string): string | undefined {
  const problem = resourceNameProblem(resource)
  if (problem !== undefined) return problem
  if (!resource.includes('/')) {
    return containerResources.has(resource) || isHugePages(resource) ? undefined : 'is no resource of containers'
  }
  return isNative(resource) || isExtended(resource) ? undefined : 'is no name for an extended resource'
}

export function podResourceProblem(resource: string): string | undefined {
  const problem = resourceNameProblem(resource)
  if (problem !== undefined) return problem
  const isAllowed = resource === 'cpu' || resource === 'memory' || isHugePages(resource)
  return isAllowed ? undefined : 'cannot be said for the whole pod: only cpu, memory and hugepages'
}

export function quotaResourceProblem(resource: string): string | undefined {
  const problem = resourceNameProblem(resource)
  if (problem !== undefined || resource.includes('/')) return problem
  return quotaResources.has(resource) || isQuotaHugePages(resource) ? undefined : 'is nothing that a quota counts'
}

function isQuotaHugePages(resource: string): boolean {
  return isHugePages(resource) || resource.startsWith('requests.hugepages-')
}
