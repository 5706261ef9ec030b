// A file that the command line gives for a cluster: `FILE`, or `CLUSTER=FILE` where there are several.

import { existsSync } from 'node:fs'
import { readFolder } from './folder.ts'
import { nearPath } from './near-paths.ts'
import { Refusal } from './refusal.ts'

interface FileGiven {
  /** `FILE`, or `CLUSTER=FILE`. */
  readonly given: string
  readonly option: string
  /** What makes such a file. */
  readonly next: string
}

/** The manifests of a file that is given for one of these clusters. */
export function fileGiven({ given, option, next: made }: FileGiven, clusters: readonly string[], doing: string) {
  const [, named, rest] = /^([^=]+)=(.+)$/s.exec(given) ?? []
  const file = rest ?? given
  const [only, ...others] = clusters
  const cluster = named ?? (others.length === 0 ? only : undefined)
  if (cluster === undefined || !clusters.includes(cluster)) {
    const because = named === undefined ? `there are ${clusters.length} clusters` : `there is no cluster ${named}`
    const next = `one of --${option} ${clusters.map((one) => `${one}=${file}`).join(` --${option} `)}`
    throw new Refusal(because, { doing, next })
  }
  if (!existsSync(file)) throw new Refusal(`there is no file ${file}`, { doing, next: made })
  const { manifests, problems } = readFolder(file)
  const [fault] = problems
  if (fault) throw new Refusal(`${nearPath(fault.file)}:${fault.line}: ${fault.says}`, { doing, next: fault.next })
  const near = manifests.map((one) => ({ ...one, at: { ...one.at, file: nearPath(one.at.file) } }))
  return { cluster, file, manifests: near }
}
