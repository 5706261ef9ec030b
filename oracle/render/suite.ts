// Every object that is rendered, as its file holds it: taken by a real API server, strictly, custom ones included.

import { lower } from '../../src/estate/lower.ts'
import { readManifests } from '../../src/kubernetes/read.ts'
import type { Platform } from '../../src/platform/model.ts'
import { worldsOf } from '../../src/platform/worlds.ts'
import { kubernetes } from '../../src/render/kubernetes/kubernetes.ts'
import { referencePlatforms } from '../admission/corpus.ts'
import { oursOfText } from '../admission/documents.ts'
import { makeNamespace } from '../admission/namespace.ts'
import { answerOf, type PathOf, pathsOf } from '../admission/server.ts'
import { type ApiServer, startApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import { type BoundsFor, countOne, newTally, type Tally } from '../outcome.ts'
import { seedFor } from '../random.ts'
import type { Suite, Tell } from '../suite.ts'
import { versions } from '../versions.ts'
import { define } from './definitions.ts'
import { inventedPlatform } from './invent.ts'

const asks = 'render'

export const render: Suite = {
  name: asks,
  comparisons: [asks],
  needs: () => ['etcd', 'kube-apiserver'],
  ask: compare,
  answeredBy: () => `kube-apiserver ${versions.kubernetes}`,
}

async function compare(_: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void> {
  const started = performance.now()
  const { seed, cases, until, show } = boundsFor(60)
  const tally = newTally()
  const api = await startApiServer(tell.line)
  try {
    const missing = await define(api)
    for (const what of missing) tell.line(`${asks}: not defined, and its objects not compared: ${what}`)
    const asking: Asking = { api, pathOf: await pathsOf(api), tally, show }
    for (const { platform, isAmended } of await referencePlatforms()) await askAll(platform, isAmended, asking)
    for (let at = 0; at < cases && performance.now() < until; at++)
      await askAll(inventedPlatform(seedFor(seed, `${asks} ${at}`)), true, asking)
  } finally {
    await api.stop()
  }
  const tookSeconds = (performance.now() - started) / 1000
  tell.outcome({ comparison: asks, says: 'each rendered object, as its file holds it: taken', ...tally, tookSeconds })
}

interface Asking {
  readonly api: ApiServer
  readonly pathOf: PathOf
  readonly tally: Tally
  readonly show: number
}

/** `isSound`: nothing of it may be refused; what a document itself has wrong is refused by both sides. */
async function askAll(platform: Platform, isSound: boolean, asking: Asking): Promise<void> {
  for (const world of worldsOf(platform).worlds) {
    const { files } = kubernetes.render({
      platform: world.platform,
      estates: lower(world.platform),
      asOf: '2026-11-21',
    })
    const documents = files.flatMap(({ path, text }) => (isOfTools(path) ? [] : text.split(/^---\n/m)))
    for (const text of documents) await askOne(text, isSound, asking)
  }
}

// Read by seaworthy and kustomize, and sent to no server.
function isOfTools(path: string): boolean {
  return path === 'seaworthy.yaml' || path.endsWith('/kustomization.yaml')
}

async function askOne(text: string, isSound: boolean, { api, pathOf, tally, show }: Asking): Promise<void> {
  const [read] = readManifests(text, 'document.yaml').manifests
  const manifest = (read?.manifest ?? {}) as unknown as JsonObject
  const { kind, metadata } = manifest as { readonly kind?: string; readonly metadata?: { readonly namespace?: string } }
  if (metadata?.namespace !== undefined) await makeNamespace(api, metadata.namespace)
  const path = read ? pathOf(manifest) : '/api/v1/namespaces'
  if (path === undefined) return countOne(tally.apart, `nobody defines ${kind}`)
  const strictly = { dryRun: true, fieldValidation: 'Strict', contentType: 'application/yaml' } as const
  const answer = answerOf(await api.request('POST', path, text, strictly))
  if (answer.accepted) tally.passed++
  else if (!isSound && oursOfText(text).by !== undefined)
    countOne(tally.apart, 'refused by both, as the document has it')
  else {
    tally.failed++
    if (tally.disagreements.length < show)
      tally.disagreements.push({ comparison: asks, asked: { text }, ours: 'taken', theirs: answer.says })
  }
}
