import { startApiServer } from '../apiserver.ts'
import type { Bounds, Outcome } from '../outcome.ts'
import { corpusOf, namespacesOf, referenceEstates } from './corpus.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects } from './objects.ts'
import { comparePods, scenariosOf } from './pods.ts'
import { pathsOf } from './server.ts'

// A namespace takes as long as so many dry runs.
const objectsANamespace = 40

/** Starts a server, asks it everything, and ends it. */
export async function compareAdmission(bounds: Bounds, tell: (line: string) => void): Promise<readonly Outcome[]> {
  const api = await startApiServer(tell)
  try {
    const estates = await referenceEstates()
    const objects = corpusOf(estates)
    tell(`${objects.length} objects as they are, then changed ones`)
    for (const namespace of namespacesOf(objects)) await makeNamespace(api, namespace)
    const byObject = await compareObjects({ api, pathOf: await pathsOf(api), corpus: objects }, bounds)
    const namespaces = { ...bounds, cases: Math.ceil(bounds.cases / objectsANamespace) }
    return [byObject, await comparePods(api, scenariosOf(estates), namespaces)]
  } finally {
    await api.stop()
  }
}
