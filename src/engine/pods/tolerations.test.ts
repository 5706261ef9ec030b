import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Toleration } from '../../kubernetes/types.ts'
import { staysSeconds } from './tolerations.ts'

const unreachable = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' } as const
const everything: Toleration = { operator: 'Exists' }
const so = (tolerationSeconds?: number): Toleration => ({ ...unreachable, operator: 'Exists', tolerationSeconds })
const never = Number.POSITIVE_INFINITY

const rows: [name: string, tolerations: readonly Toleration[], seconds: number][] = [
  ['none', [], 0],
  ['one of another taint', [{ key: 'node.kubernetes.io/not-ready', operator: 'Exists' }], 0],
  ['one of another effect', [{ ...so(300), effect: 'NoSchedule' }], 0],
  ['a time', [so(300)], 300],
  ['a time below 0', [so(-5)], 0],
  ['no time', [so()], never],
  ['everything', [everything], never],
  ['the first of two counts: for ever, then a time', [everything, so(30)], never],
  ['the first of two counts: a time, then for ever', [so(30), everything], 30],
  ['the first of two counts: the longer time', [so(300), so(30)], 300],
  ['one that does not match stands before', [{ key: 'dedicated', operator: 'Exists' }, so(30)], 30],
]
for (const [name, tolerations, seconds] of rows) {
  test(`stays on an unreachable node: ${name}`, () => assert.equal(staysSeconds(tolerations, unreachable), seconds))
}
