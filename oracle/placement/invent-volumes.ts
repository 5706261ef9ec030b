import type { JsonObject } from '../json.ts'
import { boundClaim, freeClaim, readWriteOncePod } from './invent-claims.ts'
import type { Kind } from './kinds.ts'
import { drivers, images } from './vocabulary.ts'
import { uidOf, type World } from './world.ts'

export interface PodName {
  readonly namespace: string
  readonly name: string
}

type Source = (world: World, pod: PodName, volume: string) => JsonObject

/** How a pod comes by a volume, by what the cluster has; the chance is that of one pod. */
const sources: readonly (readonly [kind: Kind, chance: number, source: Source])[] = [
  ['boundVolumes', 0.4, (world, { namespace }) => claimed(world, namespace, boundClaim(world, namespace))],
  ['localVolumes', 0.35, (world, { namespace }) => claimed(world, namespace, freeClaim(world, namespace, 'local'))],
  ['provisioned', 0.3, (world, { namespace }) => claimed(world, namespace, provisionedClaim(world, namespace))],
  ['capacity', 0.35, (world, { namespace }) => claimed(world, namespace, freeClaim(world, namespace, 'pooled'))],
  [
    'immediate',
    0.2,
    (world, { namespace }) => claimed(world, namespace, freeClaim(world, namespace, world.random.pick(['now', '']))),
  ],
  ['images', 0.2, ({ random }) => ({ image: { reference: random.pick(images) } })],
  ['brokenClaims', 0.3, (world, { namespace }) => claimed(world, namespace, brokenClaim(world, namespace))],
  ['readWriteOncePod', 0.4, (world, { namespace }) => claimed(world, namespace, readWriteOncePod(world, namespace))],
  ['volumeLimits', 0.5, limited],
  ['inlineVolumes', 0.5, ({ random }) => disk(random.int(0, 2), random.chance(0.4), random.int(0, 3))],
  ['ephemeralClaims', 0.3, ephemeral],
]

export function inventVolumes(world: World, pod: PodName): JsonObject[] {
  const { random, has } = world
  const volumes: JsonObject[] = random.chance(0.05) ? [{ name: 'scratch', emptyDir: {} }] : []
  for (const [kind, chance, source] of sources) {
    if (!has.has(kind) || !random.chance(chance)) continue
    const name = `v${volumes.length}`
    volumes.push({ name, ...source(world, pod, name) })
  }
  return volumes
}

/** The claim, or one that another pod of the namespace has. */
function claimed({ random, claims }: World, namespace: string, claim: string): JsonObject {
  const known = claims.get(namespace) ?? []
  claims.set(namespace, [...known, claim])
  const claimName = known.length > 0 && random.chance(0.2) ? random.pick(known) : claim
  return { persistentVolumeClaim: { claimName, ...(random.chance(0.1) && { readOnly: true }) } }
}

function provisionedClaim(world: World, namespace: string): string {
  const { random } = world
  const annotations: JsonObject = random.chance(0.15)
    ? { annotations: { 'volume.kubernetes.io/selected-node': `n${random.int(0, 3)}` } }
    : {}
  return freeClaim(world, namespace, random.pick(['zonal', 'anywhere']), annotations)
}

function brokenClaim(world: World, namespace: string): string {
  const { random } = world
  return random.weighted<() => string>([
    [1, () => 'missing'],
    [1, () => freeClaim(world, namespace, 'no-such-class')],
    [
      1,
      () => freeClaim(world, namespace, 'local', { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['a.io/b'] }),
    ],
    [1, () => boundClaim(world, namespace, { withoutVolume: true })],
  ])()
}

function limited(world: World, { namespace }: PodName): JsonObject {
  const { random } = world
  if (random.chance(0.3)) return { csi: { driver: random.pick(drivers) } }
  const claim = random.chance(0.7)
    ? boundClaim(world, namespace, { driver: random.pick(drivers) })
    : freeClaim(world, namespace, 'anywhere')
  return claimed(world, namespace, claim)
}

// Disks that the old volume types name inside the pod: one pod may stand in another's way.
function disk(type: number, readOnly: boolean, number: number): JsonObject {
  if (type === 0) return { gcePersistentDisk: { pdName: `disk-${number}`, readOnly } }
  if (type === 1) return { awsElasticBlockStore: { volumeID: `vol-${number}`, readOnly } }
  return { iscsi: { targetPortal: '10.0.0.1:3260', iqn: `iqn.2001-04.com.example:disk-${number}`, lun: 0, readOnly } }
}

function ephemeral(world: World, { namespace, name }: PodName, volume: string): JsonObject {
  const { random } = world
  // A pod that stands with another's claim makes the scheduler fail over its node.
  const owner = name.startsWith('asked') && random.chance(0.1) ? 'another' : name
  freeClaim(world, namespace, random.pick(['local', 'anywhere', 'zonal']), {
    name: `${name}-${volume}`,
    ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: owner, uid: uidOf(namespace, owner), controller: true }],
  })
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }
  return { ephemeral: { volumeClaimTemplate: { spec } } }
}
