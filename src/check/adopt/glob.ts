// Patterns of paths as CODEOWNERS has them, matched segment by segment in time that no pattern can blow up.
// Source: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax
// and https://git-scm.com/docs/gitignore#_pattern_format, whose rules it follows but for `!`, `[ ]` and what `/*` at the end means.

/** Whether a path below the root of the repository, `apps/shop/web.yaml`, is meant by a pattern. */
export function globMatches(pattern: string, path: string): boolean {
  const inner = pattern.replace(/\/+$/, '')
  const anchored = inner.includes('/')
  const wanted = inner.split('/').filter((segment) => segment !== '')
  if (wanted.length === 0) return pattern === '/'
  const segments = path.split('/')
  const isFolder = pattern.endsWith('/')
  return below(anchored ? wanted : ['**', ...wanted], segments, isFolder)
}

// Reachable positions in the path after each segment of the pattern: one row of a table, never a search with returns.
function below(wanted: readonly string[], segments: readonly string[], isFolder: boolean): boolean {
  let reached = new Set([0])
  for (const [i, want] of wanted.entries()) {
    const isLast = i === wanted.length - 1
    const next = new Set<number>()
    for (const at of reached) {
      if (want === '**') {
        // At the end it means what is inside, elsewhere any number of folders, none included.
        for (let to = isLast ? at + 1 : at; to <= segments.length; to++) next.add(to)
      } else if (segments[at] !== undefined && segmentMatches(want, segments[at])) next.add(at + 1)
    }
    reached = next
  }
  // `docs/*` means the files right in it; every other pattern that names a folder means all that lies below it.
  const isShallow = wanted.at(-1) === '*' && wanted[0] !== '**' && !isFolder
  for (const at of reached) {
    if (at === segments.length && !isFolder) return true
    if (at < segments.length && !isShallow) return true
  }
  return false
}

/** `*` is any text, `?` any character; a backslash takes its meaning from what follows. */
function segmentMatches(pattern: string, text: string): boolean {
  const wanted = tokensOf(pattern)
  const found = [...text]
  let at = 0
  let i = 0
  let star = -1
  let from = 0
  while (at < found.length) {
    const want = wanted[i]
    if (want?.is === 'star') {
      star = i++
      from = at
    } else if (want !== undefined && (want.is === 'any' || want.char === found[at])) {
      i++
      at++
    } else if (star >= 0) {
      i = star + 1
      at = ++from
    } else return false
  }
  return wanted.slice(i).every(({ is }) => is === 'star')
}

interface Token {
  readonly is: 'star' | 'any' | 'char'
  readonly char: string
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  let escaped = false
  for (const char of pattern) {
    if (escaped || !'*?\\'.includes(char)) tokens.push({ is: 'char', char })
    else if (char === '*') tokens.push({ is: 'star', char })
    else if (char === '?') tokens.push({ is: 'any', char })
    escaped = !escaped && char === '\\'
  }
  return tokens
}
