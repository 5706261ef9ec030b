import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClusterOptions } from '../../platform/language/cluster.ts'
import { type PoolOptions, pool } from '../../platform/language/pool.ts'
import { pools } from './pools.ts'
import { judgedTiers } from './sample-tiers.ts'

const rows: [name: string, options: PoolOptions, says: string][] = [
  ['a number', { nodes: 3, scales: 'fixed' }, 'kept pools/quay/app: app has 3'],
  [
    'a range that an autoscaler uses',
    { nodes: { from: 2, to: 10 }, scales: 'autoscaler' },
    'kept pools/quay/app: app has 2 to 10, changed by an autoscaler',
  ],
  [
    'a range that a person uses',
    { nodes: { from: 2, to: 3 }, scales: 'person' },
    'kept pools/quay/app: app has 2 to 3, changed by a person',
  ],
  [
    'a range that nobody may use',
    { nodes: { from: 2, to: 3 }, scales: 'fixed' },
    'broken pools/quay/app: app is fixed, and has 2 to 3: one of them does not hold',
  ],
  ['a range of one', { nodes: { from: 2, to: 2 }, scales: 'fixed' }, 'kept pools/quay/app: app has 2'],
  ['on demand', { scales: 'on-demand' }, 'kept pools/quay/app: machines of app stand while pods ask for them'],
  [
    'one number that an autoscaler is to change',
    { nodes: 3, scales: 'autoscaler' },
    'broken pools/quay/app: app has 3, and its autoscaler may neither add one nor take one',
  ],
  ['nobody says', {}, 'unknown pools/quay/app: nobody says how many machines app has'],
]

for (const [name, options, says] of rows) {
  test(`pools: ${name}`, () => {
    const found = judgedTiers(pools, () => [], { quay: { pools: [pool('app', options)] } })
    assert.equal(
      found.find((line) => line.includes('pools/quay/')),
      says,
    )
  })
}

const two = { nodes: 2, scales: 'fixed' } as const
const larger = { ...two, cpu: 8, memory: '32Gi' } as const
const machines: [name: string, options: PoolOptions, quay: Partial<ClusterOptions>, says: string][] = [
  [
    'more memory than the family has',
    { ...larger, instance: 'compute-optimized' },
    { provider: 'aws' },
    'broken pools/quay/app: app is compute-optimized with 8 cores and 32Gi, 4Gi for each core: no such machine has that of aws',
  ],
  [
    'as much as the family has, told in another unit',
    { ...larger, memory: '16G', instance: 'compute-optimized' },
    { provider: 'aws' },
    'kept pools/quay/app: app has 2; app is compute-optimized with 8 cores and 16G, 1.9Gi for each core: there are such machines',
  ],
  [
    'a family that another provider has so',
    { ...larger, instance: 'compute-optimized' },
    { distribution: 'gke' },
    'kept pools/quay/app: app has 2; app is compute-optimized with 8 cores and 32Gi, 4Gi for each core: there are such machines',
  ],
  [
    'a quarter of the cores of a larger machine',
    { ...larger, memory: '672Gi', instance: 'compute-optimized' },
    { provider: 'azure' },
    'kept pools/quay/app: app has 2; app is compute-optimized with 8 cores and 672Gi, 84Gi for each core: there are such machines',
  ],
  [
    'the largest machine of a family, which has less',
    { ...two, cpu: 160, memory: '1040Gi', instance: 'storage-optimized' },
    { provider: 'azure' },
    'kept pools/quay/app: app has 2; app is storage-optimized with 160 cores and 1040Gi, 6.5Gi for each core: there are such machines',
  ],
  [
    'a machine that is made to measure beside its devices',
    { ...larger, memory: '256Gi', gpu: 1, instance: 'gpu' },
    { provider: 'gcp' },
    'kept pools/quay/app: app has 2; app is gpu with 8 cores and 256Gi, 32Gi for each core: there are such machines',
  ],
  [
    'an older machine, which has less',
    { ...two, cpu: 36, memory: '60Gi', instance: 'compute-optimized' },
    { provider: 'aws' },
    'kept pools/quay/app: app has 2; app is compute-optimized with 36 cores and 60Gi, 1.7Gi for each core: there are such machines',
  ],
  [
    'nobody says whose',
    { ...larger, instance: 'compute-optimized' },
    {},
    'kept pools/quay/app: app has 2; app is compute-optimized with 8 cores and 32Gi, 4Gi for each core: to be had of azure, gcp, not of aws',
  ],
  [
    'of no cloud that is known, and nobody says whose',
    { ...larger, memory: '128Gi', instance: 'storage-optimized' },
    {},
    'unknown pools/quay/app: app is storage-optimized with 8 cores and 128Gi, 16Gi for each core: no such machine has that of aws, azure, gcp, and nobody says whose it is',
  ],
  [
    'devices of another family',
    { ...larger, gpu: 1, instance: 'general-purpose' },
    { provider: 'aws' },
    'broken pools/quay/app: machines of app have devices, and those that are general-purpose have none',
  ],
  [
    'a family of devices without one',
    { ...larger, instance: 'gpu' },
    { provider: 'aws' },
    'unknown pools/quay/app: app is of the family gpu, and nobody says which devices its machines have',
  ],
  [
    'a type of the provider',
    { ...larger, instance: 'm6i.large' },
    { provider: 'aws' },
    'kept pools/quay/app: app has 2',
  ],
  [
    'zones of its region',
    { ...two, zones: ['eu-west-1a', 'eu-west-1b'] },
    { region: 'eu-west-1' },
    'kept pools/quay/app: app has 2; machines of app stand in eu-west-1a, eu-west-1b, of the region eu-west-1',
  ],
  [
    'a zone of another region',
    { ...two, zones: ['europe-west1-b', 'europe-west4-a'] },
    { region: 'europe-west1' },
    'broken pools/quay/app: machines of app are to stand in europe-west4-a, and their cluster stands in the region europe-west1',
  ],
  [
    'zones that tell no region',
    { ...two, zones: ['a', 'b'] },
    { region: 'eu-west-1' },
    'kept pools/quay/app: app has 2',
  ],
  [
    'a disk',
    { ...two, cpu: 4, memory: '8Gi', disk: '20Gi' },
    {},
    'kept pools/quay/app: app has 2; of 20Gi of a machine of app the kubelet keeps a tenth free, and logs of 6 containers take up to 0.3Gi: 17.7Gi are left for images and what pods write',
  ],
  [
    'a disk that logs may fill',
    { ...two, cpu: 4, memory: '8Gi', disk: '200Mi' },
    {},
    'unknown pools/quay/app: of 200Mi of a machine of app the kubelet keeps a tenth free, and logs of 6 containers take up to 0.3Gi: nothing may be left for images, and pods are evicted then',
  ],
]

for (const [name, options, quay, says] of machines) {
  test(`pools: ${name}`, () => {
    const found = judgedTiers(pools, () => [], { quay: { pools: [pool('app', options)], ...quay } })
    assert.equal(
      found.find((line) => line.includes('pools/quay/')),
      says,
    )
  })
}

const compute = pool('app', { ...larger, instance: 'compute-optimized' })
const storage = pool('data', { ...two, cpu: 4, memory: '16Gi', instance: 'storage-optimized' })
const together: [name: string, quay: Partial<ClusterOptions>, says: string | undefined][] = [
  [
    'each of another cloud',
    { pools: [compute, storage] },
    'unknown pools/quay: no one of aws, azure and gcp has the machines of all pools of quay, and nobody says whose they are',
  ],
  [
    'all of one',
    { pools: [compute, pool('data', { ...larger, memory: '64Gi', instance: 'memory-optimized' })] },
    'kept pools/quay: machines of all pools of quay are to be had of azure',
  ],
  ['one alone', { pools: [compute] }, undefined],
  ['of a cloud that is said', { pools: [compute, storage], provider: 'aws' }, undefined],
]

for (const [name, quay, says] of together) {
  test(`pools together: ${name}`, () => {
    const found = judgedTiers(pools, () => [], { quay })
    assert.equal(
      found.find((line) => line.includes('pools/quay:')),
      says,
    )
  })
}
