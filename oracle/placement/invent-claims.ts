import type { JsonObject } from '../json.ts'
import { drivers, hostname, zone, zones } from './vocabulary.ts'
import type { World } from './world.ts'

/** A claim that waits for its volume. Returns its name. */
export function freeClaim(world: World, namespace: string, className: string, metadata: JsonObject = {}): string {
  const { random } = world
  const name = String(metadata.name ?? `claim-${world.next()}`)
  world.others.push(
    claimObject(
      { name, namespace, ...metadata },
      {
        accessModes: [random.chance(0.85) ? 'ReadWriteOnce' : 'ReadWriteMany'],
        storageClassName: className,
        resources: { requests: { storage: random.pick(['1Gi', '4Gi', '8Gi', '12Gi']) } },
        ...(random.chance(0.06) && { selector: { matchLabels: { speed: 'fast' } } }),
        ...(random.chance(0.04) && { volumeMode: 'Block' }),
      },
      { phase: 'Pending' },
    ),
  )
  return name
}

interface Bound {
  readonly accessModes?: readonly string[]
  /** The claim names a volume that is not there. */
  readonly withoutVolume?: boolean
  readonly driver?: string
}

const byController = 'pv.kubernetes.io/bound-by-controller'

/** A claim with its volume, which some nodes reach and others do not. Returns its name. */
export function boundClaim(world: World, namespace: string, how: Bound = {}): string {
  const name = `claim-${world.next()}`
  const volume = `volume-${world.next()}`
  const accessModes = how.accessModes ?? ['ReadWriteOnce']
  const capacity = { storage: '1Gi' }
  if (!how.withoutVolume) {
    const claimRef = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      namespace,
      name,
      uid: `uid-${namespace}-${name}`,
    }
    const reach = how.driver === undefined ? reached(world) : { spec: { csi: handle(world, how.driver) } }
    world.others.push({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: volume, uid: `uid-${volume}`, annotations: { [byController]: 'yes' }, ...reach.metadata },
      spec: { ...volumeSpec, storageClassName: 'bound', accessModes, capacity, claimRef, ...reach.spec },
      status: { phase: 'Bound' },
    })
  }
  const annotations = { 'pv.kubernetes.io/bind-completed': 'yes', [byController]: 'yes' }
  const spec = { accessModes, storageClassName: 'bound', resources: { requests: capacity }, volumeName: volume }
  world.others.push(claimObject({ name, namespace, annotations }, spec, { phase: 'Bound', accessModes, capacity }))
  return name
}

export function readWriteOncePod(world: World, namespace: string): string {
  return boundClaim(world, namespace, { accessModes: ['ReadWriteOncePod'] })
}

function claimObject(metadata: JsonObject, spec: JsonObject, status: JsonObject): JsonObject {
  const uid = `uid-${metadata.namespace}-${metadata.name}`
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { uid, ...metadata },
    spec: { volumeMode: 'Filesystem', ...spec },
    status,
  }
}

const volumeSpec = { persistentVolumeReclaimPolicy: 'Retain', volumeMode: 'Filesystem' }

interface Reach {
  readonly metadata?: JsonObject
  readonly spec: JsonObject
}

/** From where a volume is reached: one node, a zone by affinity, zones by the older labels, everywhere. */
function reached(world: World): Reach {
  const { random, nodes } = world
  const near = (key: string, values: readonly string[]): JsonObject => ({
    required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values }] }] },
  })
  const name = `n${random.int(0, nodes.length - 1)}`
  const csi = handle(world, random.pick(drivers))
  return random.weighted<() => Reach>([
    [3, () => ({ spec: { local: { path: '/data' }, nodeAffinity: near(hostname, [name]) } })],
    [
      3,
      () => ({
        spec: {
          csi,
          nodeAffinity: near(
            zone,
            random.list(2, () => random.pick(zones)),
          ),
        },
      }),
    ],
    [2, () => ({ metadata: { labels: { [zone]: random.pick(zones) } }, spec: { csi } })],
    [1, () => ({ metadata: { labels: { [zone]: 'a__b', 'topology.kubernetes.io/region': 'north' } }, spec: { csi } })],
    [1, () => ({ metadata: { labels: { [olderZone]: random.pick(zones) } }, spec: { csi } })],
    [1, () => ({ spec: { awsElasticBlockStore: { volumeID: `aws://a/vol-${world.next()}` } } })],
    [
      1,
      () => ({
        metadata: { labels: { [zone]: random.pick(zones) } },
        spec: { gcePersistentDisk: { pdName: `pd-${world.next()}` } },
      }),
    ],
    [1, () => ({ spec: { csi } })],
  ])()
}

const olderZone = 'failure-domain.beta.kubernetes.io/zone'

function handle(world: World, driver: string): JsonObject {
  return { driver, volumeHandle: `handle-${world.next()}` }
}
