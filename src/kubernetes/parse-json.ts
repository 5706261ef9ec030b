/**
 * The value of a JSON text, as `JSON.parse` should give it. In Node 24 and 26 that takes one key for another: after
 * `{"a":1,"b\\":2}` the key of `{"a":1,"b\"":2}` is read as the first one, for V8 compares keys before it decodes them
 * (nodejs/node#63785, issues.chromium.org/521080746). So an escaped key is decoded apart, as a value is.
 *
 * @throws SyntaxError where the text is no JSON.
 */
export function parseJson(text: string): unknown {
  const asRead: unknown = JSON.parse(text)
  if (!text.includes('\\')) return asRead
  const keys: string[] = []
  const mark = unusedMark(text)
  // Outside of strings there is no quote, so each token that is found is a string.
  const marked = text.replace(strings, (token: string, offset: number) => {
    if (!token.includes('\\') || !isKey(text, offset + token.length)) return token
    return `"${mark}${keys.push(JSON.parse(token)) - 1}"`
  })
  if (keys.length === 0) return asRead
  const keyOf = (name: string) => (name.startsWith(mark) ? (keys[Number(name.slice(mark.length))] ?? name) : name)
  return JSON.parse(marked, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if (!Object.keys(value).some((name) => name.startsWith(mark))) return value
    return Object.fromEntries(Object.entries(value).map(([name, held]) => [keyOf(name), held]))
  })
}

const strings = /"[^"\\]*(?:\\.[^"\\]*)*"/g
const colon = /[ \t\r\n]*:/y

function isKey(text: string, end: number): boolean {
  colon.lastIndex = end
  return colon.test(text)
}

// A character for private use, as often as the text itself never has it.
function unusedMark(text: string): string {
  let mark = '\ue000'
  while (text.includes(mark)) mark += '\ue000'
  return mark
}
