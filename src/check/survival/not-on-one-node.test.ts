import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { isNotOnOneNode } from './not-on-one-node.ts'

const topologyKey = 'kubernetes.io/hostname'
const own = { matchLabels: { app: 'checkout' } }
const others = { matchLabels: { app: 'ledger' } }
const required = (labelSelector?: object) => ({
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey, labelSelector }] } },
})
const preferred = (labelSelector: object) => ({
  affinity: {
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm: { topologyKey, labelSelector } }],
    },
  },
})
const spread = (labelSelector: object) => ({
  topologySpreadConstraints: [{ topologyKey, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector }],
})

const rows: [name: string, spec: object, isApart: boolean][] = [
  ['no rule', {}, false],
  ['apart from each other', required(own), true],
  ['apart from all', required({}), true],
  ['apart from others', required(others), false],
  ['apart from nobody', required(), false],
  ['rather apart from each other', preferred(own), true],
  ['rather apart from others', preferred(others), false],
  ['spread', spread(own), true],
  ['spread as others are', spread(others), false],
]

for (const [name, spec, isApart] of rows)
  test(`a node does not hold all of them: ${name}`, () => {
    const pods = { spec, labels: { app: 'checkout' } } as unknown as PodClass
    assert.equal(isNotOnOneNode(pods, 2, []), isApart)
  })
