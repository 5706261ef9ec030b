// The first file of a thread that runs a platform: plain JavaScript, so that no type has to be stripped before what was
// compiled in an earlier run can be found.

import module from 'node:module'
import { workerData } from 'node:worker_threads'
import { keptScript } from './kept-script.mjs'
import { knowOwnModules } from './own-modules.mjs'

const { existsSync } = process.getBuiltinModule('node:fs')
const { join } = process.getBuiltinModule('node:path')

const { cache, task } = workerData
if (cache !== undefined) module.enableCompileCache(cache)

// The sources of a checkout run as they are; a published package holds them as one script.
const source = new URL('../src/cli/load/worker.ts', import.meta.url)
const { worker, keep } = existsSync(source) ? await fromSource() : fromScript()
await worker.work(keep)

async function fromSource() {
  knowOwnModules(new URL('../../', source).href)
  return { worker: await import(source) }
}

function fromScript() {
  const file = cache && join(cache, `${task.replace(/[^a-z-]/g, '-')}.script`)
  const { exports, keep } = keptScript(new URL('../dist/cli/worker.cjs', import.meta.url), file)
  return { worker: exports, keep }
}
