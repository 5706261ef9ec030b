// Texts: in quotes on one line, or in a block behind `|`, `|-` or `|+`.
// Source: go.yaml.in/yaml/v2@v2.4.3/scannerc.go:2034.

interface Literal {
  readonly value: string
  /** Where the scanner would stand behind it: at the next line, behind its indentation. */
  readonly end: number
  /** Where the next line begins. */
  readonly lineStart: number
}

/** The text, whose lines stand further in than `column`; undefined for headers and empty lines of other kinds. */
export function literalText(text: string, start: number, column: number): Literal | undefined {
  let at = start + 1
  const sign = text.charCodeAt(at)
  const isStripped = sign === 45
  const isKept = sign === 43
  if (isStripped || isKept) at++
  while (text.charCodeAt(at) === 32) at++
  if (text.charCodeAt(at) !== 10) return undefined
  const first = firstLine(text, at + 1, column)
  if (first === undefined) return undefined

  const { indent, empty } = first
  let value = '\n'.repeat(empty)
  // Line breaks since the last line that holds anything.
  let breaks = 0
  let lineStart = first.lineStart
  for (;;) {
    let from = lineStart
    while (from - lineStart < indent && text.charCodeAt(from) === 32) from++
    const code = text.charCodeAt(from)
    const isFull = from - lineStart === indent && code !== 10
    if (code === 0 || (!isFull && code !== 10)) {
      const kept = isKept ? breaks : isStripped ? 0 : Math.min(breaks, 1)
      return code === 9 ? undefined : { value: value + '\n'.repeat(kept), end: from, lineStart }
    }
    const lineEnd = text.indexOf('\n', from)
    if (isFull) {
      value += '\n'.repeat(breaks) + text.slice(from, lineEnd)
      breaks = 0
    }
    breaks++
    lineStart = lineEnd + 1
  }
}

/** The first line that holds anything says how far in all stand. */
function firstLine(text: string, from: number, column: number) {
  let empty = 0
  for (let lineStart = from; ; ) {
    let at = lineStart
    while (text.charCodeAt(at) === 32) at++
    const code = text.charCodeAt(at)
    // Blanks on an empty line may say so too.
    if (code === 10 && at > lineStart) return undefined
    if (code !== 10) {
      const indent = at - lineStart
      return code === 0 || code === 9 || indent <= column ? undefined : { indent, empty, lineStart }
    }
    empty++
    lineStart = at + 1
  }
}

/** Behind the closing quote; -1 for anything that is not written as it is meant, or not on one line. */
export function quotedEnd(text: string, from: number, quote: number): number {
  for (let at = from + 1; ; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return quote === 39 && text.charCodeAt(at + 1) === 39 ? -1 : at + 1
    if (code < 32 || (code === 92 && quote === 34)) return -1
  }
}
