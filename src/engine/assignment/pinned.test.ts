import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { pinnedTo } from './pinned.ts'

const name = (...values: string[]) => ({ matchFields: [{ key: 'metadata.name', operator: 'In', values }] })
const disk = { matchExpressions: [{ key: 'disk', operator: 'Exists' }] }

function podWith(nodeSelectorTerms: readonly object[], spec: object = {}): Manifest {
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } }
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { affinity: { nodeAffinity }, ...spec } }
}

const rows: [name: string, terms: readonly object[], node: string | undefined, left: readonly object[] | undefined][] =
  [
    ['the name alone leaves no terms', [name('n1')], 'n1', undefined],
    ['what else a term asks for stays', [{ ...name('n1'), ...disk }], 'n1', [disk]],
    [
      'one term of the name alone takes the node whatever the others ask',
      [name('n1'), { ...name('n1'), ...disk }],
      'n1',
      undefined,
    ],
    ['two names are no pin', [name('n1'), name('n2')], undefined, undefined],
    ['a term without a name takes other nodes too', [name('n1'), disk], undefined, undefined],
    ['two values', [name('n1', 'n2')], undefined, undefined],
    ['no terms', [], undefined, undefined],
    ['what is no term', ['n1' as unknown as object], undefined, undefined],
  ]

for (const [title, terms, node, left] of rows) {
  test(`pinned: ${title}`, () => {
    const found = pinnedTo(podWith(terms))
    assert.equal(found?.node, node)
    if (!found) return
    const spec = found.pod.spec as { affinity: { nodeAffinity: { [kind: string]: { nodeSelectorTerms: unknown } } } }
    const required = spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution
    assert.deepEqual(required?.nodeSelectorTerms, left)
  })
}

test('a pod whose like is spread keeps its name: it decides which nodes count', () => {
  assert.equal(pinnedTo(podWith([name('n1')], { topologySpreadConstraints: [{}] })), undefined)
})
