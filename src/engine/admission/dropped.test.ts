// Each row was read in the sources of the minor: the default of the gate (pkg/features) and what is dropped while it is closed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admitObject } from './admit-object.ts'
import { named, parse, service } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: a, image: i}], ${spec}}`)
const container = (fields: string) => named('v1', 'Pod', `spec: {containers: [{name: a, image: i, ${fields}}]}`)
const job = (fields: string) =>
  named(
    'batch/v1',
    'Job',
    `spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: i}]}}, ${fields}}`,
  )
const sidecar = pod(
  'initContainers: [{name: b, image: i, restartPolicy: Always, readinessProbe: {exec: {command: [a]}}}]',
)
const waits = 'lifecycle: {preStop: {sleep: {seconds: 5}}}'
const stateful = (most: number) =>
  named(
    'apps/v1',
    'StatefulSet',
    `spec: {serviceName: a, selector: {matchLabels: {a: b}}, updateStrategy: {rollingUpdate: {maxUnavailable: ${most}}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: i}]}}}`,
  )

const rows: [name: string, manifest: string, minor: string, dropped: readonly string[], refused: readonly string[]][] =
  [
    // Without it the probe stands in an init container that has to end.
    [
      'a sidecar while it is alpha',
      sidecar,
      '1.28',
      ['spec.initContainers[0].restartPolicy'],
      ['spec.initContainers[0].readinessProbe'],
    ],
    ['a sidecar as beta', sidecar, '1.29', [], []],
    [
      'a policy of a container itself is refused',
      container('restartPolicy: Always'),
      '1.28',
      [],
      ['spec.containers[0].restartPolicy'],
    ],
    ['until it is dropped', container('restartPolicy: Never'), '1.34', ['spec.containers[0].restartPolicy'], []],
    ['and heard', container('restartPolicy: Never'), '1.35', [], []],
    ['a hook that nobody knows', container(waits), '1.28', [], ['spec.containers[0].lifecycle.preStop.sleep']],
    ['a hook that goes with all it does', container(waits), '1.29', ['spec.containers[0].lifecycle.preStop.sleep'], []],
    ['a hook that waits', container(waits), '1.30', [], []],
    ['a namespace for users', pod('hostUsers: false'), '1.32', ['spec.hostUsers'], []],
    ['what happens without it too', pod('hostUsers: true'), '1.32', [], []],
    ['a namespace for users, open', pod('hostUsers: false'), '1.33', [], []],
    ['an image as a volume', pod('volumes: [{name: v, image: {reference: r}}]'), '1.34', ['spec.volumes[0].image'], []],
    [
      'near endpoints, while alpha',
      service('ports: [{port: 1}], trafficDistribution: PreferClose'),
      '1.30',
      ['spec.trafficDistribution'],
      [],
    ],
    ['near endpoints', service('ports: [{port: 1}], trafficDistribution: PreferClose'), '1.31', [], []],
    [
      'a rule that closed gates leave unread',
      job('successPolicy: {rules: []}, completionMode: NonIndexed'),
      '1.30',
      ['spec.successPolicy'],
      [],
    ],
    ['the same rule once it is read', job('successPolicy: {rules: []}'), '1.31', [], ['spec.successPolicy']],
    [
      'failures of one index',
      job('backoffLimitPerIndex: 1, completionMode: Indexed, completions: 2'),
      '1.28',
      ['spec.backoffLimitPerIndex'],
      [],
    ],
    ['more than one at a time, in all', stateful(2), '1.36', ['spec.updateStrategy.rollingUpdate.maxUnavailable'], []],
    ['one at a time is as ever', stateful(1), '1.28', [], []],
    ['no list of anything', pod('resourceClaims: []'), '1.28', [], []],
    ['of a wrong type', pod('hostUsers: maybe'), '1.28', ['spec.hostUsers'], ['spec.hostUsers']],
  ]

for (const [name, manifest, minor, dropped, refused] of rows) {
  test(`dropped: ${name}, ${minor}`, () => {
    const found = admitObject(parse(manifest), { minor })
    assert.deepEqual(
      (found.dropped ?? []).map(({ field }) => field),
      dropped,
    )
    assert.deepEqual([...new Set(found.refused.map(({ field }) => field))].sort(), refused)
    assert.deepEqual(found.notModelled, [])
  })
}

test('dropped: names its gate, and from when on it is open', () => {
  const [found] = admitObject(parse(sidecar), { minor: '1.28' }).dropped ?? []
  assert.deepEqual([found?.gate, found?.opens], ['SidecarContainers', 29])
  assert.deepEqual(found?.path, ['spec', 'initContainers', 0, 'restartPolicy'])
  const [never] = admitObject(parse(stateful(2)), { minor: '1.28' }).dropped ?? []
  assert.deepEqual([never?.gate, never?.opens], ['MaxUnavailableStatefulSet', undefined])
})
