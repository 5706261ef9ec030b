// What the code itself says of a question or a kind of promise, as the generated part of its page.

import type { AnyPromiseKind, AnyQuestion } from '../../src/check/define.ts'
import { explained } from '../../src/check/explained.ts'
import { allQuestions } from '../../src/check/platform-questions.ts'
import { promiseKinds } from '../../src/check/promises.ts'
import { platformPromiseAt } from '../../src/platform/language/promise.ts'
import type { Fields } from '../../src/platform/schema.ts'
import { pending } from './pending.ts'

export type Asked = AnyQuestion | AnyPromiseKind

/** Every question and every kind of promise, by the id that its verdicts begin with. */
export const asked: ReadonlyMap<string, Asked> = new Map<string, Asked>([
  ...allQuestions.map((question): [string, Asked] => [question.id, question]),
  ...Object.values(promiseKinds).map((kind): [string, Asked] => [kind.kind, kind]),
])

export function saidOf(one: Asked): string {
  return 'kind' in one ? saidOfPromise(one) : saidOfQuestion(one)
}

/** The list of all pages, as a table. */
export function contents(): string {
  const rows = (of: readonly Asked[]) =>
    of
      .map((one) => [idOf(one), one.asks] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, asks]) => `| ${pending.includes(id) ? id : `[${id}](${id}.md)`} | ${asks} |`)
  const all = [...asked.values()]
  const head = ['| | asks |', '| --- | --- |']
  return [
    '## Questions: what is asked without anybody promising it\n',
    ...head,
    ...rows(all.filter((one) => !('kind' in one))),
    '\n## Promises: what is judged because somebody makes it\n',
    ...head,
    ...rows(all.filter((one) => 'kind' in one)),
    '',
  ].join('\n')
}

function idOf(one: Asked): string {
  return 'kind' in one ? one.kind : one.id
}

function saidOfQuestion({ id, asks }: AnyQuestion): string {
  const said = explained[id]
  if (!said) throw new Error(`src/check/explained says nothing of ${id}`)
  const rows = [
    ['reads', said.reads],
    ['broken where', said.broken],
    ['left open', said.open],
    ['to see it', `\`${said.confirm}\``],
  ] as const
  return table(asks, rows)
}

function saidOfPromise({ kind, asks }: AnyPromiseKind): string {
  const { fields } = platformPromiseAt[kind] as { readonly fields: Fields }
  const needed = ([, { needed }]: [string, Fields[string]]) => (needed === undefined ? 0 : -1)
  const options = Object.entries(fields)
    .filter(([name]) => !common.has(name))
    .toSorted((a, b) => needed(a) - needed(b))
    .map(([name, { needed }]) => (needed === undefined ? `\`${name}\`` : `\`${name}\` (needed)`))
  return table(asks, [
    ['written', `\`promise.${kind}\``],
    ['says', options.length === 0 ? 'nothing beside where it holds (`in`)' : options.join(', ')],
  ])
}

// What every promise may say is told once, in docs/promises.md.
const common = new Set(['in', 'name', 'was', 'owner', 'due', 'guessed', 'restsOn', 'stated'])

function table(asks: string, rows: readonly (readonly [label: string, text: string])[]): string {
  return [`> ${asks}`, '', '| | |', '| --- | --- |', ...rows.map(([a, b]) => `| ${a} | ${b} |`), ''].join('\n')
}
