import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NetworkPolicySpec } from '../../kubernetes/types.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, podClass, policyObject, sampleEstate } from './sample-estate.ts'
import { selecting } from './selected-by.ts'

const name = 'kubernetes.io/metadata.name'
const from = (...peers: object[]): NetworkPolicySpec => ({ ingress: [{ from: peers }] })
const shown = (label: string, value: string) => ({ matchLabels: { [label]: value } })

const rows: [
  name: string,
  spec: NetworkPolicySpec,
  found: [path: string, takes: number | undefined, instead?: string][],
][] = [
  ['selectors of everything are not asked', { podSelector: {}, ...from({ podSelector: {} }) }, []],
  ['pods of the namespace', { podSelector: shown('pod', 'a') }, [['podSelector', 1]]],
  ['pods that nobody runs', { podSelector: shown('app', 'a') }, [['podSelector', 0, 'pod']]],
  ['a namespace', from({ namespaceSelector: shown('ns', 'y') }), [['ingress.0.from.0.namespaceSelector', 1]]],
  [
    'a label that no namespace has',
    from({ namespaceSelector: shown('name', 'y') }),
    [['ingress.0.from.0.namespaceSelector', 0, name]],
  ],
  [
    'pods in a namespace',
    from({ namespaceSelector: shown('ns', 'y'), podSelector: shown('pod', 'd') }),
    [
      ['ingress.0.from.0.namespaceSelector', 1],
      ['ingress.0.from.0.podSelector', 0],
    ],
  ],
  [
    'one finding where the namespace is wrong already',
    from({ namespaceSelector: shown('name', 'q'), podSelector: shown('pod', 'd') }),
    [['ingress.0.from.0.namespaceSelector', 0]],
  ],
  [
    'a namespace with labels that nobody shows may be meant',
    from({ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'Exists' }] } }),
    [['ingress.0.from.0.namespaceSelector', undefined]],
  ],
]

for (const [decides, spec, found] of rows) {
  test(`selecting: ${decides}`, () => {
    const hidden = decides.includes('nobody shows') ? [podClass('w', 'a')] : []
    const r = reachability(sampleEstate([...gridNamespaces, policyObject('x', 'p', spec)]), [...gridPods, ...hidden])
    const told = selecting(r).map(({ path, takes, near }) => {
      const instead = near[0]?.instead?.key
      return [path.slice(1).join('.'), takes?.length, ...(instead ? [instead] : [])]
    })
    assert.deepEqual(told, found)
  })
}
