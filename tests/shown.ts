// What sessions show, and whether a reason stands in one: a reason that no user ever saw is not known to be understood.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('..', import.meta.url))

/** All sessions of a name, every run of blanks as one: lines are broken for their width. */
function sessionsCalled(pattern: string): string {
  const files = globSync(`tests/cli/${pattern}.md`, { cwd: top }).sort()
  assert.ok(files.length > 0, `no session is called ${pattern}`)
  return files.map((file) => readFileSync(`${top}/${file}`, 'utf8').replaceAll(/\s+/g, ' ')).join('\n')
}

/** The reasons that an engine has: by the value that it gives, the words of the one session or another. */
export type Reasons<K extends string> = { readonly [kind in K]: RegExp | readonly RegExp[] }

interface Held {
  /** Names of sessions; all by default. */
  readonly sessions?: string
  /** Tests that provoke them, as a pattern of files: each value stands in one, between quotes. */
  readonly rows: string | readonly string[]
  /** What provokes a value that is no text of its own, such as true: the row's own words. */
  readonly provokedBy?: { readonly [kind: string]: RegExp }
}

/** A test for each reason: a row beside the engine provokes it, and a session shows its words. */
export function reasonsShown<K extends string>(
  of: string,
  reasons: Reasons<K>,
  { sessions = '*', rows, provokedBy }: Held,
): void {
  const shown = sessionsCalled(sessions)
  const provoked = globSync(rows, { cwd: top }).map((file) => readFileSync(`${top}/${file}`, 'utf8'))
  for (const [kind, words] of Object.entries<RegExp | readonly RegExp[]>(reasons)) {
    test(`${of}: a session shows ${kind}`, () => {
      // The sessions themselves would be a message of a thousand lines.
      for (const each of [words].flat()) assert.ok(each.test(shown), `no session called ${sessions} says ${each}`)
    })
    test(`${of}: a row provokes ${kind}`, () => {
      // A text of its own, or a clause of one.
      const own = escaped(kind)
      const held = provokedBy?.[kind] ?? new RegExp(`['" ]${own}['",;]|, ${own} |\\S ${own}: |'${own} `)
      assert.ok(
        provoked.some((text) => held.test(text)),
        `no row in ${rows} says ${kind}`,
      )
    })
  }
}

/** The words of a table as a session has them. */
export function worded<K extends string>(table: { readonly [kind in K]: string }): Reasons<K> {
  const entries = Object.entries<string>(table).map(([kind, words]) => [kind, new RegExp(escaped(words))])
  return Object.fromEntries(entries) as Reasons<K>
}

function escaped(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}
