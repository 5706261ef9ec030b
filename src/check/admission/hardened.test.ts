import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SecurityOptions } from '../../platform/component.ts'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { hardened } from './hardened.ts'

const all = { nonRoot: true, readOnlyRoot: true, drop: ['ALL'], seccomp: 'RuntimeDefault' } as const

/** The three components of the shop, each with this. */
function secured(security: SecurityOptions): ShopOptions {
  return { checkout: { security }, orders: { security }, ledgerDb: { security } }
}

type Asked = Parameters<typeof promise.hardened>[0]

const rows: [name: string, asked: Asked, shop: ShopOptions, verdict: string, line: string][] = [
  [
    'none as root',
    { nonRoot: true },
    secured(all),
    'kept',
    'each of the 3 containers of live is told not to run as root',
  ],
  [
    'one that says nothing of root',
    { nonRoot: true },
    { ...secured(all), checkout: {} },
    'broken',
    '1 of the 3 containers of live may run as root',
  ],
  [
    'read-only roots',
    { readOnlyRoot: true },
    secured(all),
    'kept',
    'each of the 3 containers of live cannot write to its root filesystem',
  ],
  [
    'one that writes where it likes',
    { readOnlyRoot: true },
    { ...secured(all), checkout: { security: { ...all, readOnlyRoot: false } } },
    'broken',
    '1 of the 3 containers of live may write to its root filesystem',
  ],
  [
    'all capabilities are more than two',
    { drops: ['CAP_NET_RAW', 'SYS_ADMIN'] },
    secured(all),
    'kept',
    'each of the 3 containers of live is without NET_RAW, SYS_ADMIN',
  ],
  [
    'two capabilities are not all',
    { drops: ['ALL'] },
    secured({ ...all, drop: ['NET_RAW', 'SYS_ADMIN'] }),
    'broken',
    '3 of the 3 containers of live may have ALL',
  ],
  [
    'the default profile',
    { seccomp: 'RuntimeDefault' },
    secured(all),
    'kept',
    'each of the 3 containers of live runs under seccomp profile RuntimeDefault',
  ],
  [
    'no profile',
    { seccomp: 'RuntimeDefault' },
    secured({ ...all, seccomp: 'Unconfined' }),
    'broken',
    '3 of the 3 containers of live may run under another seccomp profile than RuntimeDefault',
  ],
  [
    'a profile that nobody says',
    { seccomp: 'RuntimeDefault' },
    secured({}),
    'unknown',
    '3 of the 3 containers of live may run under another seccomp profile than RuntimeDefault',
  ],
]

for (const [name, asked, shop, verdict, line] of rows)
  test(`hardened: ${name}`, () => {
    const world = sampleWorld({ ...shop, promises: ({ live }) => [promise.hardened({ in: live, ...asked })] })
    const [found] = verdictsOf(hardened, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })

const pod = (securityContext: object) =>
  written({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'tool', namespace: 'shop' },
    spec: { containers: [{ name: 'tool', image: 'example/tool:1', securityContext }] },
  })

const adopted: [name: string, securityContext: object, verdict: string, row: string | undefined][] = [
  ['drops all', { capabilities: { drop: ['ALL'] } }, 'kept', undefined],
  ['drops all and adds one', { capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }, 'broken', 'adds NET_RAW'],
  ['drops all, and is privileged', { privileged: true, capabilities: { drop: ['ALL'] } }, 'broken', 'privileged'],
  ['drops nothing that is a list', { capabilities: { drop: 'ALL' } }, 'broken', 'does not drop ALL'],
]

for (const [name, securityContext, verdict, row] of adopted)
  test(`hardened, of a pod as it is written: ${name}`, () => {
    const world = sampleWorld({
      ...secured(all),
      live: { includes: [pod(securityContext)] },
      promises: ({ live }) => [promise.hardened({ in: live, drops: ['ALL'] })],
    })
    const [found] = verdictsOf(hardened, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(JSON.stringify(found?.because).includes(`"tool","${row}"`), row !== undefined)
  })

test('hardened: where nothing runs nothing shows it', () => {
  const world = sampleWorld({
    live: { runs: [] },
    promises: ({ live }) => [promise.hardened({ in: live, nonRoot: true })],
  })
  assert.equal(verdictsOf(hardened, world)[0]?.verdict, 'unknown')
})

test('hardened: of nothing in particular nobody knows', () => {
  const world = sampleWorld({ promises: ({ live }) => [promise.hardened({ in: live })] })
  const [found] = verdictsOf(hardened, world)
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(found && linesOf(found), ['nobody says what the containers of live are kept from'])
})
