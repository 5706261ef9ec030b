import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate } from '../../estate/estate.ts'
import { storeEstate } from '../recovery/sample-store.ts'
import { flagsOf } from './flags.ts'
import { timersOf } from './timers.ts'

function clusterWith(commands: readonly (readonly string[])[], namespace = 'kube-system'): Estate {
  const objects = commands.map((command, at): Estate['objects'][number] => ({
    ref: `Pod/${namespace}/kube-controller-manager-n${at}`,
    manifest: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `kube-controller-manager-n${at}`, namespace },
      spec: { containers: [{ name: 'kube-controller-manager', command }] },
    },
    origin: 'read',
    source: {},
  }))
  return { ...storeEstate([]), objects }
}
const program = '/usr/local/bin/kube-controller-manager'

const rows: [name: string, commands: string[][], grace: number | undefined, isKnown: boolean][] = [
  ['none', [[program]], 50, true],
  ['another grace', [[program, '--node-monitor-grace-period=20s']], 20, true],
  ['a word of its own', [[program, '--node-monitor-grace-period', '1m30s']], 90, true],
  ['what is no duration', [[program, '--node-monitor-grace-period=soon']], undefined, false],
  [
    'two that say the same',
    [
      [program, '--node-monitor-grace-period=20s'],
      [program, '--node-monitor-grace-period=20s'],
    ],
    20,
    true,
  ],
  ['two that do not', [[program, '--node-monitor-grace-period=20s'], [program]], undefined, false],
  ['those of another program', [['/bin/sh', '--node-monitor-grace-period=20s']], 50, true],
  ['one of the names that every object has', [[program, '--constructor=20s']], 50, true],
]
for (const [name, commands, grace, isKnown] of rows) {
  test(`flags: ${name}`, () => {
    const timers = timersOf('1.36', flagsOf(clusterWith(commands))?.timers)
    assert.deepEqual([timers?.graceSeconds, timers !== undefined], [grace, isKnown])
  })
}

test('flags: a controller manager of another cluster, that runs in this one, says nothing', () => {
  assert.equal(flagsOf(clusterWith([[program, '--node-monitor-grace-period=20s']], 'tenant')), undefined)
})

test('flags: all that there are', () => {
  const command = [
    ...[program, '--node-monitor-period=2s', '--node-eviction-rate=0.5', '--secondary-node-eviction-rate=0.05'],
    ...[
      '--large-cluster-size-threshold=20',
      '--unhealthy-zone-threshold=0.7',
      '--kube-api-qps=100',
      '--kube-api-burst=200',
    ],
    '--resource-quota-sync-period=1m0s',
  ]
  assert.deepEqual(flagsOf(clusterWith([command]))?.timers, {
    monitorSeconds: 2,
    evictionsPerSecond: 0.5,
    secondaryEvictionsPerSecond: 0.05,
    largeZoneNodes: 20,
    unhealthyShare: 0.7,
    requestsPerSecond: 100,
    requestsAtOnce: 200,
    quotaResyncSeconds: 60,
  })
})
