// Regular expressions of Prometheus and Alertmanager, matched whole, as far as they mean the same to Go and to JavaScript
// and can be tried without end in sight: no repeated groups, few repetitions.
// Source: https://github.com/google/re2/wiki/Syntax; prometheus@v3, model/labels/regexp.go.

/** Longer texts are not tried. */
const longest = 1000
const mostRepeats = 8

export interface Anchored {
  /** undefined where nobody can tell. */
  readonly matches: (text: string) => boolean | undefined
  /** What stands in the groups, the whole match first. */
  readonly groups: (text: string) => readonly (string | undefined)[] | undefined
}

const read = new Map<string, Anchored | undefined>()

/** undefined where the pattern is none, or says what is not told here. */
export function anchored(pattern: string): Anchored | undefined {
  if (read.has(pattern)) return read.get(pattern)
  const made = build(pattern)
  read.set(pattern, made)
  return made
}

function build(pattern: string): Anchored | undefined {
  const source = translated(pattern)
  if (source === undefined) return undefined
  let regex: RegExp
  try {
    regex = new RegExp(`^(?:${source})$`, 'su')
  } catch {
    return undefined
  }
  const isTried = (text: string) => text.length <= longest && !text.includes('\n')
  return {
    matches: (text) => (isTried(text) ? regex.test(text) : undefined),
    groups: (text) => (isTried(text) ? (regex.exec(text) ?? undefined) : undefined),
  }
}

const token =
  /\\[dDwW]|\\([-.\\/:;_@#%&=,'"!~`+*?()[\]{}|^$<> ])|\[\^?\]?(?:\\[-.\\/\]dw]|[^\]\\[])*\]|\(\?:|\(\?P?<([a-zA-Z]\w*)>|\(|\)\??|[*+?]\??|\||[.^$]|[^\\[\](){}*+?|.^$]/gy

function translated(pattern: string): string | undefined {
  let source = ''
  let repeats = 0
  let at = 0
  let depth = 0
  while (at < pattern.length) {
    token.lastIndex = at
    const [text] = token.exec(pattern) ?? []
    if (text === undefined) return undefined
    if (text.startsWith('(')) depth++
    if (text.startsWith(')')) depth--
    // A group may be left out, and not be repeated.
    if (depth < 0 || (text === ')' && /[*+{]/.test(pattern[at + 1] ?? ''))) return undefined
    if (/^[*+?]/.test(text)) repeats++
    source += unicode(text)
    at += text.length
  }
  return depth === 0 && repeats <= mostRepeats ? source : undefined
}

// With `u` only what has a meaning may be escaped.
function unicode(text: string): string {
  if (text.startsWith('(?P<')) return `(?<${text.slice(4)}`
  if (/^\\[^dDwW]$/.test(text)) return /[\\^$.*+?()[\]{}|/]/.test(text[1] ?? '') ? text : (text[1] ?? '')
  if (text.startsWith('[')) return text.replace(/^\[(\^?)\]/, '[$1\\]')
  return text
}

/** The texts that a pattern of plain alternatives takes; undefined where it is more than that. */
export function alternativesIn(pattern: string): readonly string[] | undefined {
  const inner = /^\(\?:(.*)\)$|^\(([^()]*)\)$|^(.*)$/s.exec(pattern)
  const texts = (inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? '')
    .split('|')
    .map((text) => text.replaceAll(/\\([-./])/g, '\0$1'))
  if (texts.some((text) => /[\\.*+?()[\]{}^$]/.test(text.replaceAll(/\0./g, '')))) return undefined
  return texts.map((text) => text.replaceAll('\0', ''))
}
