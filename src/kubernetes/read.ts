// Manifests from a file's text, as kubectl reads it.
// Source: k8s.io/apimachinery@v0.36.3/pkg/util/yaml/decoder.go (documents), pkg/apis/meta/v1/unstructured/helpers.go (lists).
import { type DocumentSource, parsedInto, positionOf, sourceOf } from './document-source.ts'
import { type Chunk, documentsOf } from './documents.ts'
import { type Gathered, gather } from './gather.ts'
import { type Hint, hintsIn } from './hints.ts'
import type { Manifest } from './types.ts'
import { KIND, noEvents } from './yaml/events.ts'
import { NarrowYamlFault, YamlFault } from './yaml/fault.ts'
import { place } from './yaml/place.ts'
import { readValue } from './yaml/value.ts'

/** A place in a file; lines and columns count from 1. */
export interface ManifestPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface ReadManifest {
  readonly manifest: Manifest
  /** The document of the file that holds it, from 1. */
  readonly document: number
  readonly at: ManifestPlace
  /** Where a field is written, `['spec', 'containers', 0, 'image']`; undefined for a field that is not. */
  readonly lineOf: (path: readonly (string | number)[]) => { line: number; column: number } | undefined
}

/** A document that is meant for no API server: values of a chart, a composition, a package. */
export interface ReadOther extends Omit<ReadManifest, 'manifest'> {
  /** Undefined where it is no YAML that Kubernetes would take. */
  readonly value: unknown
}

/** What could not be read, and what to do about it. */
export interface ReadProblem {
  readonly file: string
  readonly line: number
  readonly column?: number
  readonly says: string
  readonly next: string
  /** What it would have held, as far as its text shows. */
  readonly hint?: Hint
}

export interface ReadFile {
  readonly manifests: readonly ReadManifest[]
  readonly others: readonly ReadOther[]
  readonly problems: readonly ReadProblem[]
}

const largestFileMiB = 32

/** All manifests of a file: documents apart by `---`, lists taken apart, YAML or JSON. One bad document spoils no other. */
export function readManifests(text: string, file: string): ReadFile {
  const found: Gathered = { manifests: [], others: [], problems: [] }
  if (text.length > largestFileMiB * 2 ** 20) {
    const says = `the file is larger than ${largestFileMiB} MiB`
    found.problems.push({ file, line: 1, says, next: 'split it, or leave it out' })
    return found
  }
  for (const chunk of documentsOf(text)) readDocument(sourceOf(chunk, file), text, found)
  return found
}

function readDocument(source: DocumentSource, whole: string, found: Gathered): void {
  try {
    const value = documentValue(source)
    if (value !== null) gather(source, { value, node: 0 }, found)
  } catch (error) {
    if (error instanceof YamlFault && (isForOthers(error, whole) || saysNothing(source))) {
      const at = { file: source.file, ...positionOf(source, 0) }
      found.others.push({ value: undefined, document: source.document, at, lineOf: () => undefined })
    } else found.problems.push({ ...problemOf(error, source), hint: hintsIn(source.text) })
  } finally {
    source.events = undefined
  }
}

// Filled again for each document: what stands there is asked of few of them later, and then parsed once more.
const scratch = noEvents('')

function documentValue(source: DocumentSource): unknown {
  const { refused, isJson } = source
  if (refused !== undefined) throw new YamlFault(refused.offset, refused.says)
  const events = parsedInto(source, scratch)
  source.events = events
  return events.count === 0 ? null : readValue(events, 0, { isJson })
}

// Files of other tools, which read more as YAML.
function isForOthers(error: YamlFault, whole: string): boolean {
  return error instanceof NarrowYamlFault && !/apiVersion|kind/.test(whole) && !isTemplate(whole)
}

// A fault of values in a document that names no kind is nothing to Kubernetes.
function saysNothing({ events }: DocumentSource): boolean {
  if (events === undefined || events.count === 0 || events.kinds[0] !== KIND.mapping) return false
  try {
    return ['apiVersion', 'kind'].every((field) => place(events, 0, [field]) === undefined)
  } catch {
    return false
  }
}

function problemOf(error: unknown, source: DocumentSource): ReadProblem {
  if (!(error instanceof YamlFault)) throw error
  const { file, text } = source
  const at = positionOf(source, error.offset)
  if (isTemplate(text)) {
    return { file, ...at, says: 'this is a template, no manifest yet', next: 'render it first, and judge the result' }
  }
  return { file, ...at, says: error.message, next: `correct the ${source.isJson ? 'JSON' : 'YAML'} here` }
}

function isTemplate(text: Chunk['text']): boolean {
  return /\{\{-? *[.$"`(a-zA-Z/]|<%[=-]? /.test(text)
}
