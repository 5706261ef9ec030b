import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import type { Bounds, Outcome } from '../outcome.ts'
import { corpusOf, namespacesOf, referenceEstates } from './corpus.ts'
import { compareDocuments, asks as documents } from './documents.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects, asks as objects } from './objects.ts'
import { comparePods, asks as pods, scenariosOf } from './pods.ts'
import type { Scenario } from './scenario.ts'
import { pathsOf } from './server.ts'

export const admissionComparisons = [objects, documents, pods]

// What an object takes by dry run, times so many.
const costs: Record<string, number> = { [objects]: 1, [documents]: 10, [pods]: 40 }

/** Starts a server, asks it what is chosen, and ends it. */
export async function compareAdmission(chosen: readonly string[], bounds: Bounds, tell: Tell): Promise<void> {
  const estates = await referenceEstates()
  const kept = (await keptCases(objects)).map(([, { asked }]) => asked)
  const keptScenarios = (await keptCases(pods)).map(([, { asked }]) => asked as unknown as Scenario)
  const api = await startApiServer(tell.line)
  try {
    const corpus = corpusOf(estates)
    for (const namespace of namespacesOf([...corpus, ...kept])) await makeNamespace(api, namespace)
    const source = { api, pathOf: await pathsOf(api), corpus, kept }
    const boundsOf = (name: string) => ({ ...bounds, cases: Math.ceil(bounds.cases / (costs[name] ?? 1)) })
    for (const name of chosen) {
      if (name === objects) tell.outcome(await compareObjects(source, boundsOf(name)))
      if (name === documents) tell.outcome(await compareDocuments(source, boundsOf(name)))
      if (name === pods)
        tell.outcome(await comparePods(api, [...keptScenarios, ...scenariosOf(estates)], boundsOf(name)))
    }
  } finally {
    await api.stop()
  }
}

interface Tell {
  line(text: string): void
  outcome(outcome: Outcome): void
}
