import { isObject, type JsonObject } from '../json.ts'

/** The pods that a workload's controller asks the API server for: how many, and what each looks like. */
export interface ControllerPods {
  /** Undefined for a DaemonSet: as many as there are nodes that it takes. */
  readonly count?: number
  /** Jobs come and go: each is asked beside all pods that stay. */
  readonly comesAndGoes: boolean
  pod(index: number): JsonObject
}

// Written apart from the engine's own idea of it: k8s.io/kubernetes pkg/controller/controller_utils.go, GetPodFromTemplate.
export function controllerPods(workload: JsonObject): ControllerPods | undefined {
  const { kind, metadata } = workload
  const spec = objectIn(workload, 'spec')
  const name = String(objectIn({ metadata: metadata ?? {} }, 'metadata').name)
  const template = objectIn(spec, 'template')
  switch (kind) {
    case 'Pod':
      return { count: 1, comesAndGoes: false, pod: () => podOf(workload, name) }
    case 'Deployment':
    case 'ReplicaSet':
      return {
        count: numberIn(spec, 'replicas', 1),
        comesAndGoes: false,
        pod: (at) => podOf(template, `${name}-5d4f8-${at}`),
      }
    case 'StatefulSet':
      return {
        count: numberIn(spec, 'replicas', 1),
        comesAndGoes: false,
        pod: (at) => withClaims(spec, podOf(template, `${name}-${at}`)),
      }
    case 'DaemonSet':
      return { comesAndGoes: false, pod: (at) => podOf(template, `${name}-${at}`) }
    case 'Job':
      return { count: jobCount(spec), comesAndGoes: true, pod: (at) => podOf(template, `${name}-${at}`) }
    case 'CronJob': {
      const job = objectIn(objectIn(spec, 'jobTemplate'), 'spec')
      const count = spec.suspend === true ? 0 : jobCount(job)
      return { count, comesAndGoes: true, pod: (at) => podOf(objectIn(job, 'template'), `${name}-1-${at}`) }
    }
    default:
      return undefined
  }
}

function podOf(template: JsonObject, name: string): JsonObject {
  const { labels, annotations } = objectIn(template, 'metadata')
  const metadata = { name, ...(labels !== undefined && { labels }), ...(annotations !== undefined && { annotations }) }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec ?? {} }
}

function withClaims({ volumeClaimTemplates }: JsonObject, pod: JsonObject): JsonObject {
  if (!Array.isArray(volumeClaimTemplates) || volumeClaimTemplates.length === 0) return pod
  const names = volumeClaimTemplates.filter(isObject).map((claim) => String(objectIn(claim, 'metadata').name))
  const made = names.map((name) => ({ name, persistentVolumeClaim: { claimName: `${name}-of-pod` } }))
  const spec = objectIn(pod, 'spec')
  const own = Array.isArray(spec.volumes)
    ? spec.volumes.filter((volume) => isObject(volume) && !names.includes(String(volume.name)))
    : []
  return { ...pod, spec: { ...spec, volumes: [...own, ...made] } }
}

function jobCount(spec: JsonObject): number {
  if (spec.suspend === true) return 0
  const parallelism = numberIn(spec, 'parallelism', 1)
  return Math.min(parallelism, numberIn(spec, 'completions', parallelism))
}

export function objectIn(json: JsonObject, field: string): JsonObject {
  const value = json[field]
  return isObject(value) ? value : {}
}

function numberIn(json: JsonObject, field: string, otherwise: number): number {
  const value = json[field]
  return typeof value === 'number' ? value : otherwise
}
