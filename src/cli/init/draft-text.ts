// A first promises file as text. Every guess says what it was guessed from; what nobody shows is commented out.

import type { Entry } from './entry.ts'
import { entryText } from './entry-text.ts'

interface Head {
  /** What was judged, in words. */
  readonly title: string
  /** Of this package. */
  readonly version: string
}

export function draftText(entries: readonly Entry[], { title, version }: Head): string {
  const lines = [
    `# yaml-language-server: $schema=https://unpkg.com/seaworthy@${version}/schema/promises.schema.json`,
    `# A first one, guessed from what lies in ${title.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}. Confirm each line or change it; where it is right, take out`,
    '# its comment and its "guessed". What is commented out no file shows, or does not hold now: say it, mend it, or take it out.',
    'apiVersion: seaworthy/v1',
    'kind: Promises',
    ...(entries.length === 0 ? nothing : []),
    ...section('facts', entries),
    ...(entries.some(isOfStore) ? procedure : []),
    ...section('promises', entries),
  ]
  return `${lines.join('\n')}\n`
}

// A StatefulSet starts no second pod of a name while the first may still run: somebody has to say that it does not.
const procedure = [
  '',
  '# Steps that free the pods of a dead node, for "by: free-a-dead-node" below: say who takes them, and how long.',
  '# procedures:',
  '#   free-a-dead-node:',
  '#     steps:',
  '#     - { step: notice that the node is gone, actor: person, takes: 5m, does: detect }',
  '#     - { step: taint it out-of-service, actor: person, takes: 5m, does: fence }',
]

function isOfStore({ fields }: Entry): boolean {
  return fields.some(({ name, isOpen }) => name === 'by' && isOpen)
}

const nothing = [
  '',
  '# Nothing was seen that keeps volumes or lets traffic in from outside: what is promised is yours to say.',
  'promises: []',
]

function section(of: Entry['of'], entries: readonly Entry[]): readonly string[] {
  const own = entries.filter((entry) => entry.of === of)
  if (own.length === 0) return []
  return ['', `${of}:`, ...own.flatMap(entryText)]
}
