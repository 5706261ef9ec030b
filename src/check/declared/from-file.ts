// The platform that a document declares, with the manifests that lie beside it.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { isMade, makingOf } from '../../platform/made.ts'
import { make } from '../../platform/make.ts'
import type { Platform } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Problem } from '../../platform/problem.ts'
import type { Field } from '../../platform/schema.ts'
import { isPlainObject } from '../../platform/validate.ts'
import { decoded, shared } from './nouns.ts'
import { atIn, listAt, type ManifestOf, mapped, type Options, objectAt, type Reader, said } from './reader.ts'
import { type Shared, sections } from './sections.ts'
import { specOf } from './specs.ts'

export interface FromFile {
  readonly platform: Platform
  /** Entries that are no noun. */
  readonly problems: readonly Problem[]
}

const own = ['$schema', 'apiVersion', 'kind']
const fields = specOf('platform')?.fields ?? {}
const known = [
  ...new Set([...Object.values(sections), ...Object.keys(fields), 'cites', 'facts', 'metadata', 'platform']),
].sort()

export function fromFile(file: ReadManifest, manifestOf: ManifestOf): FromFile {
  const document = file.manifest as unknown as Options
  const { cites } = document
  const reader: Reader = { file, document, cites, manifestOf, made: new Map(), problems: [], cluster: '' }
  tellWords(reader)
  const { name = 'declared' } = objectAt(document, 'metadata')
  const { title } = document
  const environments = Object.keys(objectAt(document, sections.environment)).flatMap((key) => standing(key, reader))
  const rest = decoded(fields, objectAt(document, 'platform'), ['platform'], reader)
  const lists = Object.entries(fields).flatMap(([option, field]) =>
    listAt(document, option).length > 0 ? [[option, listed(field, option, reader)] as const] : [],
  )
  // What nothing refers to may be wrong too.
  for (const noun of Object.keys(sections) as Shared[])
    for (const key of Object.keys(objectAt(document, sections[noun]))) shared(noun, key, reader)
  const given = { ...rest, ...Object.fromEntries(lists), ...(title !== undefined && { title }), environments }
  const spec = specOf('platform') as NonNullable<ReturnType<typeof specOf>>
  const platform = make(spec, `${name}`, given, atIn(reader, [])) as Platform
  const slips = [...reader.made.values()].flatMap((value) => makingOf(value)?.problems ?? [])
  return { platform, problems: [...reader.problems, ...slips] }
}

function listed(field: Field, option: string, reader: Reader): readonly unknown[] {
  const items = decoded({ [option]: field }, { [option]: listAt(reader.document, option) }, [], reader)[option]
  return (Array.isArray(items) ? items : []).filter((one, i) => {
    const isTold = reader.problems.some(({ path }) => path === `${option}[${i}]`)
    if (!isMade(one) && !isTold) said(reader, [option, i], one, 'what stands in this list')
    return isMade(one)
  })
}

// Planned, or there only for others to be like it, where it says so.
function standing(key: string, reader: Reader): readonly object[] {
  const value = shared('environment', key, reader)
  const { planned, stands } = objectAt(objectAt(reader.document, sections.environment), key)
  if (!value || stands === false) return []
  if (planned === undefined) return [value]
  const path = [sections.environment, key, 'planned']
  const options = isPlainObject(planned) ? (planned as Options) : {}
  const spec = specOf('planned') as NonNullable<ReturnType<typeof specOf>>
  return [make(spec, '', { ...decoded(spec.fields, options, path, reader), value }, atIn(reader, path))]
}

function tellWords(reader: Reader): void {
  for (const [word, value] of Object.entries(reader.document))
    if (!known.includes(word) && !own.includes(word))
      said(reader, [word], value, `the words ${known.join(', ')}`, nearest(word, known))
  for (const section of Object.values(sections)) mapped(section, reader)
}
