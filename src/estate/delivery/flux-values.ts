// The values of a HelmRelease, and what postBuild puts in the place of `${name}`.

import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type Declared, textIn, textsIn } from './declared.ts'
import type { GivenValues } from './piece.ts'
import type { Repository } from './repository.ts'
import { readYaml } from './yaml-file.ts'

export interface FluxValues {
  readonly repository: Repository
  /** The data of a ConfigMap that is deployed there. */
  readonly configMapOf: (namespace: string, name: string) => Declared | undefined
}

type Fault = { readonly says: string }

/** Weakest first: the files beside the chart, valuesFrom in its order, then values. */
export function releaseValues(
  release: Declared,
  chart: string,
  place: FluxValues,
): { readonly values: readonly GivenValues[] } | Fault {
  const { spec } = release
  const values: GivenValues[] = []
  for (const written of textsIn(fieldsAt(spec, 'chart', 'spec').valuesFiles)) {
    const file = place.repository.locate(written)
    if (file === undefined || !place.repository.tree.hasFile(file))
      return { says: `its values file ${written} is not there` }
    if (file !== `${chart}/values.yaml`) values.push({ is: 'file', file })
  }
  for (const [at, from] of fieldsIn(spec.valuesFrom).entries()) {
    const read = valuesFrom(from, release, place)
    if ('says' in read) return read
    values.push({ is: 'inline', values: read.values, source: release.source, path: ['spec', 'valuesFrom', `${at}`] })
  }
  const own = fieldsAt(spec, 'values')
  if (Object.keys(own).length > 0)
    values.push({ is: 'inline', values: own, source: release.source, path: ['spec', 'values'] })
  return { values }
}

function valuesFrom(from: Fields, release: Declared, { configMapOf }: FluxValues): { values: Fields } | Fault {
  const name = textIn(from.name) ?? ''
  if (from.kind !== 'ConfigMap') return { says: `its values come from ${from.kind} ${name}, which is not read` }
  const key = textIn(from.valuesKey) ?? 'values.yaml'
  const text = fieldsAt(configMapOf(release.namespace, name)?.manifest, 'data')[key]
  if (typeof text !== 'string') {
    if (from.optional === true) return { values: {} }
    return { says: `its values come from ConfigMap ${name}, whose ${key} is not among the files` }
  }
  const target = textIn(from.targetPath)
  if (target !== undefined) return { values: nested(target.split('.'), text.trim()) }
  const read = readYaml(text)
  if (typeof read !== 'object' || Array.isArray(read)) return { says: `${key} of ConfigMap ${name} holds no mapping` }
  return { values: (read ?? {}) as Fields }
}

function nested(path: readonly string[], value: unknown): Fields {
  const [first = '', ...rest] = path
  return { [first]: rest.length > 0 ? nested(rest, value) : value }
}

/** Undefined where nothing is put in. */
export function substitutions(
  declared: Declared,
  { configMapOf }: FluxValues,
): ReadonlyMap<string, string> | Fault | undefined {
  const { substitute, substituteFrom } = fieldsAt(declared.spec, 'postBuild')
  if (substitute === undefined && substituteFrom === undefined) return undefined
  const found = new Map<string, string>()
  for (const { kind, name, optional } of fieldsIn(substituteFrom)) {
    const map = kind === 'ConfigMap' ? configMapOf(declared.namespace, `${name}`) : undefined
    if (!map && optional !== true)
      return { says: `its variables come from ${kind} ${name}, which is not among the files` }
    for (const [key, value] of Object.entries(fieldsAt(map?.manifest, 'data'))) found.set(key, `${value}`)
  }
  for (const [key, value] of Object.entries(fieldsAt(declared.spec, 'postBuild', 'substitute')))
    found.set(key, `${value}`)
  return found
}

/** The text with `${name}`, `${name:=other}` and `${name:-other}` filled; undefined where another form of bash is used. */
export function substituted(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  let isRead = true
  const filled = text.replace(/(\$?)\$\{([^}]*)\}/g, (whole, doubled, inner) => {
    if (doubled !== '') return whole.slice(1)
    const [, name, , otherwise] = /^([A-Za-z_]\w*)(:?[-=]([\s\S]*))?$/.exec(inner) ?? []
    if (name === undefined) isRead = false
    return variables.get(name ?? '') ?? otherwise ?? ''
  })
  return isRead ? filled : undefined
}
