// YAML 1.1 ends a line at five characters. Whoever asks has refused control characters before, and the text ends with \0.
// Source: go.yaml.in/yaml/v2@v2.4.3/yamlprivateh.go:102, :142.

/** \n, \r, and NEL, LS and PS of Unicode. */
export function isBreak(code: number): boolean {
  return code < 0x85 ? code === 10 || code === 13 : code === 0x85 || code === 0x2028 || code === 0x2029
}

/** A blank, a line break, or the end of the text. */
export function isBlankOrEnd(code: number): boolean {
  return code <= 32 || (code >= 0x85 && (code === 0x85 || code === 0x2028 || code === 0x2029))
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

/** What a line break stands for in a value: all are \n but LS and PS, which stay themselves. */
export function breakText(code: number): string {
  return code === 0x2028 ? '\u2028' : code === 0x2029 ? '\u2029' : '\n'
}

/** Whether `---` or `...` stands here and nothing directly behind it. */
export function isDocumentMark(text: string, at: number): boolean {
  return (text.startsWith('---', at) || text.startsWith('...', at)) && isBlankOrEnd(text.charCodeAt(at + 3))
}
