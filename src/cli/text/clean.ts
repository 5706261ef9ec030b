// Names come from files that others wrote. What would move the cursor, hide or reorder text is shown as its code instead:
// controls, format characters (bidirectional overrides, zero-width), line and paragraph separators.

const unsafe = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

export function clean(text: string): string {
  return text.replace(unsafe, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`)
}
