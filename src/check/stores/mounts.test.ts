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
  const harbour = cluster('harbour', { kubernetes: '1.34', nodes: [machine('n1', 'east')], storage })
  const live = environment('live', { on: harbour, namespace: 'shop', runs: [store] })
  return platformWorld({ platform: platform('shop', { environments: [live] }), planned: [] }, { asOf: '2026-11-21' })
}

const media = sharedVolume('media', { size: '10Gi' })
const rows: [name: string, store: Component, disk: StorageClass, verdict: Word | undefined, line?: string][] = [
  [
    'one node each, which every class has',
    postgres('orders', { volume: { size: '10Gi' } }),
    { bound: 'zone' },
    undefined,
  ],
  [
    'several nodes, and the class has that',
    media,
    { accessModes: ['ReadWriteOnce', 'ReadWriteMany'] },
    'kept',
    'volumes of class disk can be mounted by pods that write on several nodes',
  ],
  [
    'several nodes, and the class has it not',
    media,
    { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] },
    'broken',
    'media is to be mounted by pods that write on several nodes, and volumes of class disk only by pods of one node or by pods that read on several nodes',
  ],
  [
    'several nodes, of a disk of one node',
    media,
    { bound: 'node' },
    'broken',
    'media is to be mounted by pods that write on several nodes, and volumes of class disk never leave their node',
  ],
  ['several nodes, and nobody says', media, { bound: 'cluster' }, undefined],
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
