import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { finishes } from './finishes.ts'
import { sayUnderWay } from './under-way.ts'

const fixture = join(import.meta.dirname, '../../../tests/cli/fixtures/rollouts/prod.yaml')
const seen = readFileSync(fixture, 'utf8')
const said = new Map(
  verdictsOf(finishes, manifestWorld(seen)).map((verdict) => [verdict.id.split('/').at(-1), verdict]),
)

const rows: [name: string, verdict: string, says: string][] = [
  ['cart', 'kept', 'under way: the controller waits for new pods that are not ready'],
  ['orders', 'kept', 'under way: it goes on as pods become available'],
  ['till', 'kept', 'under way: it is paused, and goes on when somebody resumes it'],
  [
    'search',
    'broken',
    'under way: a ReplicaSet notes another number of replicas than the Deployment has; its controller takes that for a scaling that never ends, and rolls nothing out',
  ],
  [
    'db',
    'unknown',
    'under way: its controller waits for db-1, which is not ready and of another template than the one that is rolled out: it is not replaced before it is ready',
  ],
  ['log', 'kept', 'under way: its controller waits for log-1, which is on its way out'],
  ['queue', 'kept', 'under way: its controller makes queue-1, and goes on when queue-1 is ready'],
  ['disk', 'kept', 'under way: its controller takes away disk-1, which is one too many'],
  ['cache', 'kept', 'under way: its controller replaces cache-1'],
  ['index', 'kept', 'under way: its controller takes away index-0, which has ended, and goes on when index-0 is ready'],
  ['audit', 'kept', 'under way: its controller waits for audit-0, which has ended and is on its way out'],
  [
    'stock',
    'kept',
    'under way: its controller waits for stock-1, which has not been ready for long enough (minReadySeconds)',
  ],
]
for (const [name, verdict, says] of rows) {
  test(`under way: ${name}`, () => {
    const found = said.get(name)
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(says), found && linesOf(found).join('\n'))
  })
}

test('under way: nothing is said where all is as it should be, or where nobody shows how it is', () => {
  const calm = [
    seen.replaceAll('search-1\n', 'search-2\n').replaceAll('search:1', 'search:2'),
    seen.replaceAll(/^status:.*$/gm, ''),
    seen.replaceAll('controller-revision-hash: ', 'revision: '),
  ]
  const underWay = (text: string, name: string) =>
    verdictsOf(finishes, manifestWorld(text)).some(
      ({ id, because }) =>
        id.endsWith(`/${name}`) && because.some(({ rule }) => rule === 'underWay' || rule === 'member'),
    )
  assert.deepEqual(
    calm.map((text, at) => underWay(text, ['search', 'cart', 'db'][at] ?? '')),
    [false, false, false],
  )
})

test('under way: one pod is one pod', () => {
  const { rows: told } = sayUnderWay({ sets: [{ name: 'a', is: 'new', pods: 1, available: 0 }], end: 'complete' })
  assert.deepEqual(told, [['a', 'new: 1 pod, 0 available']])
})
