import { sayQuantity } from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { subjectOf } from '../placement/subject.ts'
import type { Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { writtenAt } from '../written-at.ts'
import { type Autoscaled, autoscaled, sayAutoscaler } from './autoscaled.ts'
import { handParts, metricParts, type RequestParts, requestWords } from './measured-requests.ts'
import { type AtMost, quotaAtMost, tightest, wantedAt } from './quota-at-most.ts'

type Rules = RequestParts & {
  alone: {
    readonly by: readonly string[]
    /** Where each is written, in the same order. */
    readonly written: readonly string[]
    /** The ScaledObject that KEDA makes one of them of. */
    readonly keda?: string
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
    ...requestWords,
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
