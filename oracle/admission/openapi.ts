import type { ApiServer } from '../apiserver.ts'
import { isObject, type JsonObject } from '../json.ts'

/** The fields of the API's types as the server itself publishes them. */
export interface OpenApi {
  /** The type of objects of a kind; undefined where the server has none. */
  typeOf(manifest: JsonObject): string | undefined
  fieldsOf(type: string): ReadonlyMap<string, FieldType>
  requiredIn(type: string): readonly string[]
}

export type FieldType =
  | { readonly is: 'text'; readonly words: readonly string[]; readonly format?: string }
  | { readonly is: 'number' }
  | { readonly is: 'flag' }
  | { readonly is: 'amount' | 'share' | 'anything' }
  | { readonly is: 'object'; readonly type: string }
  | { readonly is: 'list' | 'map'; readonly of: FieldType }

interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: Schema
  readonly properties?: { readonly [field: string]: Schema }
  readonly required?: readonly string[]
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[]
}

const scalars: ReadonlyMap<string, FieldType> = new Map([
  ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', { is: 'share' }],
  ['io.k8s.apimachinery.pkg.api.resource.Quantity', { is: 'amount' }],
])

/** Reads /openapi/v2, which names the words that a field takes. */
export async function openApiOf(api: ApiServer): Promise<OpenApi> {
  const { body } = await api.request('GET', '/openapi/v2')
  const definitions = (isObject(body) ? body.definitions : {}) as unknown as { readonly [type: string]: Schema }
  const kinds = new Map<string, string>()
  for (const [type, schema] of Object.entries(definitions)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? [])
      if (schema.properties?.metadata) kinds.set(`${group === '' ? version : `${group}/${version}`} ${kind}`, type)
  }
  const typeOfSchema = (schema: Schema): FieldType => {
    if (schema.$ref !== undefined) {
      const name = schema.$ref.replace('#/definitions/', '')
      const isPlain = definitions[name]?.properties === undefined
      return scalars.get(name) ?? (isPlain ? { is: 'anything' } : { is: 'object', type: name })
    }
    if (schema.type === 'array') return { is: 'list', of: typeOfSchema(schema.items ?? {}) }
    if (schema.additionalProperties) return { is: 'map', of: typeOfSchema(schema.additionalProperties) }
    if (schema.type === 'integer' || schema.type === 'number') return { is: 'number' }
    if (schema.type === 'boolean') return { is: 'flag' }
    if (schema.type === 'string')
      return { is: 'text', words: schema.enum ?? [], ...(schema.format !== undefined && { format: schema.format }) }
    return { is: 'anything' }
  }
  return {
    typeOf: ({ apiVersion, kind }) => kinds.get(`${apiVersion} ${kind}`),
    fieldsOf: (type) =>
      new Map(
        Object.entries(definitions[type]?.properties ?? {}).map(([name, schema]) => [name, typeOfSchema(schema)]),
      ),
    requiredIn: (type) => definitions[type]?.required ?? [],
  }
}
