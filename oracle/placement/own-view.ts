import { admittedSpec, prioritiesOf } from '../../src/engine/pods/admitted-spec.ts'
import { withRuntimeClass } from '../../src/engine/pods/runtime-classes.ts'
import type { Judged, Refusal } from '../../src/engine/scheduling/scheduler.ts'
import { schedulerOf } from '../../src/engine/scheduling/scheduler-of.ts'
import type { Labels, Manifest, PodSpec } from '../../src/kubernetes/types.ts'
import { asJson, type JsonObject, sameText } from '../json.ts'
import type { AdmittedScene } from './admit.ts'
import type { Difference } from './differ.ts'
import { clusterOf } from './replay.ts'
import { priorityClasses, runtimeClasses } from './vocabulary.ts'

const priorities = prioritiesOf(
  priorityClasses.map(({ name, ...fields }) => ({
    manifest: { kind: 'PriorityClass', metadata: { name }, ...fields },
  })),
)
const classes = new Map(runtimeClasses.map((one) => [one.name, one]))

/** The pod as Seaworthy believes that the server admits it. */
function believed(raw: JsonObject, real: JsonObject): JsonObject {
  const { labels = {} } = raw.metadata as { labels?: Labels }
  const spec = withRuntimeClass(raw.spec as unknown as PodSpec, classes)
  return { ...real, spec: asJson(admittedSpec(spec, labels, { ranges: [], priorities })) }
}

/** The first pod that our scheduler places otherwise when it is as we believe it than when it is as the server says. */
export function viewDiffers({ scene, question }: AdmittedScene): Difference | undefined {
  const ours = schedulerOf(clusterOf(question))
  for (const [at, plan] of scene.ask.entries()) {
    const real = question.ask[at]
    if (!real) continue
    const [one, other] = [believed(plan.raw, real), real].map((pod) => {
      const manifest = pod as unknown as Manifest
      return asJson({ judged: withoutPaths(ours.judge(manifest)), preempts: ours.preempt(manifest) })
    })
    if (sameText(one) === sameText(other)) continue
    const { namespace, name } = real.metadata as { namespace: string; name: string }
    return { pod: `${namespace}/${name}`, what: 'view', ours: one ?? null, theirs: other ?? null }
  }
  return undefined
}

// A field that the server fills in is one that nobody wrote.
function withoutPaths({ refused, nowhere, ...rest }: Judged) {
  const plain = ({ plugin, reasons }: Refusal) => ({ plugin, reasons })
  return {
    ...rest,
    refused: refused.map(({ node, by }) => ({ node, by: by.map(plain) })),
    nowhere: nowhere && plain(nowhere),
  }
}
