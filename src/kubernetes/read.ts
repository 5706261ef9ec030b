// Manifests from a file's text, as kubectl and the API server read it.
// Source: k8s.io/apimachinery@v0.36.3/pkg/util/yaml/decoder.go (documents), pkg/apis/meta/v1/unstructured/helpers.go (lists).
import { EVENT_ID, type Event, YAMLException } from 'js-yaml'
import { type Chunk, documentsOf } from './documents.ts'
import type { Manifest } from './types.ts'
import { eventsOf } from './yaml-events.ts'
import { itemsOf, place } from './yaml-place.ts'
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

/** What could not be read, and what to do about it. */
export interface ReadProblem {
  readonly file: string
  readonly line: number
  readonly column?: number
  readonly says: string
  readonly next: string
}

export interface ReadFile {
  readonly manifests: readonly ReadManifest[]
  readonly problems: readonly ReadProblem[]
}

const largestFileMiB = 32

/** All manifests of a file: documents apart by `---`, lists taken apart, YAML or JSON. One bad document spoils no other. */
export function readManifests(text: string, file: string): ReadFile {
  if (text.length > largestFileMiB * 2 ** 20) {
    return { manifests: [], problems: [{ file, line: 1, ...tooLarge }] }
  }
  const manifests: ReadManifest[] = []
  const problems: ReadProblem[] = []
  for (const chunk of documentsOf(text)) {
    const source: Source = { ...chunk, file, events: [] }
    try {
      readDocument(source, manifests, problems)
    } catch (error) {
      problems.push(problemOf(error, source))
    }
  }
  return { manifests, problems }
}

const tooLarge = { says: `the file is larger than ${largestFileMiB} MiB`, next: 'split it, or leave it out' }

type Position = { readonly line: number; readonly column: number }

interface Source extends Chunk {
  readonly file: string
  events: readonly Event[]
  /** Line of the document, from 0 → spaces that reading put before it. */
  indented?: ReadonlyMap<number, number>
  /** Where each line begins; made when the first position is asked for. */
  lineStarts?: readonly number[]
}

function readDocument(source: Source, manifests: ReadManifest[], problems: ReadProblem[]): void {
  Object.assign(source, eventsOf(source.text))
  const root = source.events[1]
  if (root === undefined) return
  const value = readValue(source.text, source.events, 1)
  refuseSecond(source)
  if (value !== null) gather(source, { value, node: 1 }, manifests, problems)
}

// Without a separator kubectl would read the first document only, and say nothing.
function refuseSecond({ events }: Source): void {
  const second = events.findIndex((event, i) => i > 0 && event.type === EVENT_ID.DOCUMENT)
  const root = events[second + 1]
  if (second > 0 && root !== undefined) {
    throw new YamlFault(offsetOf(root), 'a second document begins here without --- before it')
  }
}

interface Found {
  readonly value: unknown
  readonly node: number
  /** What a list says of its items that do not say it themselves. */
  readonly of?: { readonly apiVersion: string; readonly kind: string }
}

function gather(source: Source, found: Found, manifests: ReadManifest[], problems: ReadProblem[]): void {
  const { value, node } = found
  const at = positionOf(source, offsetOf(source.events[node] as Event))
  const problem = (says: string, next: string) => problems.push({ file: source.file, ...at, says, next })
  if (!isRecord(value)) {
    problem(
      'this document is no mapping, so it is no manifest',
      'write apiVersion, kind and metadata, or leave the file out',
    )
    return
  }
  const fields: Record<string, unknown> = found.of === undefined ? value : { ...found.of, ...value }
  const { apiVersion, kind, metadata } = fields
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || apiVersion === '' || kind === '') {
    problem(
      `this document has no ${lacks(apiVersion, kind)}, so it is no manifest`,
      'add what is missing, or leave the file out',
    )
  } else if (kind.endsWith('List') && (Array.isArray(fields.items) || fields.items === null)) {
    gatherItems(source, { apiVersion, kind, items: fields.items ?? [], node }, manifests, problems)
  } else if (metadata !== undefined && metadata !== null && !isRecord(metadata)) {
    problem(`the metadata of this ${kind} is no mapping`, 'write metadata: with name: below it')
  } else {
    manifests.push(readManifest(source, fields, node, at))
  }
}

function readManifest(source: Source, fields: Record<string, unknown>, node: number, at: Position): ReadManifest {
  return {
    // The check above has seen to the fields that a manifest must have.
    manifest: (isRecord(fields.metadata) ? fields : { ...fields, metadata: {} }) as unknown as Manifest,
    document: source.document,
    at: { file: source.file, ...at },
    lineOf: (path) => {
      const found = place(source.text, source.events, node, path)
      return found === undefined ? undefined : positionOf(source, found.offset)
    },
  }
}

interface List {
  readonly apiVersion: string
  readonly kind: string
  readonly items: readonly unknown[]
  readonly node: number
}

function gatherItems(source: Source, list: List, manifests: ReadManifest[], problems: ReadProblem[]): void {
  const items = place(source.text, source.events, list.node, ['items'])
  const nodes = items === undefined ? [] : itemsOf(source.events, items.node)
  // A ConfigMapList's items are ConfigMaps though they do not say so; a plain List says nothing of its items.
  const kind = list.kind.slice(0, -'List'.length)
  const of = kind === '' ? undefined : { apiVersion: list.apiVersion, kind }
  for (const [i, value] of list.items.entries())
    gather(source, { value, node: nodes[i] ?? list.node, of }, manifests, problems)
}

function problemOf(error: unknown, source: Source): ReadProblem {
  if (error instanceof YamlFault) {
    return {
      file: source.file,
      ...positionOf(source, error.offset),
      says: error.message,
      next: 'correct the YAML here',
    }
  }
  if (error instanceof YAMLException) {
    const at = positionOf(source, error.mark?.position ?? 0)
    return { file: source.file, ...at, says: `this is no YAML: ${error.reason}`, next: 'correct the YAML here' }
  }
  throw error
}

function positionOf(source: Source, offset: number): Position {
  source.lineStarts ??= lineStartsOf(source.text)
  let low = 0
  let high = source.lineStarts.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  const column = offset - (source.lineStarts[low] ?? 0) + 1 - (source.indented?.get(low) ?? 0)
  return { line: source.line + low, column: Math.max(1, column) }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lacks(apiVersion: unknown, kind: unknown): string {
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  if (!isText(apiVersion) && !isText(kind)) return 'apiVersion and kind'
  return isText(apiVersion) ? 'kind' : 'apiVersion'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
