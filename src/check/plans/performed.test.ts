import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delivery } from '../../platform/language/delivery.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import type { Step } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { performed } from './performed.ts'

const one = (actor: Step['actor'], does?: Step['does']) => step('first', { actor, ...(does && { does }) })

const rows: [name: string, step: Step, delivered: 'controller' | 'person' | undefined, Word, line: string][] = [
  ['Kubernetes schedules', one('kubernetes', 'schedule'), undefined, 'kept', 'first: Kubernetes finds nodes for pods'],
  ['what nobody says', one('kubernetes'), undefined, 'kept', 'first: Kubernetes does it'],
  [
    'Kubernetes leads callers elsewhere',
    one('kubernetes', 'redirect'),
    undefined,
    'broken',
    'first: nothing of Kubernetes leads callers elsewhere',
  ],
  [
    'a person goes back a release',
    one('person', 'rollback'),
    undefined,
    'kept',
    'first: a person goes back to the release before',
  ],
  ['Kubernetes decides', one('kubernetes', 'decide'), undefined, 'broken', 'first: nothing of Kubernetes decides'],
  [
    'Kubernetes fences',
    one('kubernetes', 'fence'),
    undefined,
    'broken',
    'first: nothing of Kubernetes takes a node out of service',
  ],
  [
    'a controller fences',
    one('controller', 'fence'),
    undefined,
    'assumed',
    'first: a controller that nobody shows takes a node out of service',
  ],
  ['a controller deploys', one('controller', 'deploy'), 'controller', 'kept', 'first: gitops deploys'],
  [
    'a controller deploys, and people do',
    one('controller', 'deploy'),
    'person',
    'assumed',
    'first: a controller that nobody shows deploys',
  ],
  ['a person decides', one('person', 'decide'), undefined, 'kept', 'first: a person decides'],
]

function optionsOf(of: Step, by: 'controller' | 'person' | undefined): ShopOptions {
  return {
    plans: ({ live }: Shop) => ({
      procedures: [procedure('recovery', { in: live, steps: [of] })],
      deliveries: by ? [delivery('gitops', { by, applies: [live] })] : [],
    }),
  }
}

for (const [name, of, by, verdict, line] of rows) {
  test(`performed: ${name}`, () => {
    const [found, ...others] = verdictsOf(performed, sampleWorld(optionsOf(of, by)))
    assert.deepEqual([found?.id, found?.verdict, others.length], ['performed/live/recovery', verdict, 0])
    assert.deepEqual(found && linesOf(found), [line])
    for (const { id } of found?.assumes ?? []) {
      const [denied] = verdictsOf(performed, sampleWorld(optionsOf(of, by), { denied: [id] }))
      assert.equal(denied?.verdict, 'broken')
      assert.match((denied && linesOf(denied)[0]) ?? '', /^first: no controller /)
    }
  })
}
