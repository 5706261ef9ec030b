// What is said beside a folder: its nodes, and what no file says.

import { existsSync } from 'node:fs'
import type { ReadManifest } from '../kubernetes/read.ts'
import { nearest } from '../platform/nearest.ts'
import { readFolder } from './folder.ts'
import { nearPath } from './near-paths.ts'
import { Refusal } from './refusal.ts'

export interface Beside {
  /** Objects of a cluster: its nodes, and what else stands in the file. */
  readonly objectsOf: (cluster: string) => readonly ReadManifest[]
  readonly enforcesPolicy: boolean | undefined
}

interface Said {
  readonly nodes?: readonly string[]
  readonly assume?: readonly string[]
  readonly doing: string
}

const sentences = ['cni enforces policy', 'cni does not enforce policy'] as const

/** Reads what was given for these clusters; throws a Refusal where it fits none of them. */
export function besideOf(clusters: readonly string[], { nodes = [], assume = [], doing }: Said): Beside {
  const read = nodes.map((given) => nodesGiven(given, clusters, doing))
  return {
    objectsOf: (cluster) => read.flatMap((one) => (one.cluster === cluster ? one.manifests : [])),
    enforcesPolicy: assume.map((sentence) => enforcementOf(sentence, doing)).at(-1),
  }
}

function nodesGiven(given: string, clusters: readonly string[], doing: string) {
  const [, named, rest] = /^([^=]+)=(.+)$/s.exec(given) ?? []
  const file = rest ?? given
  const [only, ...others] = clusters
  const cluster = named ?? (others.length === 0 ? only : undefined)
  if (cluster === undefined || !clusters.includes(cluster)) {
    const because = named === undefined ? `there are ${clusters.length} clusters` : `there is no cluster ${named}`
    const next = `one of --nodes ${clusters.map((one) => `${one}=${file}`).join(' --nodes ')}`
    throw new Refusal(because, { doing, next })
  }
  if (!existsSync(file))
    throw new Refusal(`there is no file ${file}`, { doing, next: 'kubectl get nodes -o yaml > nodes.yaml' })
  const { manifests, problems } = readFolder(file)
  const [fault] = problems
  if (fault) throw new Refusal(`${nearPath(fault.file)}:${fault.line}: ${fault.says}`, { doing, next: fault.next })
  const near = manifests.map((one) => ({ ...one, at: { ...one.at, file: nearPath(one.at.file) } }))
  return { cluster, manifests: near }
}

function enforcementOf(sentence: string, doing: string): boolean {
  const found = sentences.indexOf(sentence.trim().toLowerCase() as (typeof sentences)[number])
  if (found >= 0) return found === 0
  const near = nearest(sentence, sentences)
  const next = near ? `did you mean '${near}'?` : `one of '${sentences.join("', '")}'`
  throw new Refusal(`nothing is known that would be called ${JSON.stringify(sentence)}`, { doing, next })
}
