import assert from 'node:assert/strict'
import { test } from 'node:test'
import { external } from '../../platform/component/external.ts'
import { service } from '../../platform/component/service.ts'
import type { Component } from '../../platform/component.ts'
import { planned as plannedOf } from '../../platform/language/doubt.ts'
import { environment } from '../../platform/language/environment.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { planned } from './planned.ts'

const fraud = service('fraud', { listens: 8080 })
const bank = external('bank')

const rows: [name: string, calls: readonly Component[], more: readonly Component[], verdict: Word, line: string][] = [
  ['it calls nothing', [], [], 'kept', 'it calls nothing'],
  ['what nobody runs', [fraud], [], 'broken', '1 of its 1 calls leads to what runs nowhere and is planned nowhere'],
  ['what is planned too', [fraud], [fraud], 'kept', 'what it calls runs, or is planned'],
  ['what is outside', [bank], [], 'kept', 'what it calls runs, or is planned'],
]

for (const [name, calls, more, verdict, line] of rows) {
  test(`planned: ${name}`, () => {
    const world = sampleWorld({
      environments: ({ harbour }) => {
        const runs = [service('till', { calls })]
        const next = environment('next', { on: harbour, namespace: 'next', runs })
        const later = environment('later', { on: harbour, namespace: 'later', runs: more })
        return [plannedOf(next), plannedOf(later)] as never
      },
    })
    const found = verdictsOf(planned, world).find(({ id }) => id === 'planned/next/calls')
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
  })
}

test('planned: what runs live is found, and nothing is planned', () => {
  assert.deepEqual(verdictsOf(planned, sampleWorld()), [])
  const world = sampleWorld({
    environments: ({ harbour, orders }) =>
      [
        plannedOf(
          environment('next', { on: harbour, namespace: 'next', runs: [service('till', { calls: [orders] })] }),
        ),
      ] as never,
  })
  const found = verdictsOf(planned, world).find(({ id }) => id === 'planned/next/calls')
  assert.equal(found?.verdict, 'kept')
})
