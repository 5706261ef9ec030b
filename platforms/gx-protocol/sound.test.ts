// What the document has right raises nothing; each row goes red when it is said wrong.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Verdict } from '../../src/check/verdict.ts'
import {
  type Correction as Change,
  change,
  components,
  held,
  listed,
  manifests,
  promises,
} from '../findings/changing.ts'
import { asked } from '../findings/judged.ts'
import asWritten from './as-written.ts'
import { judgedWith } from './judged.ts'

interface Row {
  readonly sound: string
  readonly verdicts: readonly string[]
  /** Parts of their lines and rows. */
  readonly shows: readonly string[]
  /** A change after which the first of the verdicts is broken. */
  readonly unless: Change
}

const backend = [
  'postgres',
  'redis',
  'outbox-submitter',
  'projector',
  'svc-identity',
  'svc-wallet',
  'svc-tokenomics',
  'api-gateway',
]

const rows: readonly Row[] = [
  {
    sound: '4 nodes with 64 cores, 256 GB and 4 TB together',
    verdicts: ['cpu', 'memory', 'disk', 'nodes'].map((of) => `figure/gx-protocol-cluster/${of}`),
    shows: ['16 + 16 + 16 + 16 = 64 cores, as stated', '= 256Gi, as stated', '= 4T, as stated', '\n4, as stated'],
    unless: change('node', ['srv1117946'], (options) => ({ ...options, cpu: 8 })),
  },
  {
    sound: '22 pods and 25Gi in the table',
    verdicts: ['figure/mainnet/pods', 'figure/mainnet/memory-requested'],
    shows: ['= 22, as stated', '= 25Gi, as stated'],
    unless: components(['svc-wallet'], (options) => ({ ...options, replicas: 4 })),
  },
  {
    sound: 'each row of the table',
    verdicts: backend.flatMap((name) => ['cpu', 'memory'].map((of) => `figure/mainnet/${name}-${of}-requested`)),
    shows: ['3 × 1 core = 3 cores', '3 × 2Gi = 6Gi', '2 × 500m = 1 core'],
    unless: components(['postgres'], (options) => ({ ...options, requests: { cpu: 2, memory: '2Gi' } })),
  },
  {
    sound: '71Gi of memory are left on the stated base',
    verdicts: ['figure/mainnet/headroom-memory-on-the-stated-base/stated-minus-memory-requested'],
    shows: ['96Gi (stated) − 25Gi = 71Gi, as stated'],
    unless: components(['redis'], (options) => ({ ...options, requests: { cpu: '500m', memory: '2Gi' } })),
  },
  {
    sound: '8 of 10 claims in Mainnet, 4 of 5 in Testnet',
    verdicts: ['quota/mainnet/backend-mainnet-quota', 'quota/testnet/backend-testnet-quota'],
    shows: ['persistentvolumeclaims: 8 of 10', 'persistentvolumeclaims: 4 of 5'],
    unless: components(['redis'], (options) => ({ ...options, members: 6 })),
  },
  {
    sound: 'default deny with both directions and no rule',
    verdicts: ['admitted/mainnet/NetworkPolicy/default-deny-all'],
    shows: ['every field is known and allowed'],
    unless: manifests('written', 'NetworkPolicy', 'default-deny-all', (manifest) => ({
      ...manifest,
      spec: { ...held(manifest.spec), policyTypes: ['Inward'] },
    })),
  },
  {
    sound: 'the subject of a RoleBinding without a namespace',
    verdicts: ['admitted/mainnet/RoleBinding/postgres-backup-binding'],
    shows: ['every field is known and allowed'],
    unless: manifests('written', 'RoleBinding', undefined, (manifest) => ({ ...manifest, roleRef: undefined })),
  },
  {
    sound: '2 to 4 pods during a rollout',
    verdicts: ['rolls/mainnet/svc-identity'],
    shows: ['3 − 1 = 2 available at least, 3 + 1 = 4 there at most'],
    unless: components(['svc-identity'], (options) => ({ ...options, update: { maxUnavailable: 2, maxSurge: 1 } })),
  },
  {
    sound: 'one node at a time is drained with minAvailable 2',
    verdicts: ['drains/mainnet/postgres', 'drains/mainnet/redis'],
    shows: ['budget postgres-pdb wants 2 to stay and there are 3: allowed disruptions = 3 − 2 = 1'],
    unless: manifests('written', 'PodDisruptionBudget', undefined, (manifest) => ({
      ...manifest,
      spec: { ...held(manifest.spec), minAvailable: 3 },
    })),
  },
  {
    sound: 'one member of each store on each control-plane node',
    verdicts: ['stands/mainnet/postgres', 'stands/mainnet/redis'],
    shows: ['kubernetes.io/hostname'],
    unless: components(['postgres'], (options) => ({ ...options, place: undefined })),
  },
  {
    sound: 'Mainnet is kept from Testnet’s ledger and from the system, Testnet from Mainnet',
    verdicts: ['separates/mainnet/kube-system', 'separates/mainnet/fabric-testnet', 'separates/testnet/mainnet'],
    shows: ['kept apart by', 'default-deny-all'],
    unless: change('environment', ['mainnet'], (options) => ({ ...options, includes: [] })),
  },
]

for (const { sound, verdicts, shows } of rows) {
  test(`sound: ${sound}`, () => {
    const found = verdicts.map((id) => judgedWith().verdicts.get(id))
    assert.deepEqual(
      found.map((verdict) => verdict?.verdict),
      verdicts.map(() => 'kept'),
    )
    const text = found.flatMap((verdict) => verdict?.because.map(textOf) ?? []).join('\n')
    for (const part of shows) assert.ok(text.includes(part), `'${part}' is not in\n${text}`)
  })
}

for (const { sound, verdicts, unless } of rows) {
  test(`and said wrong it is broken: ${sound}`, () => {
    const [first = ''] = verdicts
    assert.equal(asked(unless(asWritten), [first.split('/')[0] ?? '']).get(first)?.verdict, 'broken')
  })
}

test('sound: the path of the outbox, but for the labels of namespaces', () => {
  const path = [...judgedWith().verdicts.values()].filter(({ id }) =>
    id.startsWith('reaches/mainnet/outbox-submitter/'),
  )
  const toDatabase = path.filter(({ id }) => id.endsWith('/postgres:postgres'))
  const toLedger = path.filter((verdict) => !toDatabase.includes(verdict))
  assert.deepEqual(
    toDatabase.map(({ verdict }) => verdict),
    ['kept'],
  )
  assert.equal(toLedger.length, 5 + 4)
  assert.deepEqual(causesOf(toLedger), ['namespace-label/gx-protocol-cluster/name=fabric'])
})

test('and without the rule for the ledger it is broken by more than labels', () => {
  const unruled = manifests('written', 'NetworkPolicy', 'allow-fabric-egress', (manifest) => ({
    ...manifest,
    spec: {
      ...held(manifest.spec),
      egress: listed(held(manifest.spec).egress).map((rule) => ({ ...rule, ports: [{ port: 7054 }] })),
    },
  }))
  const path = [...asked(unruled(asWritten), ['reaches']).values()].filter(({ id }) =>
    id.startsWith('reaches/mainnet/outbox-submitter/peer'),
  )
  assert.notDeepEqual(causesOf(path), ['namespace-label/gx-protocol-cluster/name=fabric'])
})

test('sound: a restore of 10 to 30 minutes in a recovery of 30 to 60: only what is lost is more', () => {
  const verdict = judgedWith().verdicts.get('recovers/mainnet/corruption/postgres')
  assert.deepEqual(
    verdict?.because.map(({ rule, truth }) => `${rule} ${truth}`),
    ['data false', 'time true', 'steps true', 'copying true'],
  )
  assert.ok(textOf(verdict?.because[1]).includes('takes 10m to 30m, within 60m'))
})

test('and within 20 minutes it is too long', () => {
  const sooner = promises('recovers', (options) => ({ ...options, within: '20m' }))
  const verdict = asked(sooner(asWritten), ['recovers']).get('recovers/mainnet/corruption/postgres')
  assert.equal(verdict?.because.find(({ rule }) => rule === 'time')?.truth, false)
})

function textOf(reason: Verdict['because'][number] | undefined): string {
  return [reason?.says.line, ...(reason?.says.rows ?? []).map(([label, text]) => `${label}: ${text}`)].join('\n')
}

function causesOf(verdicts: readonly Verdict[]): readonly (string | undefined)[] {
  const failing = verdicts.flatMap(({ because }) => because).filter(({ truth }) => truth === false)
  return [...new Set(failing.map(({ cause }) => cause))].sort()
}
