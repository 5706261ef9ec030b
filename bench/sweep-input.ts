// A cluster as large teams have it, made of a size and nothing else: nodes of two sizes in pools and zones, workloads of every
// family that placement knows, promises about some of them, and on wish every pod where it was seen.

import { withBeside } from '../src/check/beside/beside.ts'
import type { Estate } from '../src/estate/estate.ts'
import { importManifests } from '../src/estate/import.ts'
import type { ReadManifest } from '../src/kubernetes/read.ts'
import type { Manifest } from '../src/kubernetes/types.ts'
import type { PlatformPromise } from '../src/platform/model.ts'
import { emptyRoom, seatOf } from './sweep-seats.ts'

export interface SweepSize {
  readonly pods: number
  readonly nodes: number
  readonly zones: number
  readonly promises: number
  /** Every pod is seen on its node; else nothing shows where they run. */
  readonly isObserved: boolean
}

export interface SweepInput {
  readonly estate: Estate
  readonly promises: readonly PlatformPromise[]
}

/** A workload of the input; what it asks for follows from its number. */
export interface Made {
  readonly name: string
  readonly kind: 'Deployment' | 'StatefulSet'
  readonly replicas: number
  readonly cpuMilli: number
  readonly memoryMi: number
  readonly pool?: number
  readonly family: (typeof families)[number]
}

export interface Seat {
  readonly name: string
  readonly zone: number
  readonly pool: number
  readonly cpuMilli: number
  readonly memoryMi: number
}

const replicas = [2, 3, 3, 5, 8, 12, 20, 40, 30, 27]
const families = [
  'plain',
  'plain',
  'plain',
  'apart',
  'plain',
  'spread by zone',
  'plain',
  'kept in a pool',
  'spread by node',
  'zonal volumes',
] as const

export function sweepInput(size: SweepSize): SweepInput {
  const seats = Array.from({ length: size.nodes }, (_, at) => seatAt(at, size.zones))
  const works = [...worksFor(size.pods)]
  const manifests = [
    ...seats.map(nodeOf),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'zonal' },
      provisioner: 'ebs.csi.aws.com',
    },
    ...works.map(workloadOf),
    ...(size.isObserved ? seen(works, seats) : []),
  ]
  const { estate } = importManifests((manifests as Manifest[]).map(readOf), { kubernetes: '1.36', cluster: 'large' })
  const { estates, promises } = withBeside([estate], [readOf(promisesOf(works, size.promises), 0)])
  return { estate: estates[0] ?? estate, promises }
}

function readOf(manifest: Manifest, at: number): ReadManifest {
  const place = { file: `${manifest.kind}.yaml`, line: at + 1, column: 1 }
  return { manifest, document: at + 1, at: place, lineOf: () => ({ line: at + 1, column: 1 }) }
}

function seatAt(at: number, zones: number): Seat {
  const isLarge = at % 4 === 3
  return {
    name: `node-${String(at).padStart(5, '0')}`,
    zone: at % zones,
    pool: Math.floor(at / zones) % 4,
    cpuMilli: isLarge ? 32_000 : 16_000,
    memoryMi: isLarge ? 131_072 : 65_536,
  }
}

function* worksFor(pods: number): Generator<Made> {
  for (let at = 0, left = pods; left > 0; at++) {
    const many = Math.min(left, replicas[(at * 7 + Math.floor(at / 10)) % replicas.length] ?? 1)
    const family = families[at % families.length] ?? 'plain'
    left -= many
    yield {
      name: `work-${String(at).padStart(5, '0')}`,
      kind: family === 'zonal volumes' ? 'StatefulSet' : 'Deployment',
      replicas: many,
      cpuMilli: 100 + ((at * 37) % 8) * 100,
      memoryMi: 256 + ((at * 53) % 12) * 192,
      family,
      ...(family === 'kept in a pool' && { pool: at % 4 }),
    }
  }
}

function nodeOf({ name, zone, pool, cpuMilli, memoryMi }: Seat): object {
  const labels = {
    'kubernetes.io/hostname': name,
    'topology.kubernetes.io/zone': `zone-${zone}`,
    'example.com/pool': `pool-${pool}`,
  }
  const allocatable = { cpu: `${cpuMilli}m`, memory: `${memoryMi}Mi`, pods: '110' }
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels }, status: { allocatable } }
}

function workloadOf(work: Made): object {
  const { name, kind, replicas } = work
  const labels = { app: name }
  const template = { metadata: { labels }, spec: podSpec(work) }
  const claims = kind === 'StatefulSet' && {
    serviceName: name,
    volumeClaimTemplates: [
      {
        metadata: { name: 'data' },
        spec: {
          storageClassName: 'zonal',
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '10Gi' } },
        },
      },
    ],
  }
  const spec = { replicas, selector: { matchLabels: labels }, template, ...claims }
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace: 'shop', labels }, spec }
}

function podSpec({ name, cpuMilli, memoryMi, family, pool }: Made): object {
  const labelSelector = { matchLabels: { app: name } }
  const apart = { topologyKey: 'kubernetes.io/hostname', labelSelector }
  const spread = (topologyKey: string) => ({
    topologySpreadConstraints: [{ topologyKey, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector }],
  })
  return {
    containers: [
      {
        name: 'main',
        image: 'example.com/app',
        resources: { requests: { cpu: `${cpuMilli}m`, memory: `${memoryMi}Mi` } },
      },
    ],
    ...(pool !== undefined && { nodeSelector: { 'example.com/pool': `pool-${pool}` } }),
    ...(family === 'apart' && {
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [apart] } },
    }),
    ...(family === 'spread by zone' && spread('topology.kubernetes.io/zone')),
    ...(family === 'spread by node' && spread('kubernetes.io/hostname')),
  }
}

function* seen(works: readonly Made[], seats: readonly Seat[]): Generator<object> {
  const room = emptyRoom(seats)
  for (const [at, work] of works.entries()) {
    const taken = new Set<number>()
    for (let one = 0; one < work.replicas; one++) {
      const seat = seatOf(work, { at, one, seats, room, taken })
      if (seat !== undefined) yield seenPod(work, one, seats[seat]?.name ?? '')
    }
  }
}

function seenPod(work: Made, one: number, nodeName: string): object {
  const { name, kind } = work
  const owner = { apiVersion: 'apps/v1', kind, name, uid: name, controller: true }
  const metadata = {
    name: kind === 'StatefulSet' ? `${name}-${one}` : `${name}-x${one}`,
    namespace: 'shop',
    labels: { app: name },
    ownerReferences: [owner],
  }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { nodeName, ...podSpec(work) }, status: { phase: 'Running' } }
}

function promisesOf(works: readonly Made[], many: number): Manifest {
  const step = Math.max(1, Math.floor(works.length / Math.max(1, many)))
  const kept = works.filter((_, at) => at % step === 0).slice(0, many)
  const promises = kept.map(({ name, kind }, at) => ({
    survives: at % 2 === 0 ? 'node' : 'zone',
    keeps: [`${kind}/shop/${name}`],
    within: '10m',
    losing: 'nothing',
    name: `keeps-${name}`,
  }))
  return { apiVersion: 'seaworthy/v1', kind: 'Promises', metadata: { name: 'promises' }, promises }
}
