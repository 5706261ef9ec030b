// Whether there is something to divide by: an autoscaler that measures a share of what is requested needs a request in each
// container, one that nobody else changes.

import { unseenFor } from '../../engine/unseen.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import type { Container } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { type Autoscaled, type Autoscaler, type Metric, sayAutoscaler } from './autoscaled.ts'

export type RequestParts = {
  measured: { readonly autoscaler: string; readonly resources: readonly string[] }
  unmeasured: {
    readonly autoscaler: string
    readonly resource: string
    readonly containers: readonly string[]
    readonly others: number
    readonly perhaps: readonly string[]
  }
  oneHand: {
    readonly autoscaler: string
    readonly vertical: string
    readonly mode: string
    readonly resources: readonly string[]
  }
}

// Source: pkg/controller/podautoscaler/replica_calculator.go:516; with one metric that cannot be had it never scales down (horizontal.go:354).
export function metricParts(
  { object, metrics }: Autoscaler,
  one: Autoscaled,
  view: View,
): readonly AnyPart<RequestParts>[] {
  const autoscaler = sayAutoscaler(object)
  const shares = metrics.filter(({ isShare }) => isShare)
  const lacking = shares.flatMap((metric) => {
    const containers = withoutRequest(metric, one)
    return containers.length === 0 ? [] : [{ metric, containers }]
  })
  const parts = lacking.map(({ metric, containers }): AnyPart<RequestParts> => {
    const resource = metric.resource ?? ''
    const perhaps = whoMayRequest(resource, one, view)
    const data = { autoscaler, resource, containers, others: metrics.length - lacking.length, perhaps }
    return part('unmeasured', perhaps.length > 0 ? undefined : false, data, {
      cause: `no-request/${view.estate.cluster}/${one.pod.namespace}/${one.pod.name}/${resource}`,
      at: { source: object.source, path: metric.path },
      hint: `a request for ${resource} in ${containers.join(', ')}`,
    })
  })
  if (parts.length > 0) return parts
  const resources = [...new Set(shares.map(({ resource = '' }) => resource))].sort(byCodePoint)
  return [part('measured', true, { autoscaler, resources }, { at: { source: object.source } })]
}

function withoutRequest({ resource = '', container }: Metric, { pod }: Autoscaled): readonly string[] {
  const has = (resources: unknown) => Object.hasOwn(fieldsAt(resources, 'requests'), resource)
  if (container === undefined && has(pod.spec.resources)) return []
  const sidecars = (pod.spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')
  const asked = [...pod.spec.containers, ...sidecars].filter(
    ({ name }) => container === undefined || name === container,
  )
  return asked.filter((each: Container) => !has(each.resources)).map(({ name }) => `container ${name}`)
}

function whoMayRequest(resource: string, { pod, verticals }: Autoscaled, { estate }: View): readonly string[] {
  const setting = verticals.filter(({ mode, resources }) => mode !== 'Off' && resources.includes(resource))
  const unseen = unseenFor(estate, { kind: 'LimitRange', namespace: pod.namespace })
  return [...setting.map(({ object }) => sayRef(object.ref)), ...unseen.map(({ says }) => says)]
}

// Initial sets requests once per pod, Off never.
const changing: ReadonlySet<string> = new Set(['Auto', 'Recreate', 'InPlaceOrRecreate'])

export function handParts(
  { object, metrics }: Autoscaler,
  { verticals, pod }: Autoscaled,
): readonly AnyPart<RequestParts>[] {
  const measured = new Set(metrics.filter(({ isShare }) => isShare).map(({ resource = '' }) => resource))
  return verticals.map((vertical) => {
    const both = changing.has(vertical.mode) ? vertical.resources.filter((resource) => measured.has(resource)) : []
    const names = { autoscaler: sayAutoscaler(object), vertical: sayRef(vertical.object.ref), mode: vertical.mode }
    return part(
      'oneHand',
      both.length === 0,
      { ...names, resources: both },
      {
        cause: `two-autoscalers/${pod.namespace}/${pod.name}`,
        at: { source: vertical.object.source, path: ['spec', 'updatePolicy', 'updateMode'] },
        hint: 'updateMode Off, or a metric that is not what it changes',
      },
    )
  })
}

export const requestWords = {
  measured: ({ autoscaler, resources }: RequestParts['measured']) =>
    resources.length === 0
      ? `${autoscaler} measures nothing that containers would have to request`
      : `every container requests the ${resources.join(' and ')} that ${autoscaler} measures`,
  unmeasured: (
    { autoscaler, resource, containers, others, perhaps }: RequestParts['unmeasured'],
    truth: Truth,
  ): Words => ({
    line:
      truth === undefined
        ? `${autoscaler} measures ${resource} by what is requested, and nobody shows who requests it for ${containers.join(', ')}`
        : `${autoscaler} measures ${resource} by what is requested, and ${containers.join(', ')} requests none: ${others === 0 ? 'it never scales' : 'it never scales down'}`,
    rows: perhaps.map((one) => ['perhaps', one]),
  }),
  oneHand: ({ autoscaler, vertical, mode, resources }: RequestParts['oneHand'], truth: Truth) =>
    truth === false
      ? `${autoscaler} divides by the requests of ${resources.join(' and ')} that ${vertical} changes (${mode}): each answers the other`
      : `${vertical} (${mode}) leaves alone what ${autoscaler} measures`,
}
