// Alone in its process: WebAssembly that has failed once fails at whatever comes after.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { loadInWorker } from './load-in-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'seaworthy-deep-'))
after(() => rmSync(folder, { recursive: true, force: true }))

test('a file that breaks what reads it is refused by name, like any other that cannot be read', async () => {
  const file = join(folder, 'shop.ts')
  writeFileSync(file, `export default ${'('.repeat(100_000)}`)
  await assert.rejects(
    loadInWorker(file, { task: 'names', asOf: '2026-11-21' }),
    /^Refusal: .*shop\.ts:1 is not TypeScript that can be read: what reads it gives up \(.+\), as it does where brackets are nested very deeply$/s,
  )
})
