// Which pods a workload's controller makes: how many, of what names, and from what template.
import type { EstateNode, EstateObject } from '../../estate/estate.ts'
import { matchesNodeTerms } from '../../kubernetes/node-selector.ts'
import { type Labels, type PodSpec, partsOf, type Toleration, type Volume } from '../../kubernetes/types.ts'
import { nodeTermsOf } from './node-terms.ts'
import { isOver } from './owners.ts'
import type { PodClass } from './pod-class.ts'
import { toleratesTaint, withDaemonTolerations } from './tolerations.ts'
import { countOf, type Fields, fieldsIn, fieldsOf, textOf, textsOf } from './untrusted.ts'
import { isWorkload } from './workload-kinds.ts'

/** The pods of one workload before admission. */
export interface WorkloadPods {
  readonly kind: PodClass['kind']
  readonly count: number
  readonly steady: boolean
  readonly firstOrdinal: number
  readonly labels: Labels
  readonly spec: PodSpec
  /** `volumeClaimTemplates` of a StatefulSet. */
  readonly claimTemplates: readonly Fields[]
  /** Field path of the pod template inside the manifest: `['spec', 'template']`. */
  readonly templatePath: readonly string[]
  readonly notes: readonly string[]
  readonly keptBy?: PodClass['keptBy']
}

/** The pods that an object stands for; undefined for what makes none. */
export function workloadPods(object: EstateObject, nodes: readonly EstateNode[]): WorkloadPods | undefined {
  if (!isWorkload(object)) return undefined
  const { manifest, ref } = object
  const kind = manifest.kind as PodClass['kind']
  const pods = { ...ofKind(kind, manifest, partsOf(ref).name, nodes), kind }
  return isOver(object) ? { ...pods, count: 0, notes: ['over'] } : pods
}

function ofKind(kind: PodClass['kind'], manifest: Fields, name: string, nodes: readonly EstateNode[]): Template {
  const spec = fieldsOf(manifest.spec)
  const template = podTemplate(spec.template, ['spec', 'template'])
  const replicas = countOf(spec.replicas, 1)
  switch (kind) {
    case 'Pod':
      return singlePod(manifest)
    case 'CronJob':
      return cronJobPods(spec)
    case 'Job':
      return jobPods(spec, template, name)
    case 'DaemonSet':
      return daemonPods(template, nodes, name)
    case 'StatefulSet':
      return { ...statefulPods(spec, template, name), count: replicas }
    case 'Deployment':
      return { ...template, count: replicas, labels: { ...template.labels, 'pod-template-hash': `#${name}` } }
    default:
      return { ...template, count: replicas }
  }
}

type Template = Omit<WorkloadPods, 'kind'>

function podTemplate(template: unknown, templatePath: readonly string[]): Template {
  const { metadata, spec } = fieldsOf(template)
  return {
    count: 1,
    steady: true,
    firstOrdinal: 0,
    labels: textsOf(fieldsOf(metadata).labels),
    spec: { ...fieldsOf(spec), containers: fieldsIn(fieldsOf(spec).containers) } as unknown as PodSpec,
    claimTemplates: [],
    templatePath,
    notes: [],
  }
}

// A kubelet shows pods of its own files with an annotation (pkg/kubelet/types/constants.go). Where another controller made
// the pod, its next one goes where the scheduler puts it, not where this one was seen.
function singlePod({ metadata, spec }: Fields): Template {
  const { annotations, ownerReferences } = fieldsOf(metadata)
  const pod = podTemplate({ metadata, spec }, [])
  if (fieldsOf(annotations)['kubernetes.io/config.mirror'] !== undefined) return { ...pod, keptBy: 'kubelet' }
  if (!fieldsIn(ownerReferences).some(({ controller }) => controller === true)) return pod
  const { nodeName, ...movable } = pod.spec
  return { ...pod, spec: movable, keptBy: 'controller' }
}

// The controller's own labels stand in for what only a running cluster knows: equal for all pods of one revision, and for no other workload.
function statefulPods(spec: Fields, template: Template, name: string): Template {
  const claimTemplates = fieldsIn(spec.volumeClaimTemplates)
  const names = claimTemplates.map((claim) => textOf(fieldsOf(claim.metadata).name) ?? '')
  const own = (fieldsIn(template.spec.volumes) as unknown as readonly Volume[]).filter(
    (volume) => !names.includes(volume.name),
  )
  const made = names.map((claim) => ({ name: claim, persistentVolumeClaim: { claimName: `${claim}-${name}-#` } }))
  return {
    ...template,
    firstOrdinal: countOf(fieldsOf(spec.ordinals).start, 0),
    labels: { ...template.labels, 'controller-revision-hash': `#${name}` },
    spec: made.length === 0 ? template.spec : { ...template.spec, volumes: [...own, ...made] },
    claimTemplates,
  }
}

function jobPods(spec: Fields, template: Template, name?: string): Template {
  const parallelism = countOf(spec.parallelism, 1)
  const isSuspended = spec.suspend === true
  const jobName = name === undefined ? undefined : { 'batch.kubernetes.io/job-name': name, 'job-name': name }
  return {
    ...template,
    steady: false,
    count: isSuspended ? 0 : Math.min(parallelism, countOf(spec.completions, parallelism)),
    labels: { ...template.labels, ...jobName },
    notes: isSuspended ? ['suspended'] : [],
  }
}

function cronJobPods(spec: Fields): Template {
  const jobSpec = fieldsOf(fieldsOf(spec.jobTemplate).spec)
  const pods = jobPods(jobSpec, podTemplate(jobSpec.template, ['spec', 'jobTemplate', 'spec', 'template']))
  return spec.suspend === true ? { ...pods, count: 0, notes: ['suspended'] } : pods
}

function daemonPods(template: Template, nodes: readonly EstateNode[], name: string): Template {
  const tolerations = withDaemonTolerations(
    fieldsIn(template.spec.tolerations) as readonly Toleration[],
    template.spec.hostNetwork === true,
  )
  const spec = { ...template.spec, tolerations }
  return {
    ...template,
    spec,
    count: nodes.filter((node) => takesDaemon(spec, node)).length,
    labels: { ...template.labels, 'controller-revision-hash': `#${name}` },
    notes: nodes.length === 0 ? ['no nodes are known, so nobody knows how many there are'] : [],
  }
}

/**
 * Whether a DaemonSet has a pod on a node: by its name, labels and taints, never by its room
 * (pkg/controller/daemon/daemon_controller.go:1378, kubernetes v1.36.3).
 */
export function takesDaemon(spec: PodSpec, node: EstateNode): boolean {
  if (spec.nodeName && spec.nodeName !== node.name) return false
  const wanted = Object.entries(textsOf(spec.nodeSelector))
  if (!wanted.every(([key, value]) => Object.hasOwn(node.labels, key) && node.labels[key] === value)) return false
  const required = fieldsOf(fieldsOf(spec.affinity).nodeAffinity).requiredDuringSchedulingIgnoredDuringExecution
  if (required && !matchesNodeTerms(nodeTermsOf(fieldsOf(required).nodeSelectorTerms), node)) return false
  return node.taints.every(
    (taint) => taint.effect === 'PreferNoSchedule' || toleratesTaint(spec.tolerations ?? [], taint),
  )
}
