import assert from 'node:assert/strict'
import { test } from 'node:test'
import { behaviour } from './behaviours.ts'
import { minorOf, rowAt, type Table } from './table.ts'
import { type TimerName, timer, timerNames } from './timers.ts'

const rows: [name: TimerName, version: string, value: number | undefined][] = [
  ['nodeMonitorGraceSeconds', '1.28', undefined],
  ['nodeMonitorGraceSeconds', '1.29', 40],
  ['nodeMonitorGraceSeconds', '1.31', 40],
  ['nodeMonitorGraceSeconds', '1.32', 50],
  ['nodeMonitorGraceSeconds', '1.33', 50],
  ['nodeMonitorGraceSeconds', 'v1.36.3+k3s1', 50],
  ['nodeMonitorGraceSeconds', '1.37', undefined],
  ['nodeMonitorGraceSeconds', '2.33', undefined],
  ['nodeMonitorGraceSeconds', 'latest', undefined],
  ['nodeMonitorPeriodSeconds', '1.33', 5],
  ['defaultTolerationSeconds', '1.33', 300],
  ['nodeEvictionsPerSecond', '1.33', 0.1],
  ['unhealthyZonePercent', '1.33', 55],
  ['podGcQuarantineSeconds', '1.33', 40],
  ['terminationGraceSeconds', '1.33', 30],
  ['probeFailureThreshold', '1.33', 3],
  ['crashLoopMostSeconds', '1.33', 300],
]
for (const [name, version, value] of rows) {
  test(`${name} in ${version}`, () => assert.equal(timer(name, version)?.value, value))
}

test('each timer says where it is written and when it was looked up', () => {
  for (const name of timerNames()) {
    const known = timer(name, '1.36')
    assert.match(known?.source ?? '', /^k8s\.io\/\S+@v[\d.]+\/\S+\.go:\d+$/, name)
    assert.match(known?.asOf ?? '', /^\d{4}-\d\d-\d\d$/)
  }
})

test('a StatefulSet leaves its pods on a silent node, a Deployment does not', () => {
  assert.equal(behaviour('statefulSetReplacesOnSilentNode', '1.33')?.value, false)
  assert.equal(behaviour('deploymentReplacesOnSilentNode', '1.33')?.value, true)
  assert.equal(behaviour('statefulSetReplacesOnSilentNode', '1.20'), undefined)
})

const versions: [text: string, minor: number | undefined][] = [
  ['1.33', 33],
  ['v1.33.4', 33],
  ['1.33.4+k3s1', 33],
  ['1.0', 0],
  ['1.033', undefined],
  ['1', undefined],
  ['1.', undefined],
  ['1.33x', undefined],
  ['', undefined],
  ['1.99999999', undefined],
]
for (const [text, minor] of versions) {
  test(`minor of ${JSON.stringify(text)}`, () => assert.equal(minorOf(text), minor))
}

test('a row holds until the next one begins', () => {
  const table: Table<string> = {
    rows: [
      { from: '1.9', value: 'old', source: 's', asOf: 'd' },
      { from: '1.10', value: 'new', source: 's', asOf: 'd' },
    ],
    to: '1.12',
  }
  assert.deepEqual(
    ['1.8', '1.9', '1.10', '1.12', '1.13'].map((version) => rowAt(table, version)?.value),
    [undefined, 'old', 'new', 'new', undefined],
  )
})
