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
  short: [],
  may: [],
  unknown: [],
  proofs: [],
  witnesses: [],
  must: {},
  doubts: [],
  preempted: [],
  waiting: [],
  assumes: [],
  promises: [],
  callers: [],
  ...left,
})
const refs = (...names: string[]) => names.map((name) => `StatefulSet/shop/${name}` as Ref)
const mayLack = (...names: string[]) => ({
  unknown: refs(...names),
  doubts: refs(...names).map((workload) => ({ workload, doubt: 'room' as const })),
})
const calledBy = (name: string, ...by: string[]) => ({ of: refs(name)[0] as Ref, by: refs(...by) })
const many = refs(...Array.from({ length: 13 }, (_, at) => `s${at + 10}`))
const moves = (name: string) => ({ id: `volumes-move/prod/${name}`, says: `volumes of ${name} move` })

interface Case {
  readonly rows: readonly SweptRow[]
  readonly isObserved?: boolean
  readonly show?: number
  /** Lines after the three that say what is shown. */
  readonly says: readonly string[]
}

const cases: { readonly [name: string]: Case } = {
  'silent and removed leave the same': {
    rows: [row('node/n1', { cannot: refs('web') }), row('node/n1', { state: 'removed', cannot: refs('web') })],
    says: ['', 'node n1 falls silent or is removed', '    no place  shop/web'],
  },
  'silent and removed leave something else': {
    rows: [row('node/n1', { waiting: refs('db') }), row('node/n1', { state: 'removed', cannot: refs('db') })],
    says: [
      '',
      'node n1 is removed',
      '    no place  shop/db',
      '',
      'node n1 falls silent',
      '    away until fenced  shop/db',
    ],
  },
  'an order that leaves one without': {
    rows: [row('node/n1', { ...mayLack('web'), may: refs('web'), unknown: [] })],
    says: [
      '',
      'node n1 falls silent',
      '    no place in some order  shop/web: other pods may fill all nodes that are left',
    ],
  },
  'nothing hurts': {
    rows: [row('node/n1'), row('pod/shop/web'), row('zone/a')],
    says: [
      '',
      'the loss of one pod of 1 workload leaves nothing without a place',
      'the loss of 1 node leaves nothing without a place',
      'everything finds a place anew, if moved, without any one of 1 zone',
    ],
  },
  'what hurts most first, and failures that leave the same together': {
    rows: [row('node/n1', mayLack('web')), row('node/n2', { cannot: refs('web') }), row('node/n3', mayLack('web'))],
    says: [
      '',
      'node n2 falls silent',
      '    no place  shop/web',
      '',
      'node n1, n3 (each alone) falls silent',
      '    perhaps no place  shop/web: other pods may fill all nodes that are left',
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
    rows: [row('node/n1', { cannot: refs('web') }), row('node/n2', mayLack('web'))],
    show: 1,
    says: [
      '',
      'node n1 falls silent',
      '    no place  shop/web',
      '',
      '1 more failure hurts less: --show N, or --format json',
    ],
  },
  'how many of its pods, where some keep their place': {
    rows: [row('node/n1', { cannot: refs('web'), short: [{ workload: refs('web')[0] as Ref, pods: 1, of: 3 }] })],
    says: ['', 'node n1 falls silent', '    no place  1 of 3 pods of shop/web'],
  },
  'what most others call first, and who those are': {
    rows: [
      row('node/n1', {
        waiting: refs('cache', 'db'),
        callers: [calledBy('cache', 'cart'), calledBy('db', 'cart', 'web', 'cache')],
      }),
    ],
    says: [
      '',
      'node n1 falls silent',
      '    away until fenced  shop/db, shop/cache',
      '    these call them    shop/cart, shop/web',
    ],
  },
  'a zone that stores must leave first': {
    rows: [row('zone/a', { waiting: refs('db') })],
    says: [
      '',
      'zone a is removed',
      '    away until moved  shop/db',
      '',
      'everything finds a place anew, if moved, without any one of 1 zone',
    ],
  },
  'those that may have to go are counted': {
    rows: [row('node/n1', { ...mayLack('web'), preempted: refs('batch') })],
    says: [
      '',
      'node n1 falls silent',
      '    perhaps no place  shop/web: other pods may fill all nodes that are left',
      '    may be preempted  1 workload of lower priority, should those find no room otherwise',
    ],
  },
  'what it rests on, each thing once': {
    rows: [row('node/n1', { assumes: [moves('disk')] }), row('node/n2', { assumes: [moves('disk')] })],
    says: [
      '',
      'the loss of any one of 2 nodes leaves nothing without a place',
      '',
      'all others have a place only if',
      '~ volumes of disk move',
    ],
  },
  'many of one family are said as one': {
    rows: [row('node/n1', { assumes: ['a', 'b', 'c', 'd'].map(moves) })],
    says: [
      '',
      'the loss of 1 node leaves nothing without a place',
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
    assert.deepEqual(text.trimEnd().split('\n').slice(3), says)
  })
}
