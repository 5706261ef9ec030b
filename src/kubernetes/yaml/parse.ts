// The events of one document.
// Source: go.yaml.in/yaml/v2@v2.4.3/parserc.go:200 (documents), :320 (nodes).

import { characterFault } from './character-fault.ts'
import {
  addEvent,
  addMade,
  deepestNesting,
  emptied,
  KIND,
  mostAnchors,
  mostEvents,
  noEvents,
  type YamlEvents,
} from './events.ts'
import { DirectiveFault, YamlFault, YamlSyntaxFault } from './fault.ts'
import { ordinaryEvents } from './ordinary.ts'
import { blockMapping, blockSequence, dashes } from './parse-block.ts'
import { flowMapping, flowSequence } from './parse-flow.ts'
import { type Context, empty, type Parsing } from './parsing.ts'
import { peek, take } from './scan.ts'
import { type Scanner, scannerOf, TOKEN, type Token } from './scanner.ts'

/** The first document of a text, none where there is nothing but comments; throws `YamlFault`. Writes into `events`. */
export function parseYaml(document: string, events: YamlEvents = noEvents(document)): YamlEvents {
  const fault = characterFault(document)
  if (fault === undefined) return parsed(document, events)
  try {
    scanned(ended(document.slice(0, fault.offset)))
  } catch (error) {
    // kubectl stops reading before it comes to the character.
    if (error instanceof EndFault || error instanceof DirectiveFault) throw error
  }
  throw fault
}

function parsed(document: string, events: YamlEvents): YamlEvents {
  const text = ended(document)
  return ordinaryEvents(text, events) ?? scanned(text, events)
}

function ended(document: string): string {
  return `${document}${document.endsWith('\n') ? '' : '\n'}\0`
}

/** The same token by token, for a text that ends with a line break and \0. */
export function scanned(text: string, events: YamlEvents = noEvents(text)): YamlEvents {
  const parsing: Parsing = { scanner: scannerOf(text), events: emptied(events, text), node, depth: 0 }
  const first = peek(parsing.scanner)
  if (first.type === TOKEN.textEnd) return parsing.events
  if (first.type === TOKEN.documentStart) {
    take(parsing.scanner)
    const next = peek(parsing.scanner)
    if (isDocumentEnd(next)) empty(parsing, next.start)
    else node(parsing, 'block')
  } else node(parsing, 'block')
  refuseSecond(parsing.scanner)
  return parsing.events
}

/** Something stands behind the end of the document. */
class EndFault extends YamlFault {}

function isDocumentEnd({ type }: Token): boolean {
  return type === TOKEN.textEnd || type === TOKEN.documentStart || type === TOKEN.documentEnd
}

// kubectl would read the first document only, and say nothing.
function refuseSecond(scanner: Scanner): void {
  const { type, start, end } = peek(scanner)
  if (type === TOKEN.textEnd) return
  if (type === TOKEN.documentStart) throw new EndFault(start, secondDocument)
  if (type !== TOKEN.documentEnd) throw new EndFault(start, 'this stands behind the end of the document')
  const rest = /[ \t]*(?:#.*)?(?:[\n\r]|\0)/y
  for (rest.lastIndex = end; rest.lastIndex < scanner.text.length; ) {
    const from = rest.lastIndex
    if (!rest.test(scanner.text)) throw new EndFault(from, secondDocument)
  }
}

const secondDocument = 'a second document begins here without --- before it'

function node(parsing: Parsing, context: Context): void {
  const { scanner, events } = parsing
  const first = peek(scanner)
  if (first.type === TOKEN.alias) {
    take(scanner)
    nameEvent(events, addEvent(events, KIND.alias, first.start, first.end), first.text ?? '')
    return
  }
  if (first.type !== TOKEN.anchor && first.type !== TOKEN.tag) {
    if (content(parsing, context, first)) return
    throw new YamlSyntaxFault(first.start, 'did not find expected node content')
  }
  const { name, tag } = properties(scanner)
  const at = events.count
  if (name !== undefined) nameEvent(events, at, name)
  if (events.names !== undefined && events.names.size > mostAnchors) {
    throw new YamlSyntaxFault(first.start, `one document of more than ${mostAnchors} anchors and aliases`)
  }
  if (tag !== undefined) {
    events.tags ??= new Map()
    events.tags.set(at, tag)
  }
  if (!content(parsing, context, peek(scanner))) empty(parsing, first.end)
}

function nameEvent(events: YamlEvents, at: number, name: string): void {
  events.names ??= new Map()
  events.names.set(at, name)
}

// An anchor and a tag, in either order.
function properties(scanner: Scanner): { name?: string; tag?: string } {
  let name: string | undefined
  let tag: string | undefined
  for (;;) {
    const { type, text, start } = peek(scanner)
    if (type === TOKEN.anchor && name === undefined) name = text
    else if (type === TOKEN.tag && tag === undefined) {
      if (text === undefined) throw new YamlSyntaxFault(start, 'found undefined tag handle')
      tag = text
    } else return { name, tag }
    take(scanner)
  }
}

function content(parsing: Parsing, context: Context, found: Token): boolean {
  switch (found.type) {
    case TOKEN.plain:
    case TOKEN.quoted:
      scalar(parsing, found)
      return true
    case TOKEN.flowSequence:
      collection(parsing, KIND.sequence, flowSequence)
      return true
    case TOKEN.flowMapping:
      collection(parsing, KIND.mapping, flowMapping)
      return true
    case TOKEN.dash:
      if (context !== 'dashes') return false
      collection(parsing, KIND.sequence, dashes)
      return true
    case TOKEN.blockSequence:
    case TOKEN.blockMapping:
      if (context === 'flow') return false
      if (found.type === TOKEN.blockSequence) collection(parsing, KIND.sequence, blockSequence)
      else collection(parsing, KIND.mapping, blockMapping)
      return true
    default:
      return false
  }
}

function scalar({ scanner, events }: Parsing, { type, start, end, text }: Token): void {
  take(scanner)
  refuseMore(events, start)
  const asWritten = type === TOKEN.plain ? KIND.plain : KIND.quoted
  if (text === undefined) addEvent(events, asWritten, start, end)
  else addMade(events, asWritten + 1, start, end, text)
}

// Where go-yaml goes on, and a list of manifests never comes to.
function refuseMore({ count }: YamlEvents, start: number): void {
  if (count > mostEvents) throw new YamlSyntaxFault(start, `one document of more than ${mostEvents} values`)
}

function collection(parsing: Parsing, kind: number, items: (parsing: Parsing) => void): void {
  const { events, scanner } = parsing
  const { start } = peek(scanner)
  if (++parsing.depth > deepestNesting) {
    throw new YamlSyntaxFault(start, `values are nested more than ${deepestNesting} deep here`)
  }
  addEvent(events, kind, start, start)
  items(parsing)
  addEvent(events, KIND.end, scanner.at, scanner.at)
  parsing.depth--
}
