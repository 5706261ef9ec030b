/** Where the JSON value ends that begins at `start`, blanks before it; undefined where none does. */
export function jsonEnd(whole: string, start: number): number | undefined {
  blanks.lastIndex = start
  blanks.test(whole)
  const from = blanks.lastIndex
  const end = bracketEnd(whole, from) ?? scalarEnd(whole, from)
  return end !== undefined && isJson(whole.slice(from, end)) ? end : undefined
}

const blanks = /[ \t\r\n]*/y
const scalar = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*|true|false|null/y
// Whatever decides where a bracket closes: brackets, and strings, which may hold some.
const stop = /[[\]{}]|"[^"\\]*(?:\\.[^"\\]*)*"/g

function bracketEnd(whole: string, from: number): number | undefined {
  if (whole[from] !== '{' && whole[from] !== '[') return undefined
  let depth = 0
  stop.lastIndex = from
  for (let found = stop.exec(whole); found; found = stop.exec(whole)) {
    const [token] = found
    if (token === '{' || token === '[') depth++
    else if (token === '}' || token === ']') depth--
    if (depth === 0) return stop.lastIndex
  }
  return undefined
}

function scalarEnd(whole: string, from: number): number | undefined {
  scalar.lastIndex = from
  return scalar.test(whole) ? scalar.lastIndex : undefined
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
