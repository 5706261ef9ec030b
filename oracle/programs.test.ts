import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { cacheFolder } from './programs.ts'

const rows: [name: string, env: NodeJS.ProcessEnv, folder: string][] = [
  ['a cache of its own', { SEAWORTHY_CACHE: '/c', XDG_CACHE_HOME: '/x', HOME: '/h' }, '/c/seaworthy'],
  ['the user’s cache', { XDG_CACHE_HOME: '/x', HOME: '/h' }, '/x/seaworthy'],
  ['the user’s home', { HOME: '/h' }, '/h/.cache/seaworthy'],
  ['no home', { HOME: '' }, join(tmpdir(), 'seaworthy-cache')],
]
for (const [name, env, folder] of rows) test(`cache: ${name}`, () => assert.equal(cacheFolder(env), folder))
