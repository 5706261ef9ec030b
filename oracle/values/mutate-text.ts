import type { Random } from '../random.ts'

const signs = [
  '\t',
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\r',
  ':',
  ': ',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '|',
  '>',
  '{',
  '}',
  '[',
  ']',
  ',',
  '&a ',
  '*a',
  '!!str ',
  '%',
  '@',
  '`',
  '\\',
  '---\n',
  '\n---\n',
  '\n--- # x\n',
  '\n...\n',
  '~',
  '\uFEFF',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u00a0',
  'é',
  '\u{1F600}',
  '<<: ',
  '? ',
  '0',
  '1e3',
  '0o7',
  'yes',
  'null',
  '{{ .x }}',
]

/** A text with one to three things changed in it. */
export function mutated(random: Random, text: string): string {
  let changed = text
  for (let left = random.int(1, 3); left > 0; left--) changed = mutatedOnce(random, changed)
  return changed
}

function mutatedOnce(random: Random, text: string): string {
  const lines = text.split('\n')
  const at = random.int(0, Math.max(0, text.length - 1))
  const line = random.int(0, lines.length - 1)
  return random.weighted<() => string>([
    [3, () => text.slice(0, at) + text.slice(at + random.int(1, 3))],
    [4, () => text.slice(0, at) + random.pick(signs) + text.slice(at)],
    [2, () => text.slice(0, at) + random.pick(signs) + text.slice(at + 1)],
    [2, () => lines.toSpliced(line, 1).join('\n')],
    [2, () => lines.toSpliced(line, 0, lines[random.int(0, lines.length - 1)] ?? '').join('\n')],
    [2, () => lines.with(line, ` ${lines[line]}`).join('\n')],
    [2, () => lines.with(line, (lines[line] ?? '').replace(/^ /, '')).join('\n')],
    [1, () => text.slice(0, at)],
    [1, () => text.slice(at)],
    [1, () => text.replaceAll('\n', '\r\n')],
    [1, () => `${text}\n---\n${text}`],
  ])()
}
