// Source: go.yaml.in/yaml/v2@v2.4.3/parserc.go:700.
import { addEvent, KIND } from './events.ts'
import { NarrowYamlFault, YamlSyntaxFault } from './fault.ts'
import { empty, type Parsing } from './parsing.ts'
import { peek, take } from './scan.ts'
import { type Scanner, TOKEN, type Token } from './scanner.ts'

/** A list in brackets. */
export function flowSequence(parsing: Parsing): void {
  const { scanner, events } = parsing
  const open = peek(scanner)
  take(scanner)
  for (let isFirst = true; ; isFirst = false) {
    const found = nextInBrackets(scanner, open, isFirst)
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
  const open = peek(scanner)
  take(scanner)
  for (let isFirst = true; ; isFirst = false) {
    const found = nextInBrackets(scanner, open, isFirst)
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
function nextInBrackets(scanner: Scanner, open: Token, isFirst: boolean): Token {
  const end = open.type === TOKEN.flowSequence ? TOKEN.flowSequenceEnd : TOKEN.flowMappingEnd
  const found = peek(scanner)
  if (found.type === TOKEN.textEnd) throw new YamlSyntaxFault(open.start, `${lacking(open)} before the end of this`)
  if (isFirst || found.type === end) return found
  if (found.type === TOKEN.key) {
    const why = 'a ? between brackets is the sign of a key: quote the text that holds it'
    throw new NarrowYamlFault(found.start, `${lacking(open)}; ${why}`)
  }
  if (found.type !== TOKEN.comma) {
    const why = found.type === TOKEN.value ? '; a key ends on its line, within 1,024 characters' : ''
    throw new YamlSyntaxFault(found.start, `${lacking(open)}${why}`)
  }
  take(scanner)
  return peek(scanner)
}

function lacking({ type }: Token): string {
  return `did not find expected ',' or '${type === TOKEN.flowSequence ? ']' : '}'}'`
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
