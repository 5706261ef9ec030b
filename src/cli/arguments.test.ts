import assert from 'node:assert/strict'
import { test } from 'node:test'
import { argumentsOf } from './arguments.ts'
import { Refusal, refusalText } from './refusal.ts'
import { verbOf } from './verb-of.ts'
import { check } from './verbs/check.ts'

const understood: [line: string, rest: string[], given: object][] = [
  ['shop.ts', ['shop.ts'], {}],
  ['shop.ts --format json', ['shop.ts'], { format: 'json' }],
  ['--format=json shop.ts', ['shop.ts'], { format: 'json' }],
  ['shop.ts --at 2027-01-31', ['shop.ts'], { at: '2027-01-31' }],
  ['shop.ts --at 2028-02-29', ['shop.ts'], { at: '2028-02-29' }],
  ['shop.ts --show 3 --width 80', ['shop.ts'], { show: 3, width: 80 }],
  ['k8s --kubernetes 1.34', ['k8s'], { kubernetes: '1.34' }],
  ['k8s --nodes a.yaml --nodes b.yaml', ['k8s'], { nodes: ['a.yaml', 'b.yaml'] }],
  ['k8s --unreached', ['k8s'], { unreached: true }],
  ['-- --odd', ['--odd'], {}],
]

for (const [line, rest, given] of understood) {
  test(`arguments: seaworthy check ${line}`, () => {
    const found = argumentsOf(line.split(' '), check.options)
    assert.deepEqual(found, { rest, given, help: false, version: false })
  })
}

test('arguments: the verb comes first', () => {
  assert.equal(verbOf(['explain', '-h']), 'explain')
  assert.equal(verbOf([]), undefined)
  assert.equal(verbOf(['--version']), undefined)
  assert.equal(argumentsOf(['--version'], {}).version, true)
  assert.equal(argumentsOf(['-h'], check.options).help, true)
})

const help = 'seaworthy --help'

const refused: [line: string, because: string, next: string][] = [
  ['chek shop.ts', 'there is no verb "chek"', 'did you mean check?'],
  ['sail', 'there is no verb "sail"', help],
  ['__proto__', 'there is no verb "__proto__"', help],
  ['check --formt json', 'there is no option --formt', 'did you mean --format?'],
  ['check -x', 'there is no option -x', help],
  ['check --constructor', 'there is no option --constructor', help],
  ['check --no-color', 'there is no option --no-color', help],
  ['check --format jsno', '--format is one of text, json, sarif, junit, markdown, found "jsno"', 'did you mean json?'],
  ['check --format', '--format needs a value', help],
  ['check --help=yes', '--help takes no value', help],
  ['check --unreached=yes', '--unreached takes no value', help],
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
    const argv = line.split(' ')
    assert.throws(
      () => verbOf(argv) && argumentsOf(argv.slice(1), check.options),
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
    () => argumentsOf(['--\u001b[2J\u202e'], check.options),
    (error) => error instanceof Refusal && refusalText(error).includes('there is no option --\\u{1b}[2J\\u{202e}\n'),
  )
})
