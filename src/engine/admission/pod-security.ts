// What Pod Security refuses in a pod. Source: k8s.io/pod-security-admission@v0.36.3 policy/check_*.go.

import type { Container, PodSpec } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, listOf } from '../pods/untrusted.ts'

export type Level = 'privileged' | 'baseline' | 'restricted'

/** What a level refuses: `hostNetwork`, or of a container `privileged`. */
export interface Insecure {
  readonly level: Level
  readonly what: string
  readonly container?: string
}

/** Everything in a pod that a level refuses; only the fields that these versions agree on since 1.25. */
export function insecure(spec: PodSpec, level: Level): readonly Insecure[] {
  if (level === 'privileged') return []
  const baseline = [...basePod(spec), ...containersOf(spec).flatMap(baseContainer)]
  const found = baseline.map((one): Insecure => ({ level: 'baseline', ...one }))
  if (level === 'baseline') return found
  const strict = [...strictPod(spec), ...containersOf(spec).flatMap((container) => strictContainer(container, spec))]
  return [...found, ...strict.map((one): Insecure => ({ level: 'restricted', ...one }))]
}

type Said = Omit<Insecure, 'level'>

function containersOf(spec: PodSpec): readonly Container[] {
  return [...(spec.initContainers ?? []), ...spec.containers]
}

function basePod(spec: PodSpec): readonly Said[] {
  const host = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => spec[field] === true)
  const paths = fieldsIn(spec.volumes).filter(({ hostPath }) => hostPath !== undefined && hostPath !== null)
  const { windowsOptions, seccompProfile } = fieldsOf(spec.securityContext)
  return [
    ...host.map((what) => ({ what })),
    ...paths.map(({ name }) => ({ what: `hostPath volume ${String(name)}` })),
    ...(fieldsOf(windowsOptions).hostProcess === true ? [{ what: 'windowsOptions.hostProcess' }] : []),
    ...(fieldsOf(seccompProfile).type === 'Unconfined' ? [{ what: 'seccompProfile Unconfined' }] : []),
  ]
}

// policy/check_capabilities_baseline.go: what a container runtime grants by itself.
const usual = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
)

function baseContainer({ name, ports, securityContext }: Container): readonly Said[] {
  const context = fieldsOf(securityContext)
  const added = listOf(fieldsOf(context.capabilities).add).map(String)
  const hostPorts = fieldsIn(ports).flatMap(({ hostPort }) =>
    typeof hostPort === 'number' && hostPort !== 0 ? [hostPort] : [],
  )
  const said = [
    ...(context.privileged === true ? ['privileged'] : []),
    ...added.filter((capability) => !usual.has(capability)).map((capability) => `capability ${capability}`),
    ...hostPorts.map((port) => `hostPort ${port}`),
    ...(fieldsOf(context.windowsOptions).hostProcess === true ? ['windowsOptions.hostProcess'] : []),
    ...(fieldsOf(context.seccompProfile).type === 'Unconfined' ? ['seccompProfile Unconfined'] : []),
  ]
  return said.map((what) => ({ what, container: name }))
}

// policy/check_restrictedVolumes.go; a host's path is refused by the level below already.
const strictVolumes: ReadonlySet<string> = new Set(
  'configMap csi downwardAPI emptyDir ephemeral image persistentVolumeClaim projected secret hostPath name'.split(' '),
)

function strictPod(spec: PodSpec): readonly Said[] {
  const volumes = fieldsIn(spec.volumes).flatMap((volume) => {
    const kind = Object.keys(volume).find((field) => !strictVolumes.has(field) && volume[field] !== null)
    return kind === undefined ? [] : [{ what: `${kind} volume ${String(volume.name)}` }]
  })
  const { runAsUser, runAsNonRoot } = fieldsOf(spec.securityContext)
  const isMapped = spec.hostUsers === false
  return [
    ...volumes,
    ...(runAsUser === 0 && !isMapped ? [{ what: 'runAsUser 0' }] : []),
    ...(runAsNonRoot === false && !isMapped && !containersOf(spec).every(saysNonRoot)
      ? [{ what: 'runAsNonRoot false' }]
      : []),
  ]
}

function saysNonRoot({ securityContext }: Container): boolean {
  return typeof fieldsOf(securityContext).runAsNonRoot === 'boolean'
}

function strictContainer({ name, securityContext }: Container, spec: PodSpec): readonly Said[] {
  const own = fieldsOf(securityContext)
  const pod = fieldsOf(spec.securityContext)
  const { add, drop } = fieldsOf(own.capabilities)
  const profile = fieldsOf(own.seccompProfile).type ?? fieldsOf(pod.seccompProfile).type
  const isWindows = fieldsOf(spec.os).name === 'windows'
  const isMapped = spec.hostUsers === false
  const added = listOf(add)
    .map(String)
    .filter((each) => each !== 'NET_BIND_SERVICE' && usual.has(each))
  const linux = [
    ...(own.allowPrivilegeEscalation === false ? [] : ['no allowPrivilegeEscalation: false']),
    ...(listOf(drop).includes('ALL') ? [] : ['no capabilities.drop: [ALL]']),
    ...added.map((capability) => `capability ${capability}`),
    ...(profile === undefined || profile === null ? ['no seccompProfile'] : []),
  ]
  const nonRoot = own.runAsNonRoot ?? pod.runAsNonRoot
  const user = [
    ...(nonRoot === true || (own.runAsNonRoot === undefined && pod.runAsNonRoot === false)
      ? []
      : ['no runAsNonRoot: true']),
    ...(own.runAsUser === 0 ? ['runAsUser 0'] : []),
  ]
  return [...(isWindows ? [] : linux), ...(isMapped ? [] : user)].map((what) => ({ what, container: name }))
}
