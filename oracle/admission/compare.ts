import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import type { BoundsFor } from '../outcome.ts'
import type { Suite, Tell } from '../suite.ts'
import { versions } from '../versions.ts'
import { corpusOf, namespacesOf, referenceEstates } from './corpus.ts'
import { compareDocuments, asks as documents } from './documents.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects, asks as objects } from './objects.ts'
import { openApiOf } from './openapi.ts'
import { comparePods, asks as pods, scenariosOf } from './pods.ts'
import type { Scenario } from './scenario.ts'
import { pathsOf } from './server.ts'

export const admission: Suite = {
  name: 'admission',
  comparisons: [objects, documents, pods],
  needs: () => ['etcd', 'kube-apiserver'],
  ask: compareAdmission,
  answeredBy: () => `kube-apiserver ${versions.kubernetes}`,
}

const usualCases: Record<string, number> = { [objects]: 10_000, [documents]: 1_000, [pods]: 300 }

/** Starts a server, asks it what is chosen, and ends it. */
async function compareAdmission(chosen: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void> {
  const estates = await referenceEstates()
  const kept = (await keptCases(objects)).map(([, { asked }]) => asked)
  const keptScenarios = (await keptCases(pods)).map(([, { asked }]) => asked as unknown as Scenario)
  const api = await startApiServer(tell.line)
  try {
    const corpus = corpusOf(estates)
    for (const namespace of namespacesOf([...corpus, ...kept])) await makeNamespace(api, namespace)
    const source = { api, pathOf: await pathsOf(api), openApi: await openApiOf(api), corpus, kept }
    for (const name of chosen) {
      const bounds = boundsFor(usualCases[name] ?? 0)
      if (name === objects) tell.outcome(await compareObjects(source, bounds))
      if (name === documents) tell.outcome(await compareDocuments(source, bounds))
      if (name === pods) tell.outcome(await comparePods(api, [...keptScenarios, ...scenariosOf(estates)], bounds))
    }
  } finally {
    await api.stop()
  }
}
