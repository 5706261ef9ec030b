import { startApiServer } from '../apiserver.ts'
import type { Bounds, Outcome } from '../outcome.ts'
import { corpus, namespacesOf } from './corpus.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects } from './objects.ts'
import { pathsOf } from './server.ts'

/** Starts a server, asks it everything, and ends it. */
export async function compareAdmission(bounds: Bounds, tell: (line: string) => void): Promise<readonly Outcome[]> {
  const api = await startApiServer(tell)
  try {
    const objects = corpus()
    for (const namespace of namespacesOf(objects)) await makeNamespace(api, namespace)
    return [await compareObjects({ api, pathOf: await pathsOf(api), corpus: objects }, bounds)]
  } finally {
    await api.stop()
  }
}
