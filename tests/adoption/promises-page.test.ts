// What docs/promises.md says works as it is written there: its files are taken out of the page and judged.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { factWords } from '../../src/check/beside/fact-forms.ts'
import { promiseWords } from '../../src/check/beside/forms.ts'
import { repository } from './folder.ts'

const page = readFileSync('docs/promises.md', 'utf8')
const blocks = new Map(
  [...page.matchAll(/<!-- (\S+) -->\n```\w*\n([\s\S]*?)```/g)].map(([, name = '', text = '']) => [name, text]),
)

const { write, seaworthy, remove } = repository()
after(remove)

test('docs/promises.md: the example is judged as the page says', () => {
  const files = [...blocks].filter(([name]) => name.endsWith('.yaml'))
  assert.deepEqual(
    files.map(([name]) => name),
    ['k8s/shop.yaml', 'k8s/promises.yaml'],
  )
  for (const [name, text] of files) write(name, text)
  const { text } = seaworthy(
    'check',
    'k8s',
    '--kubernetes',
    '1.34',
    '--assume',
    'cni enforces policy',
    '--format',
    'json',
  )
  const { verdicts, unread } = JSON.parse(text) as {
    readonly verdicts: readonly { readonly id: string; readonly kind: string; readonly verdict: string }[]
    readonly unread: readonly unknown[]
  }
  assert.deepEqual(unread, [])
  const lines = verdicts
    .filter(({ kind }) => kind === 'promise')
    .map(({ id, verdict }) => `${id.padEnd(40)}${verdict}\n`)
  assert.equal(lines.join(''), blocks.get('verdicts'))
})

test('docs/promises.md: every promise and every fact has its row', () => {
  const rows = [...page.matchAll(/^\| `(\w+)[:`]/gm)].map(([, word]) => word)
  assert.deepEqual(rows.toSorted(), [...promiseWords, ...factWords].toSorted())
})
