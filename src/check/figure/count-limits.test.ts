import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { most, unsaid } from '../../platform/language/measure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Environment, Measure } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import { figure } from './figure.ts'

const range = (...limits: readonly object[]) =>
  written({ apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'bounds', namespace: 'shop' }, spec: { limits } })
const container = {
  type: 'Container',
  max: { cpu: '4', memory: '8Gi' },
  default: { cpu: '500m' },
  defaultRequest: { cpu: '250m' },
}
const pod = { type: 'Pod', max: { cpu: '6', memory: '12Gi' } }

type Row = [
  name: string,
  limits: readonly object[],
  measure: (live: Environment) => Measure,
  is: string | number,
  verdict: string,
  line: string,
]

const rows: Row[] = [
  ['a bound of pods', [container, pod], most.podCpu, 6, 'kept', '6 cores, as stated'],
  ['a bound of pods that is another', [container, pod], most.podMemory, '8Gi', 'broken', '12Gi, and 8Gi is stated'],
  [
    'a bound of containers is none of pods',
    [container],
    most.podCpu,
    4,
    'broken',
    '4 is stated; no LimitRange bounds a pod: 4 cores is the most of one container (type Container of LimitRange bounds), and a pod of two has up to 8 cores',
  ],
  ['no bound', [], most.podCpu, 4, 'broken', '4 is stated; no LimitRange bounds what a pod of live asks for'],
  ['what is requested where nothing is said', [container], unsaid.cpu, '250m', 'kept', '0.25 cores, as stated'],
  ['what is not', [container], unsaid.cpu, '500m', 'broken', '0.25 cores, and 500m is stated'],
  ['the most of a container where there is no default', [container], unsaid.memory, '8Gi', 'kept', '8Gi, as stated'],
]

for (const [name, limits, measure, is, verdict, line] of rows) {
  test(`figure: ${name}`, () => {
    const world = sampleWorld({
      live: { includes: limits.length > 0 ? [range(...limits)] : [] },
      promises: ({ live }) => [promise.figure(measure(live), { is })],
    })
    const [found] = verdictsOf(figure, world)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(linesOf(found), [line])
  })
}
