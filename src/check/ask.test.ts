import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loss } from '../platform/language/failure.ts'
import { promise } from '../platform/language/promise.ts'
import { askPromises, askQuestion } from './ask.ts'
import { definePromise, defineQuestion, part } from './define.ts'
import { sampleWorld, says } from './sample.ts'

const source = {
  at: { file: 'shop.ts', line: 3, column: 1 },
  lineOf: (path: readonly (string | number)[]) =>
    path[0] === 'replicas' ? { file: 'shop.ts', line: 7, column: 5 } : undefined,
}

const counted = (truth: boolean | undefined) =>
  defineQuestion<{ pods: { count: number; on: ReadonlySet<string> } }>({
    id: 'counted',
    asks: 'Is anything counted?',
    *judge() {
      yield {
        id: ['live', 'orders'],
        environment: 'live',
        says: 'orders is counted',
        source,
        parts: [
          part(
            'pods',
            truth,
            { count: 2, on: new Set(['n1']) },
            { at: { source, path: ['replicas'] }, hint: 'count', cause: 'uncounted/orders' },
          ),
        ],
      }
    },
    says: { pods: ({ count }) => ({ line: `${count} pods`, rows: [['orders', `${count}`]] }) },
  })

test('question: a finding becomes a verdict with its words, its data plain', () => {
  const [found] = askQuestion(counted(false), sampleWorld())
  assert.deepEqual(found, {
    id: 'counted/live/orders',
    kind: 'question',
    asks: 'counted',
    subject: 'orders',
    cluster: undefined,
    environment: 'live',
    verdict: 'broken',
    says: 'orders is counted',
    because: [
      {
        rule: 'pods',
        truth: false,
        because: { count: 2, on: ['n1'] },
        says: { line: '2 pods', rows: [['orders', '2']] },
        assumes: [],
        cause: 'uncounted/orders',
        hint: 'count',
        at: { file: 'shop.ts', line: 7, column: 5 },
        stated: [],
      },
    ],
    assumes: [],
    after: [],
    cause: 'uncounted/orders',
    at: source.at,
    stated: undefined,
  })
})

test('question: what holds has a derivation, and neither cause nor hint', () => {
  const [found] = askQuestion(counted(true), sampleWorld())
  assert.equal(found?.verdict, 'kept')
  assert.equal(found?.because[0]?.says.line, '2 pods')
  assert.equal(found?.because[0]?.cause, undefined)
  assert.equal(found?.because[0]?.hint, undefined)
})

test('question: a part without words is our fault, and named', () => {
  const mute = { ...counted(true), says: {} }
  assert.throws(() => [...askQuestion(mute, sampleWorld())], /counted\/live\/orders: no words for the part pods/)
})

const survives = definePromise<{ left: object }>()({
  kind: 'survives',
  asks: 'Is it?',
  *judge({ keeps, in: environment }) {
    for (const component of keeps)
      yield {
        id: [environment?.name ?? '', 'loss-of-a-node', component.name],
        says: 'it is',
        parts: [part('left', true, {})],
      }
  },
  says: { left: () => 'it is' },
})

test('promise: its verdicts stand where it is declared and stated, by its name where it has one', () => {
  const world = sampleWorld({
    promises: ({ live, orders, checkout }) => [
      promise.survives(loss.node, {
        in: live,
        keeps: [orders],
        within: '5m',
        losing: 'nothing',
        stated: says('7', 12),
      }),
      promise.survives(loss.node, { keeps: [orders, checkout], within: '1m', losing: '6h', name: 'by-night' }),
      promise.fits({ in: live }),
    ],
  })
  const found = [...askPromises(survives, world)]
  assert.deepEqual(
    found.map(({ id, kind, stated }) => [id, kind, stated?.lines]),
    [
      ['survives/live/loss-of-a-node/orders', 'promise', [12]],
      ['survives/live/by-night/orders', 'promise', undefined],
      ['survives/live/by-night/checkout', 'promise', undefined],
    ],
  )
  for (const { at } of found) assert.match(at?.file ?? '', /ask\.test\.ts$/)
})

test('briefly: what holds says neither reasons, its place nor its objects, and rests on the same; what fails says all', () => {
  const asked = (truth: boolean | undefined) => {
    const [whole] = askQuestion(counted(truth), sampleWorld())
    const [brief] = askQuestion(counted(truth), { ...sampleWorld(), briefly: true })
    assert.ok(whole && brief)
    return [whole, brief] as const
  }
  const [whole, brief] = asked(true)
  const { at: _at, stated: _stated, about: _about, cause: _cause, ...rest } = whole
  assert.deepEqual(brief, { ...rest, because: [] })
  for (const truth of [false, undefined]) {
    const [whole, brief] = asked(truth)
    assert.deepEqual(brief, whole)
  }
})
