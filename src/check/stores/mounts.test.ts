import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environment, platform, postgres, sharedVolume } from '../../index.ts'
import type { Component } from '../../platform/component.ts'
import { cluster } from '../../platform/language/cluster.ts'
import type { StorageClass } from '../../platform/model.ts'
import { platformWorld } from '../platform-world.ts'
import { linesOf, machine, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { mounts } from './mounts.ts'

function worldOf(store: Component, disk: StorageClass) {
  const storage = { disk: { default: true, ...disk } }
  const harbour = cluster('harbour', {
    kubernetes: '1.34',
    distribution: 'kubeadm',
    nodes: [machine('n1', 'east')],
    storage,
  })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [store] })
  return platformWorld({ platform: platform('shop', { environments: [live] }), planned: [] }, { asOf: '2026-11-21' })
}

const media = sharedVolume('media', { size: '10Gi' })
const rows: [name: string, store: Component, disk: StorageClass, verdict: Word | undefined, line?: string][] = [
  [
    'one node each, which every class has',
    postgres('orders', { volume: { size: '10Gi', class: 'disk' } }),
    { bound: 'zone' },
    undefined,
  ],
  [
    'no class, and no default',
    postgres('orders', { volume: { size: '10Gi' } }),
    { default: false },
    'broken',
    'claims of orders name no class, and harbour has no default: they wait until it has one',
  ],
  [
    'several nodes, and the class has that',
    media,
    { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] },
    'kept',
    'volumes of class disk can be mounted by pods that write on several nodes',
  ],
  [
    'several nodes, and its provisioner has it not',
    media,
    { bound: 'zone', provisioner: 'ebs.csi.aws.com' },
    'broken',
    'media is to be mounted by pods that write on several nodes, and volumes of class disk only by pods of one node or by one pod',
  ],
  [
    'several nodes, and the class has it not',
    media,
    { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] },
    'broken',
    'media is to be mounted by pods that write on several nodes, and volumes of class disk only by pods that read on several nodes or by pods of one node',
  ],
  [
    'several nodes, of a disk of one node',
    media,
    { bound: 'node' },
    'broken',
    'media is to be mounted by pods that write on several nodes, and volumes of class disk never leave their node',
  ],
  [
    'several nodes, and nobody says',
    sharedVolume('media', { size: '10Gi', class: 'disk' }),
    { bound: 'cluster' },
    undefined,
  ],
  ['a class that nobody declares', sharedVolume('media', { size: '10Gi', class: 'files' }), {}, undefined],
  [
    'a shared one that one node mounts',
    sharedVolume('media', { size: '10Gi', accessMode: 'ReadWriteOnce' }),
    { accessModes: ['ReadWriteMany'] },
    'broken',
    'media is to be mounted by pods of one node, and volumes of class disk only by pods that write on several nodes',
  ],
]

for (const [name, store, disk, verdict, line] of rows)
  test(`mounts: ${name}`, () => {
    const [found] = verdictsOf(mounts, worldOf(store, disk))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })

for (const [name, storage, distribution, line] of [
  [
    'several defaults',
    { disk: { default: true }, fast: { default: true } },
    'kubeadm',
    'claims of orders name no class, and harbour has several defaults: disk, fast, of which the newest counts',
  ],
  [
    'a distribution that may bring one',
    { disk: {} },
    'rke2',
    'claims of orders name no class, and nobody says which class of harbour is the default, or whether rke2 brings one',
  ],
] as const)
  test(`mounts: ${name}`, () => {
    const harbour = cluster('harbour', { kubernetes: '1.34', distribution, nodes: [machine('n1', 'east')], storage })
    const orders = postgres('orders', { volume: { size: '10Gi' } })
    const live = environment('live', { on: harbour, namespace: 'shop', runs: [orders] })
    const whole = platform('shop', { environments: [live] })
    const [found] = verdictsOf(mounts, platformWorld({ platform: whole, planned: [] }, { asOf: '2026-11-21' }))
    assert.deepEqual([found?.verdict, found && linesOf(found)[0]], ['unknown', line])
  })
