// What is said of recovery: what is refused in it, and the twin that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  badRelease,
  breach,
  businessFunction,
  cluster,
  corruption,
  dnsFailover,
  environment,
  hang,
  loss,
  PlatformProblems,
  planned,
  platform,
  postgres,
  procedure,
  promise,
  scenario,
  service,
  step,
} from '../../index.ts'
import type { PlatformOptions } from './platform.ts'

const ledger = postgres('ledger', {})
const shop = service('shop', { listens: 8080, calls: [ledger] })
const other = postgres('other', {})
const live = environment('live', {
  on: cluster('east', { kubernetes: '1.36', nodes: [] }),
  namespace: 'live',
  runs: [shop, ledger],
})
const spare = environment('spare', {
  on: cluster('west', { kubernetes: '1.36', nodes: [] }),
  namespace: 'spare',
  like: live,
})
const later = environment('later', { on: live.on, namespace: 'later' })
const names = dnsFailover('shop-name', { from: live, to: spare })
const away = procedure('away', { steps: [step('lead', { actor: 'controller', does: 'redirect', by: names })] })

const rows: [name: string, plans: Partial<PlatformOptions>, told: readonly string[]][] = [
  [
    'a region that is gone',
    { scenarios: [scenario('region', { of: loss.region, in: live, by: away, takes: '4h', fallback: away })] },
    [],
  ],
  ['one that nobody has written yet', { scenarios: [planned(scenario('break-in', { of: breach, in: live }))] }, []],
  [
    'one where nothing stands',
    { scenarios: [scenario('release', { of: badRelease, in: later })] },
    ["scenario release: in: found 'later', allowed: an environment of the platform that is not planned: live, spare"],
  ],
  [
    'two of one name',
    { scenarios: [scenario('rows', { of: corruption, in: live }), scenario('rows', { of: breach, in: live })] },
    ["scenario rows: name: found a second 'rows', allowed: a name of its own"],
  ],
  ['what people need', { functions: [businessFunction('paying', { in: live, needs: [shop], downAtMost: '1h' })] }, []],
  [
    'what does not run there',
    { functions: [businessFunction('paying', { in: live, needs: [other], downAtMost: '1h' })] },
    ["businessFunction paying: needs[0]: found 'other', allowed: a component that live runs: ledger, shop"],
  ],
  ['a name', { failovers: [names] }, []],
  [
    'a name that leads where it led',
    { failovers: [dnsFailover('nowhere', { from: live, to: live })] },
    ['dnsFailover nowhere: to: found live, where it leads already, allowed: another environment'],
  ],
  ['an environment comes back', { promises: [promise.recovers(live, { within: '1h', losing: '5m' })] }, []],
  [
    'its parts do',
    {
      promises: [
        promise.recovers(live, { part: 'data', within: '4h', losing: '15m', tested: 'week' }),
        promise.recovers(live, { part: 'application', within: '1h' }),
      ],
    },
    [],
  ],
  ['its names do', { promises: [promise.recovers(names, { within: '5m' })] }, []],
  [
    'names that keep rows',
    { promises: [promise.recovers(names, { losing: '5m' })] },
    ['promise.recovers: losing: found rows of shop-name, allowed: nothing: a name keeps no rows'],
  ],
  [
    'a part of a component',
    { promises: [promise.recovers(ledger, { in: live, part: 'data', losing: '5m' })] },
    ['promise.recovers: part: found a part of ledger, allowed: a part of an environment'],
  ],
  [
    'what hangs',
    { promises: [promise.recovers(ledger, { in: live, from: hang, within: '5m' })] },
    ['promise.recovers: from: found hang, allowed: a loss or corruption: what hangs loses nothing'],
  ],
  [
    'neither time nor loss',
    { promises: [promise.recovers(live, {})] },
    ['promise.recovers: within: found neither within nor losing, allowed: a time, a loss, or both'],
  ],
  [
    'the same twice',
    { promises: ['1h', '2h'].map((within) => promise.recovers(live, { within: within as '1h' })) },
    [
      "promise.recovers: name: found a second promise on recovers/live/any/environment/live, allowed: a name of its own, as name: 'at-night'",
    ],
  ],
]

for (const [name, plans, told] of rows) {
  test(`recovery: ${name}`, () => {
    const made = () => platform('shop', { environments: [live, spare], ...plans })
    if (told.length === 0) return assert.doesNotThrow(made)
    assert.throws(made, (error) => {
      assert.ok(error instanceof PlatformProblems)
      assert.deepEqual(
        error.message.split('\n').map((line) => line.replace(/^[\w.-]+:\d+ {2}/, '')),
        told,
      )
      return true
    })
  })
}
