// Patterns over paths as Argo CD reads them.

/** Go's path.Match: `*` and `?` stay within one part, `[a-z]` is a class; false where the pattern is no pattern. */
export function matchesPath(pattern: string, path: string): boolean {
  return patternOf(pattern, '[^/]*')?.test(path) ?? false
}

/** A pathspec of `git ls-files`: `*` crosses folders, and a folder names all below it. */
export function matchesGitPath(pattern: string, path: string): boolean {
  const plain = pattern.replace(/^\.?\/+|\/+$/g, '')
  return path === plain || path.startsWith(`${plain}/`) || (patternOf(plain, '.*')?.test(path) ?? false)
}

/** Globs of `directory.include`: `*` crosses folders, as gobwas/glob has it without separators. */
export function matchesLooseGlob(pattern: string, path: string): boolean {
  return patternOf(pattern, '.*', true)?.test(path) ?? false
}

function patternOf(pattern: string, star: string, isRich = false): RegExp | undefined {
  try {
    return new RegExp(`^${sourceOf(pattern, star, isRich)}$`, 's')
  } catch {
    return undefined
  }
}

function sourceOf(pattern: string, star: string, isRich: boolean): string {
  let source = ''
  let depth = 0
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at] ?? ''
    if (sign === '*') source += star
    else if (sign === '?') source += star === '.*' ? '.' : '[^/]'
    else if (sign === '[') {
      const end = pattern.indexOf(']', at + 1)
      if (end < 0) throw new SyntaxError('a class without its end')
      source += `[${pattern
        .slice(at + 1, end)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')}]`
      at = end
    } else if (isRich && sign === '{') {
      source += '(?:'
      depth++
    } else if (isRich && sign === '}' && depth > 0) {
      source += ')'
      depth--
    } else if (isRich && sign === ',' && depth > 0) source += '|'
    else if (sign === '\\') source += escaped(pattern[++at] ?? '\\')
    else source += escaped(sign)
  }
  return source
}

function escaped(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
