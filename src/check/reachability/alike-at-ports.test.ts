import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alikeAtPorts } from './alike-at-ports.ts'

const open = (at: string, from = 'web', rule = 'open') => ({ rule, truth: false, because: { from, at } })

const rows: [name: string, parts: ReturnType<typeof open>[], ats: string[]][] = [
  ['one port', [open('TCP 80')], ['TCP 80']],
  ['the same ones at three', [open('TCP 80'), open('TCP 443'), open('UDP 53')], ['TCP 80, 443, UDP 53']],
  ['others at another', [open('TCP 80'), open('TCP 443', 'jobs')], ['TCP 80', 'TCP 443']],
  [
    'what is kept out is told port by port',
    [open('TCP 80', 'web', 'others'), open('TCP 443', 'web', 'others')],
    ['TCP 80', 'TCP 443'],
  ],
]

for (const [name, parts, ats] of rows)
  test(`ports alike: ${name}`, () => {
    assert.deepEqual(
      alikeAtPorts(parts).map(({ because }) => because.at),
      ats,
    )
  })
