import { plainScalar } from './yaml/scalar.ts'

// Letters and figures with harmless marks between: no indicator, no `: `, no ` #`, no number of any YAML version.
const harmless = /^[A-Za-z/][A-Za-z0-9_./@-]*([ :=][A-Za-z0-9_./@-]+)*$/
const printable = /^[\n\t\x20-\x7E\u00A0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD]*$/
// `=` and `<<` are values of YAML 1.1 too, and all of these are read differently by one reader or another.
const wordsOfSomeReader = /^(y|n|yes|no|on|off|true|false|null|nan|inf|infinity|undefined)$/i

/** A text as a YAML scalar: plain where no reader can mistake it, else in double quotes; never over several lines. */
export function printText(text: string): string {
  return isPlainSafe(text) ? text : quoted(text)
}

function isPlainSafe(text: string): boolean {
  return text.length < 200 && harmless.test(text) && !wordsOfSomeReader.test(text) && plainScalar(text) === text
}

// JSON's escapes are YAML's; what JSON leaves as it is and YAML would not print is escaped too.
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}

/** Whether a text of several lines may stand as a literal block: what is printed is then what is read. */
export function isBlockSafe(text: string): boolean {
  if (!text.includes('\n') || !printable.test(text)) return false
  const lines = text.split('\n')
  const isLastEmpty = lines.at(-1) === ''
  const body = isLastEmpty ? lines.slice(0, -1) : lines
  if (body.at(-1) === '' || /^[ \t]|^$/.test(body[0] ?? '')) return false
  return body.every((line) => line === '' || /\S/.test(line))
}

/** The lines of a literal block and its header: `|` where the text ends with a line break, else `|-`. */
export function blockLines(text: string): { header: '|' | '|-'; lines: string[] } {
  const lines = text.split('\n')
  if (lines.at(-1) !== '') return { header: '|-', lines }
  return { header: '|', lines: lines.slice(0, -1) }
}
