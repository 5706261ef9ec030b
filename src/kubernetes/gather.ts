// What a document holds: manifests, taken out of lists, or something that is meant for no API server.
// Source: k8s.io/apimachinery@v0.36.3/pkg/apis/meta/v1/unstructured/helpers.go:398 (lists).

import { type DocumentSource, eventsOf, positionOf } from './document-source.ts'
import type { ReadManifest, ReadOther, ReadProblem } from './read.ts'
import type { Manifest } from './types.ts'
import { itemsOf, place } from './yaml/place.ts'

/** What reading has found so far. */
export interface Gathered {
  readonly manifests: ReadManifest[]
  readonly others: ReadOther[]
  readonly problems: ReadProblem[]
}

/** The value at an event, and what a list says of it where it stands in one. */
export interface Found {
  readonly value: unknown
  readonly node: number
  readonly of?: ListItem
}

interface ListItem {
  /** What a typed list says of items that say neither themselves. */
  readonly apiVersion?: string
  readonly kind?: string
}

/** Adds what the value holds. */
export function gather(source: DocumentSource, found: Found, into: Gathered): void {
  const { node, of } = found
  // Null in a typed list is an object that says nothing, as kubectl reads it.
  const value = found.value === null && of?.kind !== undefined ? {} : found.value
  const at = positionOf(source, offsetAt(source, node))
  const problem = (says: string, next: string) => into.problems.push({ file: source.file, ...at, says, next })
  if (of === undefined && !isMeantAsManifest(value)) {
    into.others.push({ value, document: source.document, ...placed(source, node) })
    return
  }
  if (!isRecord(value)) {
    problem('this item of a list is no mapping, so it is no manifest', 'write apiVersion, kind and metadata')
    return
  }
  const fields = withListed(value, of)
  const { apiVersion, kind, metadata, items } = fields
  // Of a list kubectl wants to know the kind alone, unless it is an item itself.
  const isList = of === undefined && isItems(items)
  if (!isText(kind) || (!isText(apiVersion) && !isList)) {
    const lacking = [!isText(apiVersion) && 'apiVersion', !isText(kind) && 'kind'].filter(Boolean).join(' and ')
    problem(`this document has no ${lacking}, so it is no manifest`, 'add what is missing, or leave the file out')
  } else if (isText(apiVersion) && apiVersion.split('/').length > 2) {
    problem(`the apiVersion of this ${kind} has more than one /`, 'write group/version, or v1')
  } else if (Array.isArray(items) || (items === null && of === undefined)) {
    gatherItems(source, { node, items: items ?? [], of: itemOf(isText(apiVersion) ? apiVersion : '', kind, of) }, into)
  } else if (Object.hasOwn(fields, 'items') && of === undefined) {
    problem(
      `the items of this ${kind} are no list, and kubectl takes whatever has items as one`,
      'write items: as a list',
    )
  } else if (metadata !== undefined && metadata !== null && !isRecord(metadata)) {
    problem(`the metadata of this ${kind} is no mapping`, 'write metadata: with name: below it')
  } else {
    into.manifests.push(readManifest(source, fields, node))
  }
}

/**
 * Whether somebody meant this for an API server: it says what it is, or says half of it beside the fields that manifests
 * have. Values of charts, compositions, packages and schemas say neither, or one of the two with a meaning of their own.
 */
function isMeantAsManifest(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { apiVersion, kind, items } = value
  if (isText(apiVersion) && isText(kind)) return true
  if (isText(kind) && isItems(items)) return true
  return (isText(apiVersion) || isText(kind)) && (isRecord(value.metadata) || isRecord(value.spec))
}

function isItems(items: unknown): boolean {
  return items === null || (Array.isArray(items) && items.every((item) => item === null || isRecord(item)))
}

function withListed(value: Record<string, unknown>, of: ListItem | undefined): Record<string, unknown> {
  return of?.kind === undefined || isText(value.apiVersion) || isText(value.kind) ? value : { ...value, ...of }
}

// A ConfigMapList's items are ConfigMaps though they do not say so; a plain List says nothing of its items, and a list
// inside a list neither.
function itemOf(apiVersion: string, kind: string, outer: ListItem | undefined): ListItem {
  const item = kind.endsWith('List') ? kind.slice(0, -'List'.length) : kind
  return outer === undefined && item !== '' ? { apiVersion, kind: item } : {}
}

function gatherItems(
  source: DocumentSource,
  list: { readonly node: number; readonly items: readonly unknown[]; readonly of: ListItem },
  into: Gathered,
): void {
  const items = place(eventsOf(source), list.node, ['items'])
  const nodes = items === undefined ? [] : itemsOf(eventsOf(source), items.node)
  const strange = list.items.findIndex((item) => item !== null && !isRecord(item))
  if (strange >= 0) {
    const at = positionOf(source, offsetAt(source, nodes[strange] ?? list.node))
    const says = 'this item of a list is no mapping, so it is no manifest, and kubectl takes nothing of the list'
    into.problems.push({ file: source.file, ...at, says, next: 'write apiVersion, kind and metadata' })
    return
  }
  for (const [i, value] of list.items.entries())
    gather(source, { value, node: nodes[i] ?? list.node, of: list.of }, into)
}

function readManifest(source: DocumentSource, fields: Record<string, unknown>, node: number): ReadManifest {
  return {
    // The check above has seen to the fields that a manifest must have.
    manifest: (isRecord(fields.metadata) ? fields : { ...fields, metadata: {} }) as unknown as Manifest,
    document: source.document,
    ...placed(source, node),
  }
}

function placed(source: DocumentSource, node: number): Pick<ReadOther, 'at' | 'lineOf'> {
  return {
    at: { file: source.file, ...positionOf(source, offsetAt(source, node)) },
    lineOf: (path) => {
      const found = place(eventsOf(source), node, path)
      return found === undefined ? undefined : positionOf(source, found.offset)
    },
  }
}

function offsetAt(source: DocumentSource, node: number): number {
  return eventsOf(source).starts[node] ?? 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
