import { clean } from '../text/clean.ts'

const entities: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A line as text or attribute of XML 1.0, which no escape lets hold control characters, U+FFFE, U+FFFF or half a pair. */
export function xmlText(line: string): string {
  return clean(line.toWellFormed())
    .replace(/[\ufffe\uffff]/g, (char) => `\\u{${char.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"']/g, (char) => entities[char] ?? char)
}
