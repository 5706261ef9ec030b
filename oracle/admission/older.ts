// The same objects, asked of the oldest Kubernetes whose rules are known here.
import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import type { BoundsFor } from '../outcome.ts'
import type { Suite, Tell } from '../suite.ts'
import { olderMinor, versions } from '../versions.ts'
import { corpusOf, namespacesOf, referenceEstates } from './corpus.ts'
import { makeNamespace } from './namespace.ts'
import { compareObjects } from './objects.ts'
import { openApiOf } from './openapi.ts'
import { pathsOf } from './server.ts'

const asks = `object-${olderMinor}`

export const older: Suite = {
  name: 'older',
  comparisons: [asks],
  needs: () => ['etcd', 'older-kube-apiserver'],
  ask: compareOlder,
  answeredBy: () => `kube-apiserver ${versions.olderKubernetes}`,
}

async function compareOlder(_: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void> {
  const estates = await referenceEstates()
  const kept = (await keptCases(asks)).map(([, { asked }]) => asked)
  const api = await startApiServer(tell.line, [], { program: 'older-kube-apiserver', minor: olderMinor })
  try {
    const corpus = corpusOf(estates)
    for (const namespace of namespacesOf([...corpus, ...kept])) await makeNamespace(api, namespace)
    const source = { api, pathOf: await pathsOf(api), openApi: await openApiOf(api), corpus, kept }
    tell.outcome(await compareObjects(source, boundsFor(10_000), asks))
  } finally {
    await api.stop()
  }
}
