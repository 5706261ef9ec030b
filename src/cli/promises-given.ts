import { existsSync } from 'node:fs'
import { isPromises } from '../check/beside/is-promises.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import { readFolder } from './folder.ts'
import { nearPath } from './near-paths.ts'
import { Refusal } from './refusal.ts'

/** The promises of a file that the command line names; throws a Refusal where it holds none, or anything else. */
export function promisesGiven(file: string, doing: string): readonly ReadManifest[] {
  const next = 'name a file of apiVersion: seaworthy/v1 and kind: Promises; seaworthy init PATH writes a first one'
  if (!existsSync(file)) throw new Refusal(`there is no file ${file}`, { doing, next })
  const { manifests, problems } = readFolder(file)
  const [fault] = problems
  if (fault) throw new Refusal(`${nearPath(fault.file)}:${fault.line}: ${fault.says}`, { doing, next: fault.next })
  const other = manifests.find(({ manifest }) => !isPromises(manifest))
  if (other) throw new Refusal(`${file} holds ${other.manifest.kind}, which is no promise`, { doing, next })
  if (manifests.length === 0) throw new Refusal(`${file} holds no promises`, { doing, next })
  return manifests
}
