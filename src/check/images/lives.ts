// Until when what runs gets fixes: images that a table knows, what components say they are, and Kubernetes itself.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Source } from '../../estate/estate.ts'
import { sourceOf } from '../../estate/source.ts'
import { lifeOf, lifeOfImage, type SoftwareLife } from '../../knowledge/software.ts'
import { minorRelease } from '../../knowledge/versions.ts'
import type { Mesh } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { View } from '../world.ts'
import { imagesOf } from './named-images.ts'

export interface Lived extends Pick<SoftwareLife, 'name' | 'version' | 'ends' | 'source'> {
  /** The workloads that it is, or the cluster. */
  readonly by: readonly string[]
  readonly images: readonly string[]
  /** The oldest of those that may run. */
  readonly isOldest?: boolean
  readonly at?: Source
}

/** Of these pods, the mesh that they are in and the cluster under them, one row for each software and version, sorted. */
export function livesOf({ estate }: View, pods: readonly PodClass[], meshes: readonly Mesh[] = []): readonly Lived[] {
  const found = new Map<string, Lived>()
  const add = (
    life: (SoftwareLife & Pick<Lived, 'isOldest'>) | undefined,
    by: string,
    image: string | undefined,
    at: Source,
  ) => {
    if (!life) return
    const key = `${life.name} ${life.version ?? ''}`
    const { name, version, ends, source, isOldest } = life
    const before = found.get(key) ?? {
      name,
      ...(version !== undefined && { version }),
      ends,
      source,
      ...(isOldest && { isOldest }),
      by: [],
      images: [],
      at,
    }
    const images = image === undefined ? before.images : [...new Set([...before.images, image])]
    found.set(key, { ...before, by: [...new Set([...before.by, by])].sort(byCodePoint), images })
  }
  const workloads = new Map(pods.map((pod) => [pod.workload, pod]))
  for (const fact of estate.facts) {
    const pod = fact.trait === 'runs' ? workloads.get(fact.of) : undefined
    if (pod && fact.trait === 'runs') add(lifeOf(fact.software, fact.version), pod.name, undefined, fact.source)
  }
  for (const [image, running] of imagesOf(pods))
    for (const pod of running) add(lifeOfImage(image), pod.name, image, pod.source)
  for (const mesh of meshes)
    if (mesh.by !== undefined)
      add(lifeOf(mesh.by, mesh.version), mesh.name, undefined, sourceOf(mesh, mesh.cites?.version ?? mesh.stated))
  const minor = estate.minor === undefined ? undefined : minorRelease(estate.minor)
  if (minor?.endOfLife !== undefined) {
    const { endOfLife: ends, source, asOf } = minor
    const life = { name: 'Kubernetes', version: minor.minor, ends, source, asOf, isOldest: estate.orNewer === true }
    add(life, estate.cluster, undefined, estate.source)
  }
  return [...found.values()].sort((a, b) => byCodePoint(`${a.name} ${a.version}`, `${b.name} ${b.version}`))
}
