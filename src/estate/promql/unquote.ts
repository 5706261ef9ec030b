// Strings as Prometheus reads them (prometheus@v3, util/strutil/quote.go): Go's escapes in either quotes, none in backticks.

const single: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/** What a quoted text says; undefined where Prometheus would not take it. */
export function unquote(quoted: string): string | undefined {
  const quote = quoted[0]
  if (quoted.length < 2 || quoted.at(-1) !== quote) return undefined
  const inner = quoted.slice(1, -1)
  if (quote === '`') return inner
  let isRefused = false
  const text = inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|([\s\S]?))/g,
    (_, hex?: string, short?: string, long?: string, octal?: string, letter?: string) => {
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
      const code = hex ?? short ?? long
      if (code !== undefined && Number.parseInt(code, 16) <= 0x10ffff)
        return String.fromCodePoint(Number.parseInt(code, 16))
      const said = letter !== undefined && Object.hasOwn(single, letter) ? single[letter] : undefined
      // The other kind of quote needs no escape, and may have none.
      if (said === undefined || ((letter === '"' || letter === "'") && letter !== quote)) isRefused = true
      return said ?? ''
    },
  )
  return isRefused ? undefined : text
}
