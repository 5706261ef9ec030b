import type { ApiServer, Reply } from '../apiserver.ts'
import { isObject, type Json, type JsonObject } from '../json.ts'

/** What the server said to an object. */
export interface Answer {
  readonly accepted: boolean
  /** The part that refuses; `other` for what the engine does not speak of. */
  readonly by?: 'structure' | 'validation' | 'limitRange' | 'quota' | 'other'
  /** The fields it names, sorted, each once. */
  readonly fields: readonly string[]
  readonly says: string
}

/** Where objects of a kind are created; undefined where the server has no such kind. */
export type PathOf = (manifest: JsonObject, namespace?: string) => string | undefined

/** Reads from the server which kinds it serves. */
export async function pathsOf(api: ApiServer): Promise<PathOf> {
  const versions = ['api/v1', ...(await groupVersions(api)).map((version) => `apis/${version}`)]
  const lists = await Promise.all(
    versions.map(async (path) => [path, (await api.request('GET', `/${path}`)).body] as const),
  )
  const found = new Map<string, { readonly path: string; readonly namespaced: boolean }>()
  for (const [path, list] of lists) {
    for (const resource of listIn(list, 'resources')) {
      const name = String(resource.name)
      if (name.includes('/')) continue
      const version = path.replace(/^apis?\//, '')
      found.set(`${version}/${resource.kind}`, { path: `/${path}|${name}`, namespaced: resource.namespaced === true })
    }
  }
  return ({ apiVersion, kind, metadata }, namespace) => {
    const resource = found.get(`${apiVersion}/${kind}`)
    if (resource === undefined) return undefined
    const [prefix, name] = resource.path.split('|')
    if (!resource.namespaced) return `${prefix}/${name}`
    const own = isObject(metadata) && typeof metadata.namespace === 'string' ? metadata.namespace : undefined
    return `${prefix}/namespaces/${encodeURIComponent(namespace ?? (own || 'default'))}/${name}`
  }
}

async function groupVersions(api: ApiServer): Promise<readonly string[]> {
  const { body } = await api.request('GET', '/apis')
  return listIn(body, 'groups').flatMap((group) =>
    listIn(group, 'versions').map(({ groupVersion }) => String(groupVersion)),
  )
}

function listIn(json: Json, field: string): readonly JsonObject[] {
  const list = isObject(json) ? json[field] : undefined
  return Array.isArray(list) ? list.filter(isObject) : []
}

/** A reply to a POST in the words of the engine. */
export function answerOf({ status, body }: Reply): Answer {
  const says = isObject(body) ? String(body.message ?? '') : String(body)
  if (status === 200 || status === 201) return { accepted: true, fields: [], says: '' }
  // The object stands there already, so it was taken once: only its name is in the way.
  if (status === 409 && isObject(body) && body.reason === 'AlreadyExists') return { accepted: true, fields: [], says }
  // By dry run a port that is given may be taken by one that the server chose for a port beside it.
  if (/provided port is already allocated/.test(says)) return { accepted: false, by: 'other', fields: [], says }
  if (status === 422) return { accepted: false, by: 'validation', fields: causes(body), says }
  if (status === 400) return { accepted: false, by: 'structure', fields: strictFields(says), says }
  return { accepted: false, by: status === 403 ? forbiddenBy(says) : 'other', fields: [], says: `${status} ${says}` }
}

function causes(body: Json): readonly string[] {
  const details = isObject(body) ? body.details : undefined
  return unique(listIn(details ?? null, 'causes').map(({ field }) => String(field)))
}

// strict decoding error: unknown field "spec.a", unknown field "spec.b"
function strictFields(says: string): readonly string[] {
  return unique([...says.matchAll(/(?:unknown|duplicate) field "([^"]*)"/g)].map(([, field = '']) => field))
}

function forbiddenBy(says: string): Answer['by'] {
  if (/exceeded quota|failed quota/.test(says)) return 'quota'
  if (/(minimum|maximum) .+ usage per|max limit to request ratio/.test(says)) return 'limitRange'
  return 'other'
}

function unique(fields: readonly string[]): readonly string[] {
  return [...new Set(fields)].sort()
}
