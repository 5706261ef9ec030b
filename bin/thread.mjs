// The first file of the thread that judges: plain JavaScript, so that no type has to be stripped before what was
// compiled in an earlier run can be found.

import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import { knowOwnModules } from './own-modules.mjs'

const { cache, worker } = workerData
if (cache !== undefined) enableCompileCache(cache)
knowOwnModules(new URL('../../', worker).href)

await import(worker)
