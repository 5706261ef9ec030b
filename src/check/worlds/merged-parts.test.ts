import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reason } from '../sample-verdict.ts'
import type { Reason } from '../verdict.ts'
import { mergedParts } from './merged-parts.ts'
import { worldSpace } from './where.ts'

const space = worldSpace([['mesh=istio'], ['mesh=linkerd']])
const says = (line: string, cause: string | undefined, truth: Reason['truth'] = false) =>
  reason(cause, { truth, says: { line } })
const hash = says('a proxy picks by a hash', 'hash')
const envoy = says('its proxies are envoy', undefined, true)
const other = says('its proxies are others, and not envoy', 'proxies')

const open = (line: string) => reason(undefined, { truth: undefined, says: { line }, hint: 'limits' })

const rows: [name: string, istio: readonly Reason[], linkerd: readonly Reason[], lines: readonly string[]][] = [
  ['what is so in both', [hash], [says('a proxy picks by a hash', 'hash')], ['a proxy picks by a hash']],
  ['what is so in one', [hash, envoy], [hash], ['a proxy picks by a hash', 'where mesh=istio: its proxies are envoy']],
  [
    'what breaks it elsewhere is not lost',
    [hash, envoy],
    [hash, other],
    [
      'a proxy picks by a hash',
      'where mesh=istio: its proxies are envoy',
      'where mesh=linkerd: its proxies are others, and not envoy',
    ],
  ],
  ['what holds elsewhere says no more', [hash], [hash, envoy], ['a proxy picks by a hash']],
  [
    'one text of two roots is said once',
    [hash],
    [says('a proxy picks by a hash', 'hash of linkerd')],
    ['a proxy picks by a hash'],
  ],
  [
    'what is open and waits for the same is said once',
    [open('nobody says the limits of 2')],
    [open('nobody says the limits of 3')],
    ['for example where mesh=istio: nobody says the limits of 2'],
  ],
  [
    'one root in other words is said once',
    [says('3 of 4', 'room')],
    [says('3 of 5', 'room')],
    ['for example where mesh=istio: 3 of 4'],
  ],
]

for (const [name, istio, linkerd, lines] of rows)
  test(`merged parts: ${name}`, () => {
    const answers = [istio, linkerd].map((because, at) => ({ at, because }))
    assert.deepEqual(
      mergedParts(answers, space).map((part) => part.says.line),
      lines,
    )
  })
