import { NarrowYamlFault, YamlFault } from './fault.ts'

// What may stand in YAML: go.yaml.in/yaml/v2@v2.4.3/readerc.go:342.
const control = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ud800-\udfff\ue000-\ufffd]/

/** What go-yaml refuses before it looks at any structure; undefined where there is nothing. */
export function characterFault(text: string): YamlFault | undefined {
  const found = control.exec(text)
  if (found) {
    const says = `the control character ${codeOf(found[0])} stands here, which YAML does not allow`
    return new NarrowYamlFault(found.index, says)
  }
  // go-yaml looks for it at the beginning of its buffer, wherever that is, and then drops another character.
  const mark = text.indexOf('\ufeff', 1)
  if (mark < 0) return undefined
  return new YamlFault(mark, 'U+FEFF stands here unescaped, and kubectl may drop a character beside it')
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
