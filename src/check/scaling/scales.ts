import { unseenFor } from '../../engine/unseen.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import type { Container } from '../../kubernetes/types.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { writtenAt } from '../written-at.ts'
import { type Autoscaled, type Autoscaler, autoscaled, type Metric } from './autoscaled.ts'
import { type AtMost, quotaAtMost, tightest, wantedAt } from './quota-at-most.ts'

type Rules = {
  alone: {
    readonly by: readonly string[]
    /** Where each is written, in the same order. */
    readonly written: readonly string[]
    /** The ScaledObject that KEDA makes one of them of. */
    readonly keda?: string
  }
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
  room: AtMost & { readonly max: number; readonly autoscaler: string }
}

// An autoscaler is admitted whatever it says of its target; that it cannot scale is seen when the load comes.
export const scales = defineQuestion<Rules>({
  id: 'scales',
  asks: 'Can every autoscaler do what it is there for?',
  perCluster: true,

  *judge({ views }) {
    for (const view of views) for (const one of autoscaled(view)) yield findingOf(one, view)
  },

  says: {
    alone: ({ by, written, keda }, truth): Words => {
      if (truth !== false) return { line: `${by.join(', ')} alone scales it` }
      const none = 'none does: the controller stops at AmbiguousSelector'
      const line = keda
        ? `${by.length} autoscalers want to scale it: KEDA's webhook refuses ${keda}; where that webhook is off, ${none}`
        : `${by.length} autoscalers scale it, and so ${none}`
      return { line, rows: by.map((one, at) => [one, written[at] ?? '']) }
    },
    measured: ({ autoscaler, resources }) =>
      resources.length === 0
        ? `${autoscaler} measures nothing that containers would have to request`
        : `every container requests the ${resources.join(' and ')} that ${autoscaler} measures`,
    unmeasured: ({ autoscaler, resource, containers, others, perhaps }, truth): Words => ({
      line:
        truth === undefined
          ? `${autoscaler} measures ${resource} by what is requested, and nobody shows who requests it for ${containers.join(', ')}`
          : `${autoscaler} measures ${resource} by what is requested, and ${containers.join(', ')} requests none: ${others === 0 ? 'it never scales' : 'it never scales down'}`,
      rows: perhaps.map((one) => ['perhaps', one]),
    }),
    oneHand: ({ autoscaler, vertical, mode, resources }, truth) =>
      truth === false
        ? `${autoscaler} divides by the requests of ${resources.join(' and ')} that ${vertical} changes (${mode}): each answers the other`
        : `${vertical} (${mode}) leaves alone what ${autoscaler} measures`,
    room: ({ quota, resource, hard, others, each, fits, max, autoscaler }, truth) => {
      const say = (amount: typeof hard) => sayQuantity(resource, amount)
      const wanted = say(wantedAt({ quota, resource, hard, others, each, fits }, max))
      const sum = `${resource}: ${say(others)} of the others + ${max} × ${say(each)} = ${wanted} of ${say(hard)}`
      return truth === true
        ? `the quota ${partsOf(quota).name} holds the maximum of ${autoscaler}: ${sum}`
        : `${autoscaler} asks for up to ${max}, and the quota ${partsOf(quota).name} holds ${fits}: ${sum}`
    },
  },
})

function findingOf(one: Autoscaled, view: View): Finding<Rules> {
  const { pod, autoscalers, verticals } = one
  const [first] = autoscalers
  return {
    id: subjectOf(pod, view),
    environment: pod.environment,
    cluster: view.estate.cluster,
    says: `${pod.name} can be scaled as its autoscaler says`,
    source: first?.object.source ?? pod.source,
    about: [pod.workload, ...autoscalers.map(({ object }) => object.ref), ...verticals.map(({ object }) => object.ref)],
    parts: [
      alonePart(one, view),
      ...autoscalers.flatMap((autoscaler) => metricParts(autoscaler, one, view)),
      ...autoscalers.flatMap((autoscaler) => handParts(autoscaler, one)),
      ...roomParts(one, view),
    ],
  }
}

// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/podautoscaler/horizontal.go:426; keda apis/keda/v1alpha1/
// scaledobject_webhook.go (verifyHpas), whose failurePolicy is Ignore by default.
function alonePart({ pod, autoscalers }: Autoscaled, { estate }: View): AnyPart<Rules> {
  const sorted = [...autoscalers].sort((a, b) => byCodePoint(sayAutoscaler(a.object), sayAutoscaler(b.object)))
  // KEDA's webhook refuses the one that comes after an autoscaler: that is the one too many.
  const made = autoscalers.find(({ object }) => object.origin === 'made')
  const more = made ?? autoscalers[1]
  const by = made?.object.source.made?.by
  const keda = by && autoscalers.length > 1 ? sayRef(by) : undefined
  const others = sorted.filter((one) => one !== made).map(({ object }) => sayAutoscaler(object))
  const because = {
    by: sorted.map(({ object }) => sayAutoscaler(object)),
    written: sorted.map(({ object }) => writtenAt(object.source) ?? ''),
    ...(keda && { keda }),
  }
  return part('alone', autoscalers.length < 2, because, {
    cause: `two-autoscalers/${estate.cluster}/${pod.namespace}/${pod.name}`,
    at: { source: (more ?? autoscalers[0])?.object.source ?? pod.source, path: [] },
    hint: keda
      ? `all metrics as spec.triggers of ${keda}, and no ${others.join(', ')}`
      : `all metrics as spec.metrics of ${others[0]}, and no ${others.slice(1).join(', ')}`,
  })
}

function sayAutoscaler({ ref, source }: Autoscaler['object']): string {
  return source.made ? `${sayRef(ref)} of ${sayRef(source.made.by)}` : sayRef(ref)
}

// Source: pkg/controller/podautoscaler/replica_calculator.go:516; with one metric that cannot be had it never scales down (horizontal.go:354).
function metricParts({ object, metrics }: Autoscaler, one: Autoscaled, view: View): readonly AnyPart<Rules>[] {
  const autoscaler = sayAutoscaler(object)
  const shares = metrics.filter(({ isShare }) => isShare)
  const lacking = shares.flatMap((metric) => {
    const containers = withoutRequest(metric, one)
    return containers.length === 0 ? [] : [{ metric, containers }]
  })
  const parts = lacking.map(({ metric, containers }): AnyPart<Rules> => {
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

function handParts({ object, metrics }: Autoscaler, { verticals, pod }: Autoscaled): readonly AnyPart<Rules>[] {
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

function roomParts({ pod, autoscalers }: Autoscaled, view: View): readonly AnyPart<Rules>[] {
  const [first] = autoscalers
  const row = tightest(quotaAtMost(pod, view))
  if (!first || !row || !pod.scales) return []
  const { max } = pod.scales
  const { namespace, name } = partsOf(row.quota)
  return [
    part(
      'room',
      row.fits >= max,
      { ...row, max, autoscaler: sayAutoscaler(first.object) },
      {
        cause: `quota-maximum/${view.estate.cluster}/${namespace}/${name}/${row.resource}/${pod.name}`,
        at: { source: first.object.source, path: ['spec', 'maxReplicas'] },
        hint: `maxReplicas of at most ${row.fits}, or a larger quota`,
      },
    ),
  ]
}
