// Runs in a thread of its own: our modules first, then the fences, then the user's file, then the judging.

import { flushCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { makingOf } from '../../platform/made.ts'
import type { Platform } from '../../platform/model.ts'
import { PlatformProblems } from '../../platform/problem.ts'
import type { Answer, Start, Task } from './answer.ts'
import { compileWhole } from './compile.ts'
import { fenceClock } from './fence-clock.ts'
import { fencePrint } from './fence-print.ts'
import { fenceWorld } from './fence-world.ts'
import { freezeLanguage } from './freeze-language.ts'
import { fenceImports } from './hooks.ts'
import { refusalOf, withFieldLines } from './refusal-of.ts'
import { firstRefused } from './refused.ts'
import { askParent, stripper } from './stripper.ts'
import { taskOf } from './tasks.ts'

if (!parentPort) throw new Error('this runs in a thread')
const parent = parentPort
const { task } = workerData as Start
const told = new Promise<Task>((resolve) => parent.once('message', resolve))

/** Keeps what was compiled for that input. */
type Keep = (input: string) => void

function send(answer: Answer): void {
  parent.postMessage(answer)
}

// What a file leaves behind to fail later fails it too: Node tells of it once nothing else is to be done.
function failLater(texts: ReadonlyMap<string, string>): { settled(): Promise<boolean> } {
  let failed = false
  const fail = (error: unknown) => {
    if (!failed) send({ is: 'refused', ...(firstRefused() ?? refusalOf(error, texts)) })
    failed = true
  }
  process.on('unhandledRejection', fail)
  process.on('uncaughtException', fail)
  const { setImmediate } = globalThis
  return {
    async settled() {
      await new Promise((resolve) => setImmediate(resolve))
      return !failed
    },
  }
}

async function load(
  file: string,
  texts: ReadonlyMap<string, string>,
  loaded: () => void,
): Promise<Platform | undefined> {
  try {
    const importing: Promise<{ default?: unknown }> = import(pathToFileURL(file).href)
    // The file and what it imports are read by now, and nothing of it has run.
    loaded()
    const { default: platform } = await importing
    const refused = firstRefused()
    if (refused) send({ is: 'refused', ...refused })
    else if (makingOf(platform)?.is === 'platform') return platform as Platform
    else send({ is: 'refused', says: 'it exports no platform', next: "export default platform('name', { … })" })
  } catch (error) {
    const refused = firstRefused()
    if (refused) send({ is: 'refused', ...refused })
    else if (error instanceof PlatformProblems)
      send({ is: 'problems', problems: withFieldLines(error.problems, texts) })
    else send({ is: 'refused', ...refusalOf(error, texts) })
  }
  return undefined
}

async function run(keep: Keep | undefined): Promise<void> {
  const ours = () => Promise.all([taskOf(task), import('../../index.ts')])
  const [judge, language] = await (keep ? ours() : compileWhole(ours))
  const { file, project, asOf, denied, kept, options } = await told
  const types = stripper(kept, askParent(parent), () => send({ is: 'again' }))
  const texts = fenceImports(project, types, language)
  const later = failLater(texts)
  fencePrint(send)
  fenceClock()
  fenceWorld()
  freezeLanguage()
  send({ is: 'starts' })
  const platform = await load(file, texts, types.close)
  if (!platform || !(await later.settled())) return
  send({ is: 'loaded' })
  const result = judge(platform, { asOf, denied: new Set(denied), options, textOf: (path) => texts.get(path) })
  // Before the answer: with it, the parent ends the thread.
  keep?.(file)
  send({ is: 'done', result, ...(kept ? {} : { toKeep: types.toKeep() }) })
}

/** Does what the thread was started for. Without `keep`, Node keeps what was compiled as it was loaded. */
export async function work(keep?: Keep): Promise<void> {
  try {
    await run(keep)
  } catch (error) {
    send({ is: 'fault', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  } finally {
    // While the parent prints: it ends the thread as soon as it has its answer, and that waits for what is being written.
    flushCompileCache()
  }
}
