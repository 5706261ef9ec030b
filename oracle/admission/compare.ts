import { startApiServer } from '../apiserver.ts'
import type { Bounds, Outcome } from '../outcome.ts'
import { corpusOf, namespacesOf, referenceEstates } from './corpus.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects } from './objects.ts'
import { pathsOf } from './server.ts'

/** Starts a server, asks it everything, and ends it. */
export async function compareAdmission(bounds: Bounds, tell: (line: string) => void): Promise<readonly Outcome[]> {
  const api = await startApiServer(tell)
  try {
    const estates = await referenceEstates()
    const objects = corpusOf(estates)
    tell(`${objects.length} objects as they are, then changed ones`)
    for (const namespace of namespacesOf(objects)) await makeNamespace(api, namespace)
    return [await compareObjects({ api, pathOf: await pathsOf(api), corpus: objects }, bounds)]
  } finally {
    await api.stop()
  }
}
