// What is said beside a folder: its nodes, and what no file says.

import type { LiveCluster } from '../estate/live/live-cluster.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import { nearest } from '../platform/nearest.ts'
import { fileGiven } from './file-given.ts'
import { Refusal } from './refusal.ts'

export interface Beside {
  /** The cluster as a snapshot shows it. */
  readonly liveOf: (cluster: string) => LiveCluster | undefined
  /** Objects of a cluster: its nodes, and what else stands in the file. */
  readonly objectsOf: (cluster: string) => readonly ReadManifest[]
  readonly enforcesPolicy: boolean | undefined
}

interface Said {
  readonly nodes?: readonly string[]
  readonly live?: readonly string[]
  readonly assume?: readonly string[]
  readonly doing: string
}

const sentences = ['cni enforces policy', 'cni does not enforce policy'] as const

/** Reads what was given for these clusters; throws a Refusal where it fits none of them. */
export async function besideOf(
  clusters: readonly string[],
  { nodes = [], live = [], assume = [], doing }: Said,
): Promise<Beside> {
  const read = nodes.map((given) => fileGiven({ given, option: 'nodes', next: nodesNext }, clusters, doing))
  const { liveGiven } = live.length === 0 ? { liveGiven: undefined } : await import('./live/live-given.ts')
  const liveBy = liveGiven?.(live, clusters, doing)
  return {
    liveOf: (cluster) => liveBy?.get(cluster),
    objectsOf: (cluster) => read.flatMap((one) => (one.cluster === cluster ? one.manifests : [])),
    enforcesPolicy: assume.map((sentence) => enforcementOf(sentence, doing)).at(-1),
  }
}

const nodesNext = 'kubectl get nodes -o yaml > nodes.yaml'

function enforcementOf(sentence: string, doing: string): boolean {
  const found = sentences.indexOf(sentence.trim().toLowerCase() as (typeof sentences)[number])
  if (found >= 0) return found === 0
  const near = nearest(sentence, sentences)
  const next = near ? `did you mean '${near}'?` : `one of '${sentences.join("', '")}'`
  throw new Refusal(`nothing is known that would be called ${JSON.stringify(sentence)}`, { doing, next })
}
