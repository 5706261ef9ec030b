// What a container is told about its user and its rights, as the kubelet puts the pod's and its own together.
// Source: k8s.io/kubernetes@v1.36.3 pkg/securitycontext/util.go:40 (DetermineEffectiveSecurityContext).

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../../engine/pods/untrusted.ts'

export interface StartSecurity {
  readonly container: string
  readonly path: readonly (string | number)[]
  readonly image: string
  readonly nonRoot: boolean
  /** `runAsUser`, where the container or the pod says one. */
  readonly user?: number
  /** `fsGroup` of the pod. */
  readonly volumeGroup?: number
  readonly readOnlyRoot: boolean
  /** It has every right of the node's root, whatever else is said. */
  readonly privileged: boolean
  /** Type of its seccomp profile, where the container or the pod says one. */
  readonly seccomp?: string
  /** Without the prefix `CAP_`, in upper case; `ALL` among them. */
  readonly drops: readonly string[]
  readonly adds: readonly string[]
  readonly mounts: readonly string[]
  /** Some volume that its pod claims is mounted where it may write. */
  readonly writesToClaims: boolean
  /** Whether it runs what its image starts. */
  readonly asImageStarts: boolean
}

/** Of the containers that start with a pod; none for pods of Windows, which has other users. */
export function startSecurity({ spec }: PodClass): readonly StartSecurity[] {
  if (fieldsOf(spec.os).name === 'windows') return []
  const ofPod = fieldsOf(spec.securityContext)
  const notClaimed = fieldsIn(spec.volumes).filter((volume) => !volume.persistentVolumeClaim && !volume.ephemeral)
  const beside = new Set(notClaimed.map(({ name }) => name))
  return ['initContainers', 'containers'].flatMap((list) =>
    fieldsIn((spec as unknown as Fields)[list]).map((container, at) => ({
      ...ofContainer(container, ofPod, [list, at]),
      writesToClaims: fieldsIn(container.volumeMounts).some(
        (mount) => mount.readOnly !== true && !beside.has(mount.name),
      ),
    })),
  )
}

function ofContainer(
  container: Fields,
  ofPod: Fields,
  path: StartSecurity['path'],
): Omit<StartSecurity, 'writesToClaims'> {
  const own = fieldsOf(container.securityContext)
  const { drop, add } = fieldsOf(own.capabilities)
  const user = own.runAsUser ?? ofPod.runAsUser
  const group = ofPod.fsGroup
  const profile = textOf(fieldsOf(own.seccompProfile).type ?? fieldsOf(ofPod.seccompProfile).type)
  return {
    container: textOf(container.name) ?? '',
    path,
    image: textOf(container.image) ?? '',
    nonRoot: (own.runAsNonRoot ?? ofPod.runAsNonRoot) === true,
    ...(typeof user === 'number' && { user }),
    ...(typeof group === 'number' && { volumeGroup: group }),
    readOnlyRoot: own.readOnlyRootFilesystem === true,
    privileged: own.privileged === true,
    ...(profile !== undefined && { seccomp: profile }),
    drops: capabilities(drop),
    adds: capabilities(add),
    mounts: fieldsIn(container.volumeMounts).flatMap(({ mountPath }) => textOf(mountPath) ?? []),
    asImageStarts: container.command === undefined && container.args === undefined,
  }
}

function capabilities(list: unknown): readonly string[] {
  return listOf(list).map((one) => String(one).toUpperCase().replace(/^CAP_/, ''))
}
