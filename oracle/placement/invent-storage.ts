import type { JsonObject } from '../json.ts'
import { drivers, hostname, zone, zones } from './vocabulary.ts'
import type { World } from './world.ts'

const csiNodeKeys = { 'kubernetes.io/aws-ebs': 'ebs.csi.aws.com', 'kubernetes.io/gce-pd': 'pd.csi.storage.gke.io' }

/** What stands before any pod has a claim: classes, drivers, what they can make and where, volumes that wait. */
export function inventStorage(world: World): void {
  world.others.push(...storageClasses, ...csiDrivers)
  if (world.has.has('localVolumes') || world.has.has('ephemeralClaims')) waitingVolumes(world)
  if (world.has.has('capacity')) capacities(world)
  if (world.has.has('volumeLimits') || world.random.chance(0.2)) limits(world)
}

const storageClasses: readonly JsonObject[] = [
  storageClass('local', { provisioner: 'kubernetes.io/no-provisioner' }),
  storageClass('anywhere', { provisioner: 'disk.csi.example.com' }),
  storageClass('pooled', { provisioner: 'file.csi.example.com' }),
  storageClass('now', { provisioner: 'disk.csi.example.com', volumeBindingMode: 'Immediate' }),
  storageClass('zonal', {
    provisioner: 'zone.csi.example.com',
    allowedTopologies: [{ matchLabelExpressions: [{ key: zone, values: ['a', 'b'] }] }],
  }),
]

function storageClass(name: string, fields: JsonObject): JsonObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name },
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Delete',
    ...fields,
  }
}

const csiDrivers: readonly JsonObject[] = [...drivers, 'zone.csi.example.com'].map((name) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  metadata: { name },
  spec: { storageCapacity: name === 'file.csi.example.com', attachRequired: true },
}))

// No two of a size: the scheduler takes the smallest that is large enough, and any of several.
function waitingVolumes(world: World): void {
  const { random, nodes } = world
  const count = random.int(1, nodes.length + 2)
  for (let at = 0; at < count; at++) {
    const name = `waiting-${at}`
    const inZone = random.chance(0.3)
    const values = inZone ? [random.pick(zones)] : [`n${random.int(0, nodes.length - 1)}`]
    const expression = { key: inZone ? zone : hostname, operator: 'In', values }
    world.others.push({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name, uid: `uid-${name}`, ...(random.chance(0.2) && { labels: { speed: 'fast' } }) },
      spec: {
        capacity: { storage: `${random.pick([1, 4, 8, 10])}${String(at).padStart(2, '0')}0Mi` },
        accessModes: random.chance(0.85) ? ['ReadWriteOnce'] : ['ReadWriteOnce', 'ReadWriteMany'],
        storageClassName: random.chance(0.9) ? 'local' : 'anywhere',
        persistentVolumeReclaimPolicy: 'Retain',
        volumeMode: random.chance(0.95) ? 'Filesystem' : 'Block',
        local: { path: '/data' },
        nodeAffinity: {
          required: { nodeSelectorTerms: [{ matchExpressions: [expression] }, ...otherTerms({ random })] },
        },
        ...(random.chance(0.1) && { claimRef: reservedFor({ random }, at + 1) }),
      },
      status: { phase: random.chance(0.95) ? 'Available' : 'Released' },
    })
  }
}

function otherTerms({ random }: Pick<World, 'random'>): JsonObject[] {
  return random.chance(0.1) ? [{ matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd'] }] }] : []
}

// A volume may be kept for a claim by name before the claim is bound to it; of two kept for one, either is taken.
function reservedFor({ random }: Pick<World, 'random'>, number: number): JsonObject {
  const name = random.chance(0.4) ? 'other' : `claim-${number}`
  return { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'default', name }
}

function capacities({ random, others }: World): void {
  for (const [at, value] of zones.entries()) {
    if (random.chance(0.2)) continue
    others.push({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSIStorageCapacity',
      metadata: { name: `capacity-${at}`, namespace: 'default' },
      storageClassName: random.chance(0.9) ? 'pooled' : 'anywhere',
      ...(random.chance(0.95) && { nodeTopology: random.chance(0.1) ? {} : { matchLabels: { [zone]: value } } }),
      ...(random.chance(0.9) && { capacity: random.pick(['4Gi', '8Gi', '20Gi', '0']) }),
      ...(random.chance(0.3) && { maximumVolumeSize: random.pick(['4Gi', '8Gi']) }),
    })
  }
}

function limits({ random, nodes, others }: World): void {
  for (const [at] of nodes.entries()) {
    if (random.chance(0.15)) continue
    const migrated = Object.keys(csiNodeKeys).filter(() => random.chance(0.5))
    const running = [...drivers, ...Object.values(csiNodeKeys)].filter(() => random.chance(0.8))
    others.push({
      apiVersion: 'storage.k8s.io/v1',
      kind: 'CSINode',
      metadata: {
        name: `n${at}`,
        ...(migrated.length > 0 && {
          annotations: { 'storage.alpha.kubernetes.io/migrated-plugins': migrated.join(',') },
        }),
      },
      spec: {
        drivers: running.map((name) => ({
          name,
          nodeID: `n${at}`,
          topologyKeys: null,
          ...(random.chance(0.85) && { allocatable: { count: random.int(0, 3) } }),
        })),
      },
    })
    if (random.chance(0.2)) others.push(attachment(`n${at}`, random.int(0, 9), random.pick(drivers)))
  }
}

function attachment(nodeName: string, number: number, attacher: string): JsonObject {
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttachment',
    metadata: { name: `attached-${nodeName}` },
    spec: { attacher, nodeName, source: { persistentVolumeName: `volume-${number}` } },
    status: { attached: true },
  }
}
