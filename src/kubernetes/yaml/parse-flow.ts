// Source: go.yaml.in/yaml/v2@v2.4.3/parserc.go:700.
import { addEvent, KIND } from './events.ts'
import { NarrowYamlFault, YamlSyntaxFault } from './fault.ts'
import { empty, type Parsing } from './parsing.ts'
import { peek, take } from './scan.ts'
import { type Scanner, TOKEN, type Token } from './scanner.ts'

/** A list in brackets. */
export function flowSequence(parsing: Parsing): void {
  const { scanner, events } = parsing
  take(scanner)
  for (let isFirst = true; ; isFirst = false) {
    const found = nextInBrackets(scanner, TOKEN.flowSequenceEnd, isFirst)
    if (found.type === TOKEN.flowSequenceEnd) return take(scanner)
    if (found.type === TOKEN.key) {
      take(scanner)
      // [a: b] holds a mapping of one key.
      addEvent(events, KIND.mapping, found.start, found.start)
      pairKey(parsing)
      flowValue(parsing, TOKEN.flowSequenceEnd)
      addEvent(events, KIND.end, scanner.at, scanner.at)
    } else parsing.node(parsing, 'flow')
  }
}

// As go-yaml does, the sign behind a lone ? is dropped, and what follows is most often refused.
function pairKey(parsing: Parsing): void {
  const { scanner } = parsing
  const { type, end } = peek(scanner)
  if (type !== TOKEN.value && type !== TOKEN.comma && type !== TOKEN.flowSequenceEnd)
    return parsing.node(parsing, 'flow')
  take(scanner)
  empty(parsing, end)
}

/** A mapping in braces. */
export function flowMapping(parsing: Parsing): void {
  const { scanner } = parsing
  take(scanner)
  for (let isFirst = true; ; isFirst = false) {
    const found = nextInBrackets(scanner, TOKEN.flowMappingEnd, isFirst)
    if (found.type === TOKEN.flowMappingEnd) return take(scanner)
    if (found.type === TOKEN.key) {
      take(scanner)
      const { type, start } = peek(scanner)
      if (type === TOKEN.value || type === TOKEN.comma || type === TOKEN.flowMappingEnd) empty(parsing, start)
      else parsing.node(parsing, 'flow')
      flowValue(parsing, TOKEN.flowMappingEnd)
    } else {
      parsing.node(parsing, 'flow')
      empty(parsing, peek(scanner).start)
    }
  }
}

// Behind the comma, or the end.
function nextInBrackets(scanner: Scanner, end: number, isFirst: boolean): Token {
  const found = peek(scanner)
  if (isFirst || found.type === end) return found
  if (found.type !== TOKEN.comma) {
    throw new (found.type === TOKEN.key ? NarrowYamlFault : YamlSyntaxFault)(found.start, lackingComma(found.type, end))
  }
  take(scanner)
  return peek(scanner)
}

function lackingComma(type: number, end: number): string {
  const lacking = `did not find expected ',' or '${end === TOKEN.flowSequenceEnd ? ']' : '}'}'`
  if (type === TOKEN.key) return `${lacking}; a ? between brackets is the sign of a key: quote the text that holds it`
  if (type === TOKEN.value) return `${lacking}; a key ends on its line, within 1,024 characters`
  return lacking
}

function flowValue(parsing: Parsing, end: number): void {
  const { scanner } = parsing
  const { type, start } = peek(scanner)
  if (type !== TOKEN.value) return empty(parsing, start)
  take(scanner)
  const next = peek(scanner)
  if (next.type === TOKEN.comma || next.type === end) empty(parsing, next.start)
  else parsing.node(parsing, 'flow')
}
