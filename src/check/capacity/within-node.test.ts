import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, machine, sampleWorld, verdictsOf } from '../sample.ts'
import { withinNode } from './within-node.ts'

const small = [machine('n1', 'east'), machine('n2', 'west', { cpu: 8, labels: { tier: 'large' } })]
const onSmall = { apart: [], require: [{ label: 'zone', in: ['none'] }] }
const memory = '1Gi'

const rows: [says: string, checkout: ServiceOptions, verdict: string, line: string][] = [
  [
    'less than a node',
    { limits: { cpu: 8, memory } },
    'kept',
    'checkout may take 8 cores; n2, the largest that takes it, has 8 cores',
  ],
  [
    'more than a node',
    { limits: { cpu: '8500m', memory } },
    'broken',
    'checkout may take 8.5 cores, and n2, the largest that takes it, has 8 cores',
  ],
  [
    'more memory than a node',
    { limits: { cpu: 1, memory: '17Gi' } },
    'broken',
    'checkout may take 17Gi of memory, and n1, the largest that takes it, has 16Gi',
  ],
  ['no limit', {}, 'unknown', 'nobody says what limits the cpu of checkout'],
  [
    'no node that takes it',
    { limits: { cpu: 1, memory }, place: onSmall },
    'unknown',
    'checkout may take 1 core, and nobody says how large a node is that takes it',
  ],
]

for (const [says, checkout, verdict, line] of rows) {
  test(`withinNode: ${says}`, () => {
    const world = sampleWorld({ checkout, nodes: small, promises: ({ live }) => [promise.withinNode({ in: live })] })
    const found = verdictsOf(withinNode, world).find(({ id }) => id === 'withinNode/live/checkout')
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
}
