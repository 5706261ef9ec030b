import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { Kind } from './kinds.ts'
import { gpu, hostname, images, region, zone, zones } from './vocabulary.ts'

export interface Roominess {
  readonly nodes: number
  readonly cpu: readonly string[]
  readonly memory: readonly string[]
}

export function inventNodes(random: Random, has: ReadonlySet<Kind>, room: Roominess): JsonObject[] {
  return Array.from({ length: room.nodes }, (_, at) => inventNode(random, has, room, `n${at}`))
}

function inventNode(random: Random, has: ReadonlySet<Kind>, room: Roominess, name: string): JsonObject {
  const allocatable: Record<string, string> = {
    cpu: random.pick(room.cpu),
    memory: random.pick(room.memory),
    pods: random.weighted([
      [1, '2'],
      [2, '5'],
      [9, '110'],
    ]),
  }
  if (random.chance(0.8)) allocatable['ephemeral-storage'] = random.pick(['2Gi', '20Gi'])
  if (has.has('extended') && random.chance(0.5)) allocatable[gpu] = random.pick(['0', '1', '3'])
  if (has.has('hugepages') && random.chance(0.6)) allocatable['hugepages-2Mi'] = random.pick(['4Mi', '64Mi'])
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: nodeLabels(random, name) },
    spec: nodeSpec(random),
    status: {
      capacity: { ...allocatable, cpu: '16' },
      allocatable,
      ...(has.has('images') && { images: nodeImages(random) }),
      ...(has.has('features') && random.chance(0.5) && { declaredFeatures: ['RestartAllContainersOnContainerExits'] }),
    },
  }
}

// A node without a zone, a rack, or with another's name as its hostname is what topology stumbles over.
function nodeLabels(random: Random, name: string): Record<string, string> {
  const labels: Record<string, string> = {}
  if (random.chance(0.97)) labels[hostname] = random.chance(0.96) ? name : 'n0'
  if (random.chance(0.9)) {
    labels[zone] = random.pick(zones)
    if (random.chance(0.8)) labels[region] = random.chance(0.8) ? 'north' : 'south'
  }
  if (random.chance(0.5)) labels.rack = random.pick(['1', '2'])
  if (random.chance(0.5)) labels.disk = random.pick(['ssd', 'hdd'])
  if (random.chance(0.5)) labels.size = random.pick(['1', '5', '10', 'large', '007'])
  return labels
}

function nodeSpec(random: Random): JsonObject {
  const taints: JsonObject[] = []
  const unschedulable = random.chance(0.05)
  if (unschedulable && random.chance(0.7))
    taints.push({ key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' })
  if (random.chance(0.04)) taints.push({ key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' })
  if (random.chance(0.15)) taints.push(taint(random))
  if (random.chance(0.05)) taints.push({ ...taint(random), key: 'second' })
  return { ...(unschedulable && { unschedulable }), ...(taints.length > 0 && { taints }) }
}

function taint(random: Random): JsonObject {
  return {
    key: random.pick(['dedicated', 'gpu']),
    ...(random.chance(0.7) && { value: random.pick(['1', '2']) }),
    effect: random.pick(['NoSchedule', 'PreferNoSchedule', 'PreferNoSchedule', 'NoExecute']),
  }
}

const mebibyte = 1024 * 1024

function nodeImages(random: Random): JsonObject[] {
  const here = images.filter(() => random.chance(0.5))
  return here.map((name) => ({
    // Kubelets name an image by its tag, which an unnamed one gets, and by its digest.
    names: [name.includes(':') ? name : `${name}:latest`, `${name.split(/[:@]/)[0]}@sha256:ffff`],
    sizeBytes: random.pick([5, 22, 23, 24, 100, 400, 999, 1000, 1500, 4000]) * mebibyte + random.int(0, 3),
  }))
}
