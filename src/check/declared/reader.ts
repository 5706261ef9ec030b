// A document while it is read: what was made of it, what is wrong in it, and where it says so.

import type { ReadManifest } from '../../kubernetes/read.ts'
import type { Manifest, Ref } from '../../kubernetes/types.ts'
import type { At } from '../../platform/model.ts'
import { joined } from '../../platform/plain.ts'
import type { Problem } from '../../platform/problem.ts'
import { isPlainObject } from '../../platform/validate.ts'
import { foundWords } from '../../platform/words.ts'

export type Options = { readonly [option: string]: unknown }
export type Path = readonly (string | number)[]

/** The manifest of an object that lies beside the document, on the cluster of that name. */
export type ManifestOf = (ref: Ref, cluster: string) => Manifest | undefined

export interface Reader {
  readonly file: ReadManifest
  readonly document: Options
  /** The document that citations mean where they name none. */
  readonly cites: unknown
  readonly manifestOf: ManifestOf
  /** `environment live` → its value; undefined while it is being made. */
  readonly made: Map<string, object | undefined>
  readonly problems: Problem[]
  /** The cluster of the environment that is read. */
  readonly cluster: string
}

/** What is wrong at a path; where what was meant is near, that is said in place of all that is allowed. */
export function said(
  { file, problems }: Reader,
  path: Path,
  found: unknown,
  allowed: string,
  near?: string,
): undefined {
  const at = { ...file.at, ...file.lineOf(path) }
  const meant = near === undefined ? {} : { didYouMean: near }
  problems.push({ of: 'Promises', path: pathText(path), at, found: foundWords(found), allowed, ...meant })
  return undefined
}

function pathText(path: Path): string {
  return path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : joined(text, step)), '')
}

export function atIn({ file }: Reader, path: Path): At {
  return { at: { ...file.at, ...file.lineOf(path) }, via: [] }
}

/** Tells what of a section is no entry by name. */
export function mapped(section: string, reader: Reader): void {
  const value = reader.document[section]
  if (value === undefined || value === null) return
  if (!isPlainObject(value)) return said(reader, [section], value, 'entries by name')
  for (const [name, entry] of Object.entries(value))
    if (!isPlainObject(entry)) said(reader, [section, name], entry, 'an object with options')
}

export function objectAt(document: Options, section: string): Options {
  const value = Object.hasOwn(document, section) ? document[section] : undefined
  return isPlainObject(value) ? (value as Options) : {}
}

export function listAt(document: Options, section: string): readonly unknown[] {
  const value = Object.hasOwn(document, section) ? document[section] : undefined
  return Array.isArray(value) ? value : []
}
