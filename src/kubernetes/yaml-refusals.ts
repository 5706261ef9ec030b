import { YamlFault } from './yaml-value.ts'

// What may stand in YAML: go.yaml.in/yaml/v2@v2.4.3/readerc.go:342.
const control = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ud7ff\ud800-\udfff\ue000-\ufffd]/
// Documents end before the line of ---, so that a directive never meets the one that it wants (decoder.go:398).
const directive = /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n)*(%)/

// YAML 1.1 ends a line at these, and our reader does not: values would differ without anybody seeing why.
const otherBreak = /[\u0085\u2028\u2029]|(?<!^)\ufeff/
const documentEnd = /^\.\.\.(?=[ \t\r\n]|$)(?:[ \t]*(?:#.*)?(?:\n|$))*/m

/** Refuses what go-yaml refuses before it looks at any structure; throws `YamlFault`. */
export function refuseCharacters(text: string): void {
  const found = control.exec(text)
  if (found) {
    throw new YamlFault(found.index, `the control character ${codeOf(found[0])} stands here, which YAML does not allow`)
  }
  const breaks = otherBreak.exec(text)
  if (breaks) {
    throw new YamlFault(
      breaks.index,
      `${codeOf(breaks[0])} stands here unescaped, and readers of YAML take it for different things`,
    )
  }
  const end = documentEnd.exec(text)
  if (end && end.index + end[0].length < text.length) {
    throw new YamlFault(end.index + end[0].length, 'a second document begins here without --- before it')
  }
  if (end && /^(---.*\n)?([ \t]*(#.*)?\n)*$/.test(text.slice(0, end.index))) {
    throw new YamlFault(end.index, 'a document ends here without having begun')
  }
  const said = directive.exec(text)
  if (said) throw new YamlFault(said[0].length - 1, 'kubectl takes no directives: % and what follows it')
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
