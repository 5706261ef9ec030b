import { answerOf, type PathOf, pathsOf } from '../admission/server.ts'
import type { ApiServer } from '../apiserver.ts'
import type { JsonObject } from '../json.ts'
import type { Scene } from './scene.ts'

/** What the server refuses of a scene's nodes and other objects; each text is asked about once. */
export type Faults = (scene: Pick<Scene, 'nodes' | 'others'>) => Promise<readonly string[]>

export async function faultsBy(api: ApiServer): Promise<Faults> {
  const pathOf: PathOf = await pathsOf(api)
  const known = new Map<string, Promise<string | undefined>>()
  const fault = async (object: JsonObject): Promise<string | undefined> => {
    const path = pathOf(object)
    if (path === undefined) return `the server has no ${object.kind}`
    const { accepted, says } = answerOf(
      await api.request('POST', path, object, { dryRun: true, fieldValidation: 'Strict' }),
    )
    return accepted ? undefined : `${object.kind}: ${says}`
  }
  const once = (object: JsonObject): Promise<string | undefined> => {
    const text = JSON.stringify(object)
    const asked = known.get(text) ?? fault(object)
    known.set(text, asked)
    return asked
  }
  return async ({ nodes, others }) => {
    const answers = await Promise.all([...nodes, ...others].map(once))
    return answers.filter((answer) => answer !== undefined)
  }
}
