import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Arguments, argumentsOf } from './arguments.ts'
import { Refusal, refusalText } from './refusal.ts'

const understood: [line: string, found: Partial<Arguments>][] = [
  ['', { verb: undefined, rest: [], help: false, format: 'text' }],
  ['check shop.ts', { verb: 'check', rest: ['shop.ts'] }],
  ['check shop.ts --format json', { verb: 'check', rest: ['shop.ts'], format: 'json' }],
  ['check --format=json shop.ts', { verb: 'check', rest: ['shop.ts'], format: 'json' }],
  ['check shop.ts --at 2027-01-31', { at: '2027-01-31' }],
  ['check shop.ts --at 2028-02-29', { at: '2028-02-29' }],
  ['check shop.ts --show 3 --width 80', { show: 3, width: 80 }],
  ['check k8s --kubernetes 1.34', { kubernetes: '1.34' }],
  ['explain shop.ts drains/live/orders', { verb: 'explain', rest: ['shop.ts', 'drains/live/orders'] }],
  ['explain -h', { verb: 'explain', help: true }],
  ['--version', { version: true }],
  ['check -- --odd', { verb: 'check', rest: ['--odd'] }],
]

for (const [line, found] of understood) {
  test(`arguments: seaworthy ${line}`, () => {
    const { ...args } = argumentsOf(line.split(' ').filter(Boolean))
    assert.deepEqual({ ...args, ...found }, args)
  })
}

const help = 'seaworthy --help'

const refused: [line: string, because: string, next: string][] = [
  ['chek shop.ts', 'there is no verb "chek"', 'did you mean check?'],
  ['sail', 'there is no verb "sail"', help],
  ['__proto__', 'there is no verb "__proto__"', help],
  ['check --formt json', 'there is no option --formt', 'did you mean --format?'],
  ['check -x', 'there is no option -x', help],
  ['check --constructor', 'there is no option --constructor', help],
  ['check --no-color', 'there is no option --no-color', help],
  ['check --format jsn', '--format is one of text, json, found "jsn"', 'did you mean json?'],
  ['check --format', '--format needs a value', help],
  ['check --help=yes', '--help takes no value', help],
  ['check --at tomorrow', '--at is a day such as 2026-11-21, found "tomorrow"', help],
  ['check --at 2026-02-30', '--at is a day such as 2026-11-21, found "2026-02-30"', help],
  ['check --at 2026-13-01', '--at is a day such as 2026-11-21, found "2026-13-01"', help],
  ['check --show few', '--show is a whole number, found "few"', help],
  ['check --show -1', '--show is a whole number, found "-1"', help],
  ['check --width 3', '--width is a whole number from 40 on, found "3"', help],
  ['check --width 1e3', '--width is a whole number from 40 on, found "1e3"', help],
  ['check --kubernetes new', '--kubernetes is a version such as 1.34, found "new"', help],
  ['check --show 1 --show 2', '--show is given twice', help],
]

for (const [line, because, next] of refused) {
  test(`arguments refused: seaworthy ${line}`, () => {
    assert.throws(
      () => argumentsOf(line.split(' ')),
      (error) => {
        assert.ok(error instanceof Refusal)
        assert.equal(refusalText(error), `seaworthy: cannot read the command line: ${because}\nnext: ${next}\n`)
        assert.equal(error.exitCode, 2)
        return true
      },
    )
  })
}

test('arguments refused: what was typed moves no cursor', () => {
  assert.throws(
    () => argumentsOf(['check', '--\u001b[2J\u202e']),
    (error) => error instanceof Refusal && refusalText(error).includes('there is no option --\\u{1b}[2J\\u{202e}\n'),
  )
})
