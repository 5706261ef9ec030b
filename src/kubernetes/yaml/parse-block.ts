// Source: go.yaml.in/yaml/v2@v2.4.3/parserc.go:520.
import { YamlSyntaxFault } from './fault.ts'
import { empty, type Parsing } from './parsing.ts'
import { peek, take } from './scan.ts'
import { TOKEN } from './scanner.ts'

/** A list whose dashes stand further in than what holds it. */
export function blockSequence(parsing: Parsing): void {
  const { scanner } = parsing
  take(scanner)
  for (;;) {
    const { type, start, end } = peek(scanner)
    if (type !== TOKEN.dash && type !== TOKEN.blockEnd) {
      throw new YamlSyntaxFault(start, "did not find expected '-' indicator")
    }
    take(scanner)
    if (type === TOKEN.blockEnd) return
    const next = peek(scanner).type
    if (next === TOKEN.dash || next === TOKEN.blockEnd) empty(parsing, end)
    else parsing.node(parsing, 'block')
  }
}

/** A list that stands no further in than its key: it ends with whatever is no dash. */
export function dashes(parsing: Parsing): void {
  const { scanner } = parsing
  for (let found = peek(scanner); found.type === TOKEN.dash; found = peek(scanner)) {
    take(scanner)
    const next = peek(scanner).type
    if (next === TOKEN.dash || isEndOfEntry(next)) empty(parsing, found.end)
    else parsing.node(parsing, 'block')
  }
}

function isEndOfEntry(type: number): boolean {
  return type === TOKEN.key || type === TOKEN.value || type === TOKEN.blockEnd
}

/** Keys and values by indentation. */
export function blockMapping(parsing: Parsing): void {
  const { scanner } = parsing
  take(scanner)
  for (;;) {
    const { type, start, end } = peek(scanner)
    if (type !== TOKEN.key && type !== TOKEN.blockEnd) throw new YamlSyntaxFault(start, 'did not find expected key')
    take(scanner)
    if (type === TOKEN.blockEnd) return
    if (isEndOfEntry(peek(scanner).type)) empty(parsing, end)
    else parsing.node(parsing, 'dashes')
    blockValue(parsing)
  }
}

function blockValue(parsing: Parsing): void {
  const { scanner } = parsing
  const { type, start, end } = peek(scanner)
  if (type !== TOKEN.value) return empty(parsing, start)
  take(scanner)
  if (isEndOfEntry(peek(scanner).type)) empty(parsing, end)
  else parsing.node(parsing, 'dashes')
}
