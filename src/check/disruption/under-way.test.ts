import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { finishes } from './finishes.ts'
import { sayMember, sayUnderWay } from './under-way.ts'

const fixture = join(import.meta.dirname, '../../../tests/cli/fixtures/rollouts/prod.yaml')
const shown = (text: string) => manifestWorld(text.replace(/^[\s\S]*?\n---\n/, ''))
const seen = readFileSync(fixture, 'utf8')
const said = new Map(verdictsOf(finishes, shown(seen)).map((verdict) => [verdict.id.split('/').at(-1), verdict]))

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
  ['queue', 'kept', 'under way: its controller makes queue-1'],
  ['disk', 'kept', 'under way: its controller takes away disk-1, which is one too many'],
  ['cache', 'kept', 'under way: its controller replaces cache-1'],
  ['index', 'kept', 'under way: its controller takes away index-0, which has ended'],
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
    verdictsOf(finishes, shown(text)).some(
      ({ id, because }) =>
        id.endsWith(`/${name}`) && because.some(({ rule }) => rule === 'underWay' || rule === 'member'),
    )
  assert.deepEqual(
    calm.map((text, at) => underWay(text, ['search', 'cart', 'db'][at] ?? '')),
    [false, false, false],
  )
})

test('under way: words for what a picture cannot show', () => {
  const waits = (why: 'missing' | 'ended' | 'not long enough ready') =>
    sayMember({ name: 'db', steps: [], waits: { ordinal: 1, why }, isOld: false })
  assert.equal(waits('missing'), 'under way: its controller waits for db-1, which is to be made')
  assert.equal(waits('ended'), 'under way: its controller waits for db-1, which has ended')
  assert.match(waits('not long enough ready'), /db-1, which has not been ready for long enough$/)
})

test('under way: one pod is one pod', () => {
  const { rows: told } = sayUnderWay({ sets: [{ name: 'a', is: 'new', pods: 1, available: 0 }], end: 'complete' })
  assert.deepEqual(told, [['a', 'new: 1 pod, 0 available']])
})
