// Whether one pod more can stand beside those that a Deployment has: what a rollout begins with that lets none go first.

import type { Rollout } from '../../engine/disruption/rollout.ts'
import { rollout } from '../../engine/disruption/rollout.ts'
import { mayStandOn } from '../../engine/placement/eligible.ts'
import type { TemplatePath } from '../../engine/placement/reasons.ts'
import { type SteadyProof, steadyPlacement } from '../../engine/placement/steady.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Source } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'

export interface Surging {
  readonly pod: PodClass
  readonly found: Rollout
  /** Pods that stand before the rollout: those of the autoscaler's minimum, where it may be fewer. */
  readonly least: number
}

/** Deployments that roll out at all, with the controller's arithmetic. */
export const surging = table((view: View): readonly Surging[] => {
  const manifests = new Map(view.estate.objects.map(({ ref, manifest }) => [ref, manifest]))
  return view.pods.flatMap((pod): Surging[] => {
    const manifest = manifests.get(pod.workload)
    const found = pod.kind === 'Deployment' && pod.count > 0 && manifest ? rollout(manifest) : undefined
    return found ? [{ pod, found, least: Math.max(1, Math.min(pod.count, pod.scales?.min ?? pod.count)) }] : []
  })
})

/** Where a new pod must stand before an old one goes. */
export function needsRoom({ found }: Surging): boolean {
  return found.strategy === 'RollingUpdate' && found.maxUnavailable === 0
}

export type NoPlace =
  | {
      readonly by: 'apart'
      readonly topologyKey: string
      readonly domains: readonly string[]
      readonly path: TemplatePath
    }
  | { readonly by: 'port'; readonly port: number; readonly nodes: readonly string[] }
  | { readonly by: 'claim'; readonly claim: string }

/** Why a pod more has no place, by workload; only what is certain whatever else runs. */
export const noPlace = table((view: View): ReadonlyMap<Ref, NoPlace> => {
  const waiting = surging(view).filter(needsRoom)
  const keeps = waiting.filter(({ pod }) => keepsApart(pod))
  const pods = keeps.map(
    ({ pod, least }): PodClass => ({ ...pod, count: least, scales: { min: least, max: least + 1, by: [] } }),
  )
  const answers = pods.length === 0 ? [] : steadyPlacement(view.estate, pods)
  const apart = new Map(answers.flatMap(({ workload, most }) => apartOf(workload, most?.proof)))
  return new Map(
    waiting.flatMap(({ pod, least }): [Ref, NoPlace][] => {
      const why = exclusiveClaim(pod, view) ?? apart.get(pod.workload) ?? portTaken(pod, least, view)
      return why ? [[pod.workload, why]] : []
    }),
  )
})

function apartOf(workload: Ref, proof: SteadyProof | undefined): [Ref, NoPlace][] {
  if (proof?.by !== 'apart') return []
  const { topologyKey, domains, path } = proof
  return [[workload, { by: 'apart', topologyKey, domains, path }]]
}

/** Rules that keep pods of one template apart do not hold between an old and a new one. */
export function keepsApart({ spec }: PodClass): boolean {
  const terms = fieldsIn(fieldsAt(spec, 'affinity', 'podAntiAffinity').requiredDuringSchedulingIgnoredDuringExecution)
  const isPerTemplate = terms.some((term) =>
    [term.matchLabelKeys, term.mismatchLabelKeys].some((keys) => Array.isArray(keys) && keys.length > 0),
  )
  return terms.length > 0 && !isPerTemplate
}

/** The host's ports that pods of the class take: one pod a node. */
export function hostPortsOf({ spec }: PodClass): readonly number[] {
  return spec.containers.flatMap(({ ports }) =>
    fieldsIn(ports).flatMap(({ hostPort }) => (typeof hostPort === 'number' && hostPort > 0 ? [hostPort] : [])),
  )
}

function portTaken(pod: PodClass, least: number, { estate }: View): NoPlace | undefined {
  const [port] = hostPortsOf(pod)
  if (port === undefined || estate.nodes.length === 0) return undefined
  const nodes = mayStandOn(estate, pod)
  return nodes.length > least ? undefined : { by: 'port', port, nodes }
}

// Source: k8s.io/kubernetes@v1.36.3 pkg/scheduler/framework/plugins/volumerestrictions: a ReadWriteOncePod claim has one pod.
function exclusiveClaim({ claims, namespace }: PodClass, view: View): NoPlace | undefined {
  const found = claims.find(({ claim, perPod }) => !perPod && exclusiveClaims(view).has(`${namespace}/${claim}`))
  return found === undefined ? undefined : { by: 'claim', claim: found.claim }
}

/** Claims that one pod has for itself, by namespace and name. */
export const exclusiveClaims = table(({ estate }: View): ReadonlyMap<string, Source> => {
  const claims = estate.objects.filter(({ manifest }) => {
    const { accessModes } = fieldsAt(manifest, 'spec')
    const isClaim = manifest.kind === 'PersistentVolumeClaim'
    return isClaim && Array.isArray(accessModes) && accessModes.includes('ReadWriteOncePod')
  })
  return new Map(claims.map(({ ref, source }) => [`${partsOf(ref).namespace}/${partsOf(ref).name}`, source]))
})
