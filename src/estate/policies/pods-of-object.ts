import type { Labels } from '../../kubernetes/types.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn, textsOf } from '../import/fields.ts'

export interface PodsOfObject {
  readonly namespace: string
  /** By what a policy finds them: what their controller selects, else all labels of their template. */
  readonly labels: Labels
  readonly account: string
  /** What their containers list. */
  readonly ports: readonly { readonly port: number; readonly protocol: 'TCP' | 'UDP' | 'SCTP' }[]
}

/** The pods that a controller of Kubernetes makes of an object; undefined for what makes none. */
export function podsOfObject({ ref, manifest }: EstateObject): PodsOfObject | undefined {
  const path =
    manifest.kind === 'CronJob'
      ? ['spec', 'jobTemplate', 'spec', 'template']
      : (templates.get(manifest.kind) ?? undefined)
  if (!path) return undefined
  const template = fieldsAt(manifest, ...path)
  const spec = fieldsAt(template, 'spec')
  const selected = textsOf(fieldsAt(manifest, 'spec', 'selector', 'matchLabels'))
  const labels = textsOf(fieldsAt(template, 'metadata', 'labels'))
  return {
    namespace: partsOf(ref).namespace,
    labels: Object.keys(selected).length > 0 ? selected : labels,
    account: typeof spec.serviceAccountName === 'string' ? spec.serviceAccountName : 'default',
    ports: fieldsIn(spec.containers).flatMap((container) => fieldsIn(container.ports).flatMap(portOf)),
  }
}

const templates: ReadonlyMap<string, readonly string[]> = new Map(
  ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'].map((kind) => [kind, ['spec', 'template']]),
)

function portOf({ containerPort, protocol = 'TCP' }: Fields): PodsOfObject['ports'] {
  if (typeof containerPort !== 'number') return []
  return protocol === 'TCP' || protocol === 'UDP' || protocol === 'SCTP' ? [{ port: containerPort, protocol }] : []
}
