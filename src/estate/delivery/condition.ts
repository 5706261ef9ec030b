// Which value decides that a line of a template is written at all: that of the innermost `if`, `with` or `range` around it.

type Path = readonly string[]

export interface Condition {
  /** From 1, where the block begins. */
  readonly line: number
  /** The one value that it asks, below `.Values`. */
  readonly values: Path
  /** What the value must be for the line to be written; undefined where the condition compares it or counts. */
  readonly wants?: 'truth' | 'nothing'
}

interface Block {
  readonly line: number
  /** Conditions of its branches up to the one that the line is in. */
  readonly asks: readonly string[]
  readonly word: string
}

/**
 * Undefined where no block is around the line (from 1), or where more decides than one value: a helper, a variable, what
 * the release or the cluster says.
 */
export function conditionAt(text: string, line: number): Condition | undefined {
  const block = blockAt(text, line)
  const values = block && onlyValue(block.asks.join(' '))
  if (!block || !values) return undefined
  const wants = block.asks.length === 1 ? wanted(block.asks[0] ?? '', block.word) : undefined
  return { line: block.line, values, ...(wants && { wants }) }
}

/** The one value that actions read; undefined where they read several, or anything else than values. */
export function onlyValue(actions: string): Path | undefined {
  const plain = actions.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, '""')
  const read = [...plain.matchAll(/\$?\.Values((?:\.\w+)+)/g)].map(([, names = '']) => names.slice(1))
  const rest = plain.replaceAll(/\$?\.Values(?:\.\w+)+/g, '')
  const isMore = /(?<![\w)])\$\w*|(?<![\w)])\.\w|\b(?:include|template|tpl|lookup|index|get|dig|pluck)\b/.test(rest)
  const [only, ...others] = new Set(read)
  return only === undefined || others.length > 0 || isMore ? undefined : only.split('.')
}

function blockAt(text: string, line: number): Block | undefined {
  const end = text.split('\n', line - 1).join('\n').length
  const open: Block[] = []
  for (const { 1: written = '', index } of text.matchAll(/\{\{-?([\s\S]*?)-?\}\}/g)) {
    if (index >= end) break
    const action = written.trim()
    const [word = '', second] = action.split(/\s+/)
    if (['if', 'with', 'range', 'define', 'block'].includes(word))
      open.push({ line: lineOf(text, index), asks: [asWhole(action.slice(word.length), open)], word })
    else if (word === 'end') open.pop()
    else if (word === 'else') branch(open, second === undefined ? '' : action.slice(4 + second.length + 1))
  }
  const inner = open.at(-1)
  return inner && ['if', 'with', 'range', 'else'].includes(inner.word) ? inner : undefined
}

// Within `with .Values.queue`, `.enabled` is that of the queue.
function asWhole(asks: string, open: readonly Block[]): string {
  const around = open.filter(({ word }) => word !== 'if').at(-1)
  const [, values] = (around?.word === 'with' && /^\s*\$?(\.Values[\w.]+)\s*$/.exec(around.asks[0] ?? '')) || []
  return values === undefined ? asks : asks.replaceAll(/(?<![\w$)".])\.(?=[a-zA-Z])(?!Values\b)/g, `${values}.`)
}

function branch(open: Block[], asks: string): void {
  const before = open.pop()
  if (before) open.push({ ...before, word: 'else', asks: asks === '' ? before.asks : [...before.asks, asks] })
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

function wanted(asked: string, word: string): Condition['wants'] {
  const isElse = word === 'else'
  if (/^\s*\$?\.Values[\w.]+\s*$/.test(asked)) return isElse ? 'nothing' : 'truth'
  if (/^\s*\(?not \$?\.Values[\w.]+\)?\s*$/.test(asked)) return isElse ? 'truth' : 'nothing'
  return undefined
}
