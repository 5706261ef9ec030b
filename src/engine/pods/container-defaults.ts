// What a container ends up with: its own words, then the API server's defaults, then those of the namespace's LimitRanges.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/v1/defaults.go:164 (SetDefaults_Pod),
// plugin/pkg/admission/limitranger/admission.go:195 (mergeContainerResources).
import type { Container, Ref, ResourceList } from '../../kubernetes/types.ts'
import type { LimitRange } from './limit-range.ts'
import { fieldsOf } from './untrusted.ts'

/** Where a request or limit comes from: the container itself, its limit (a missing request equals the limit), or a LimitRange's field. */
export type Origin =
  | { readonly from: 'own' }
  | { readonly from: 'limit' }
  | { readonly from: 'limitRange'; readonly range: Ref; readonly path: readonly (string | number)[] }

export interface DefaultedContainer {
  readonly container: Container
  /** `requests.cpu` → where it comes from. */
  readonly origins: ReadonlyMap<string, Origin>
}

type Written = Map<string, { readonly written: string | number; readonly origin: Origin }>

/** The container with the requests and limits that it has when the API server has admitted its pod, and where each comes from. */
export function defaultContainer(container: Container, ranges: readonly LimitRange[]): DefaultedContainer {
  const limits = ownAmounts(container, 'limits')
  const requests = ownAmounts(container, 'requests')
  // Before any LimitRange is read: hence a default limit never becomes a request by this way.
  for (const [resource, { written }] of limits) {
    if (!requests.has(resource)) requests.set(resource, { written, origin: { from: 'limit' } })
  }
  for (const range of ranges) {
    addDefaults(limits, range, 'default')
    addDefaults(requests, range, 'defaultRequest')
  }
  return {
    container: limits.size + requests.size === 0 ? container : withResources(container, requests, limits),
    origins: new Map([...originsOf('requests', requests), ...originsOf('limits', limits)]),
  }
}

function ownAmounts(container: Container, which: 'requests' | 'limits'): Written {
  const own: Written = new Map()
  for (const [resource, written] of Object.entries(fieldsOf(fieldsOf(container.resources)[which]))) {
    // `null` reads as the zero quantity: apimachinery@v0.36.3 pkg/api/resource/quantity.go:735.
    const amount = written === null ? 0 : written
    if (typeof amount === 'string' || typeof amount === 'number') {
      own.set(resource, { written: amount, origin: { from: 'own' } })
    }
  }
  return own
}

// Within one LimitRange the last item wins, among several the first range (admission.go:178, :206).
function addDefaults(amounts: Written, range: LimitRange, which: 'default' | 'defaultRequest'): void {
  const defaults = new Map(range.items.flatMap((item) => (item.type === 'Container' ? [...item[which]] : [])))
  for (const [resource, { written, path }] of defaults) {
    if (!amounts.has(resource))
      amounts.set(resource, { written, origin: { from: 'limitRange', range: range.ref, path } })
  }
}

function withResources(container: Container, requests: Written, limits: Written): Container {
  const resources = { ...fieldsOf(container.resources), requests: listOf(requests), limits: listOf(limits) }
  return { ...container, resources }
}

function listOf(amounts: Written): ResourceList {
  return Object.fromEntries([...amounts].map(([resource, { written }]) => [resource, written]))
}

function originsOf(which: 'requests' | 'limits', amounts: Written): [string, Origin][] {
  return [...amounts].map(([resource, { origin }]) => [`${which}.${resource}`, origin])
}
