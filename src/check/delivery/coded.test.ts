import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadBalancer } from '../../platform/component/load-balancer.ts'
import { infrastructure } from '../../platform/language/infrastructure.ts'
import type { Infrastructure } from '../../platform/model.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { coded } from './coded.ts'
import { askedOf, type Places } from './sample-plans.ts'

const balancer = loadBalancer('balancer', { calls: [] })
const kept = { remote: true, locked: true }
const all = ({ live, trial, last, standby }: Places) => [live, trial, last, standby]

const rows: [
  name: string,
  code: (places: Places) => Partial<Infrastructure>,
  verdict: Word | undefined,
  line: string,
][] = [
  ['nothing is said', () => ({}), undefined, ''],
  [
    'a folder for each',
    (places) => ({ environments: all(places) }),
    'kept',
    'last, live, standby, trial: each has a folder of its own',
  ],
  [
    'one without a folder',
    ({ live, trial, last }) => ({ environments: [live, trial, last] }),
    'broken',
    'standby has no folder beside last, live, trial: built by hand, or not at all',
  ],
  [
    'a module for each',
    ({ harbour }) => ({ modules: { cluster: [harbour], edge: [balancer] }, state: kept }),
    'kept',
    '2 modules make whatever stands outside the clusters, and the clusters',
  ],
  [
    'one without a module',
    ({ harbour }) => ({ modules: { cluster: [harbour] }, state: kept }),
    'broken',
    'no module makes 1 of what is declared',
  ],
  [
    'policies are asked first',
    () => ({ by: 'ansible', runbooks: true, guarded: true }),
    'kept',
    'policies are asked before infra changes anything: what breaks one is refused',
  ],
  [
    'no policy is asked',
    () => ({ by: 'ansible', runbooks: true, guarded: false }),
    'broken',
    'no policy is asked before infra changes something: what opens a door is seen once it is open',
  ],
  [
    'a state that nobody locks',
    ({ harbour }) => ({ modules: { cluster: [harbour], edge: [balancer] }, state: { ...kept, locked: false } }),
    'broken',
    'two runs of terraform may change one state at once',
  ],
  [
    'a state on one machine',
    ({ harbour }) => ({ modules: { cluster: [harbour], edge: [balancer] }, state: { remote: false } }),
    'broken',
    'the state of terraform lies on the machine of whoever ran it last',
  ],
  [
    'a state of which nobody speaks',
    ({ harbour }) => ({ modules: { cluster: [harbour], edge: [balancer] } }),
    'unknown',
    'nobody says where the state of terraform lies, and whether it is locked',
  ],
  [
    'procedures by what has no steps',
    () => ({ runbooks: true }),
    'broken',
    'terraform brings about what is declared, in an order of its own: it cannot wait, ask or decide between two steps of a procedure',
  ],
  [
    'procedures by what takes steps',
    () => ({ by: 'ansible', runbooks: true }),
    'kept',
    'ansible takes steps one after the other',
  ],
]

for (const [name, code, verdict, line] of rows) {
  test(`coded: ${name}`, () => {
    const plans = (places: Places) => ({
      infrastructure: [infrastructure('infra', { by: 'terraform', ...code(places) })],
    })
    const [found] = askedOf(coded, plans, { more: () => [balancer] })
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    if (verdict !== undefined) assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
