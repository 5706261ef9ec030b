import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Assumption } from '../../engine/assumption.ts'
import { verdict } from '../sample-verdict.ts'
import type { Verdict, Word } from '../verdict.ts'
import { mergeWorlds, unknownInAll } from './merge.ts'

const id = 'drains/live/orders'

type Answer = Word | 'not asked'

const rows: [name: string, loki: Answer, elastic: Answer, verdict: Word, world: string | undefined][] = [
  ['kept in all is kept', 'kept', 'kept', 'kept', undefined],
  ['broken in all is broken', 'broken', 'broken', 'broken', undefined],
  ['broken in one is open, and the world is named', 'kept', 'broken', 'unknown', 'logs=elastic'],
  ['unknown in one is unknown', 'unknown', 'kept', 'unknown', 'logs=loki'],
  ['assumed in one is assumed', 'kept', 'assumed', 'assumed', 'logs=elastic'],
  ['asked in one only, it is what it is there', 'kept', 'not asked', 'kept', 'logs=loki'],
  ['broken where it is asked, it is open', 'not asked', 'broken', 'unknown', 'logs=elastic'],
]

for (const [name, loki, elastic, word, world] of rows) {
  test(`worlds: ${name}`, () => {
    const worlds = [
      { world: 'logs=loki', picks: ['logs=loki'], verdicts: asked(loki) },
      { world: 'logs=elastic', picks: ['logs=elastic'], verdicts: asked(elastic) },
    ]
    for (const order of [worlds, worlds.toReversed()]) {
      const [merged, ...more] = mergeWorlds(order)
      assert.deepEqual(more, [])
      assert.equal(merged?.verdict, word)
      assert.equal(merged?.world, world)
    }
  })
}

function asked(answer: Answer): readonly Verdict[] {
  return answer === 'not asked' ? [] : [verdict(id, answer)]
}

const assumption = (name: string): Assumption => ({ id: name, says: name, kind: 'estimate' })

test('worlds: a title of one choice alone says so', () => {
  const worlds = ['istio', 'linkerd'].map((mesh) => ({
    world: `mesh=${mesh}`,
    picks: [`mesh=${mesh}`],
    verdicts: [verdict(id, 'broken', { says: `${mesh} can do what it is told` })],
  }))
  assert.equal(mergeWorlds(worlds)[0]?.says, 'for example where mesh=istio: istio can do what it is told')
})

test('worlds: it rests on what any world rests on', () => {
  const worlds = ['a', 'b'].map((name) => ({
    world: `logs=${name}`,
    picks: [`logs=${name}`],
    verdicts: [verdict(id, 'assumed', { assumes: [assumption(name)] })],
  }))
  const [merged] = mergeWorlds(worlds)
  assert.equal(merged?.verdict, 'assumed')
  assert.deepEqual(
    merged?.assumes.map((one) => one.id),
    ['a', 'b'],
  )
})

test('worlds: a single world is its own answer', () => {
  const verdicts = [verdict(id, 'broken')]
  assert.equal(mergeWorlds([{ world: '', picks: [], verdicts }]), verdicts)
})

test('worlds: more than can be judged leave everything unknown, and say why', () => {
  const why = 'open choices make 2048 worlds, more than 1024 are not judged: logs (2048)'
  const [unknown] = unknownInAll([verdict(id, 'broken')], why)
  assert.equal(unknown?.verdict, 'unknown')
  assert.deepEqual(
    unknown?.because.map(({ says }) => says.line),
    [why],
  )
})
