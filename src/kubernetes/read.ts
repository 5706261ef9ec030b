// Manifests from a file's text, as kubectl reads it.
// Source: k8s.io/apimachinery@v0.36.3/pkg/util/yaml/decoder.go (documents), pkg/apis/meta/v1/unstructured/helpers.go (lists).
import { EVENT_ID, YAMLException } from 'js-yaml'
import { type DocumentSource, positionOf } from './document-source.ts'
import { type Chunk, documentsOf } from './documents.ts'
import { type Gathered, gather } from './gather.ts'
import { type Hint, hintsIn } from './hints.ts'
import { readJson } from './json-value.ts'
import type { Manifest } from './types.ts'
import { eventsOf } from './yaml-events.ts'
import { place } from './yaml-place.ts'
import { refuseCharacters } from './yaml-refusals.ts'
import { offsetOf, readValue, YamlFault } from './yaml-value.ts'

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
  for (const chunk of documentsOf(text)) readDocument({ ...chunk, file, events: [] }, found)
  return found
}

function readDocument(source: DocumentSource, found: Gathered): void {
  try {
    const value = documentValue(source)
    if (value !== null) gather(source, { value, node: 1 }, found)
  } catch (error) {
    if (error instanceof YamlFault && saysNothing(source)) {
      const at = { file: source.file, ...positionOf(source, 0) }
      found.others.push({ value: undefined, document: source.document, at, lineOf: () => undefined })
    } else found.problems.push({ ...problemOf(error, source), hint: hintsIn(source.text) })
  }
}

function documentValue(source: DocumentSource): unknown {
  if (source.refused !== undefined) throw new YamlFault(0, source.refused)
  if (source.isJson) return readJson(source)
  const text = withPlainBreaks(source.text)
  refuseCharacters(text)
  Object.assign(source, eventsOf(text))
  if (source.events[1] === undefined) return null
  const value = readValue(source.text, source.events, 1)
  refuseSecond(source)
  return value
}

// Lines are read without \r\n and put together with \n (decoder.go:443); to YAML a \r that is left ends a line too.
function withPlainBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replace(/\r\n?/g, '\n') : text
}

// Without a separator kubectl would read the first document only, and say nothing.
function refuseSecond({ events }: DocumentSource): void {
  const second = events.findIndex((event, i) => i > 0 && event.type === EVENT_ID.DOCUMENT)
  const root = events[second + 1]
  if (second > 0 && root !== undefined) {
    throw new YamlFault(offsetOf(root), 'a second document begins here without --- before it')
  }
}

// A fault of values in a document that names no kind is nothing to Kubernetes.
function saysNothing({ text, events }: DocumentSource): boolean {
  if (events[1]?.type !== EVENT_ID.MAPPING) return false
  try {
    return ['apiVersion', 'kind'].every((field) => place(text, events, 1, [field]) === undefined)
  } catch {
    return false
  }
}

function problemOf(error: unknown, source: DocumentSource): ReadProblem {
  const { file, text } = source
  if (error instanceof YamlFault || error instanceof YAMLException) {
    const isFault = error instanceof YamlFault
    const at = positionOf(source, isFault ? error.offset : (error.mark?.position ?? 0))
    if (isTemplate(text)) {
      return { file, ...at, says: 'this is a template, no manifest yet', next: 'render it first, and judge the result' }
    }
    const says = isFault ? error.message : `this is no YAML: ${error.reason}`
    return { file, ...at, says, next: `correct the ${source.isJson ? 'JSON' : 'YAML'} here` }
  }
  throw error
}

function isTemplate(text: Chunk['text']): boolean {
  return /\{\{-? *[.$"`(a-zA-Z/]|<%[=-]? /.test(text)
}
