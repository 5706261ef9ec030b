// The first file of the thread: what the parent has compiled before is not compiled again.

import { enableCompileCache } from 'node:module'
import { workerData } from 'node:worker_threads'
import type { Task } from './answer.ts'

const { cache } = workerData as Task
if (cache !== undefined) enableCompileCache(cache)

void import('./worker.ts')
