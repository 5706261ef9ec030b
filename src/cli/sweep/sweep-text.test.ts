import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ref } from '../../kubernetes/types.ts'
import type { SweptRow } from './sweep-task.ts'
import { sweepText } from './sweep-text.ts'

const row = (failure: string, left: Partial<SweptRow> = {}): SweptRow => ({
  failure,
  state: failure.startsWith('node/') ? 'silent' : 'removed',
  lost: [],
  cannot: [],
  may: [],
  preempted: [],
  waiting: [],
  assumes: [],
  promises: [],
  ...left,
})
const refs = (...names: string[]) => names.map((name) => `StatefulSet/shop/${name}` as Ref)
const many = refs(...Array.from({ length: 13 }, (_, at) => `s${at + 10}`))
const moves = (name: string) => ({ id: `volumes-move/prod/${name}`, says: `volumes of ${name} move` })

interface Case {
  readonly rows: readonly SweptRow[]
  readonly isObserved?: boolean
  readonly show?: number
  /** Lines after the two that say what is shown. */
  readonly says: readonly string[]
}

const cases: { readonly [name: string]: Case } = {
  'nothing hurts': {
    rows: [row('node/n1'), row('pod/shop/web'), row('zone/a')],
    says: [
      '',
      'certainly leave nothing without a place: 1 node, 1 pod',
      'everything can be placed anew, if moved, without any one of 1 zone',
    ],
  },
  'what hurts most first, and failures that leave the same together': {
    rows: [
      row('node/n1', { may: refs('web') }),
      row('node/n2', { cannot: refs('web') }),
      row('node/n3', { may: refs('web') }),
    ],
    says: [
      '',
      'node n2 falls silent',
      '    no place  shop/web',
      '',
      'node n1, n3 (each alone) falls silent',
      '    perhaps no place  shop/web',
    ],
  },
  'a bare pod, where nobody says on which node': {
    rows: [row('node/n1', { lost: refs('box') })],
    says: ['', 'node n1 falls silent', '    lost for good, if there  shop/box'],
  },
  'a bare pod that was seen': {
    rows: [row('node/n1', { lost: refs('box') })],
    isObserved: true,
    says: ['', 'node n1 falls silent', '    lost for good  shop/box'],
  },
  'a long list is said once': {
    rows: [row('node/n1', { cannot: refs('web'), waiting: many }), row('node/n2', { waiting: many })],
    says: [
      '',
      'node n1 falls silent',
      '    no place           shop/web',
      `    away until fenced  13: ${Array.from({ length: 12 }, (_, at) => `shop/s${at + 10}`).join(', ')} and 1 more`,
      '',
      'node n2 falls silent',
      '    away until fenced  the same 13',
    ],
  },
  'beyond so many, the rest is counted': {
    rows: [row('node/n1', { cannot: refs('web') }), row('node/n2', { may: refs('web') })],
    show: 1,
    says: [
      '',
      'node n1 falls silent',
      '    no place  shop/web',
      '',
      '1 more failure hurts less: --show N, or --format json',
    ],
  },
  'what it rests on, each thing once': {
    rows: [row('node/n1', { assumes: [moves('disk')] }), row('node/n2', { assumes: [moves('disk')] })],
    says: [
      '',
      'certainly leave nothing without a place: 2 nodes',
      '',
      'all others have a place only if',
      '~ volumes of disk move',
    ],
  },
  'many of one family are said as one': {
    rows: [row('node/n1', { assumes: ['a', 'b', 'c', 'd'].map(moves) })],
    says: [
      '',
      'certainly leave nothing without a place: 1 node',
      '',
      'all others have a place only if',
      '~ volumes of a move; and 3 more like it',
    ],
  },
  'promises that a failure touches': {
    rows: [row('node/n1', { cannot: refs('web'), promises: ['survives/shop/web'] })],
    says: ['', 'node n1 falls silent', '    no place  shop/web', '    promised  survives/shop/web'],
  },
}

for (const [name, { rows, isObserved = false, show = 20, says }] of Object.entries(cases)) {
  test(`sweep, as text: ${name}`, () => {
    const text = sweepText([{ cluster: 'prod', nodes: 2, isObserved, rows }], { width: undefined, show })
    assert.deepEqual(text.trimEnd().split('\n').slice(2), says)
  })
}
