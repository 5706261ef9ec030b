// Lines for a terminal of some width, or of none: a pipe gets each sentence whole.

/** Columns that a text takes on a terminal: code points, as no wide script occurs in what we print ourselves. */
export function widthOf(text: string): number {
  let width = 0
  for (const _ of text) width += 1
  return width
}

/** Breaks a sentence at spaces so that no line is wider than `width`; lines after the first are indented by `hang`. */
export function wrap(text: string, width: number | undefined, hang: string): readonly string[] {
  if (width === undefined || widthOf(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const word of wordsOf(text)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (widthOf(joined) <= width || line.trim() === '') line = joined
    else {
      lines.push(line)
      line = `${hang}${word}`
    }
  }
  return [...lines, line]
}

// Leading blanks belong to the first word: they are the indentation of the line. Short arithmetic stays in one piece.
function wordsOf(text: string): readonly string[] {
  const lead = /^ */.exec(text)?.[0] ?? ''
  const [first = '', ...rest] = text.slice(lead.length).split(' ')
  const words = [lead + first]
  for (const word of rest) {
    const last = words.at(-1) ?? ''
    const isSum = operators.has(word) || operators.has(last.slice(last.lastIndexOf(' ') + 1))
    if (isSum && widthOf(last) + 1 + widthOf(word) <= shortSum) words[words.length - 1] = `${last} ${word}`
    else words.push(word)
  }
  return words
}

const operators: ReadonlySet<string> = new Set(['+', '−', '×', '=', '<', '>', '≤', '≥'])
const shortSum = 24

/** Labels and texts side by side; the texts wrap under themselves. */
export function rows(
  table: readonly (readonly [label: string, text: string])[],
  indent: string,
  width: number | undefined,
): readonly string[] {
  const widest = Math.max(0, ...table.map(([label]) => widthOf(label)))
  const column = width === undefined ? widest : Math.min(widest, Math.floor(width / 2))
  return table.flatMap(([label, text]) => {
    const pad = ' '.repeat(Math.max(0, column - widthOf(label)))
    const line = text === '' ? `${indent}${label}` : `${indent}${label}${pad}  ${text}`
    return wrap(line, width, `${indent}${' '.repeat(Math.min(column, 24))}  `)
  })
}

/** Parts in a row, apart by a separator; a line ends after a part, never within one that fits. */
export function joined(parts: readonly string[], separator: string, width: number | undefined): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts) {
    const longer = line === '' ? part : `${line}${separator}${part}`
    if (line === '' || width === undefined || widthOf(longer) <= width) line = longer
    else {
      lines.push(line)
      line = `  ${part}`
    }
  }
  return [...lines, line].flatMap((one) => wrap(one, width, '  '))
}
