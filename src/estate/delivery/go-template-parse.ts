// Go's text/template, as far as ApplicationSets use it: actions, pipelines, if, range, with and variables.
// Source: text/template/parse (Go 1.26). What is beyond that is refused by name.

export class TemplateFault extends Error {
  override readonly name = 'TemplateFault'
}

export type TemplateNode =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'print'; readonly of: Pipeline }
  | { readonly is: 'if' | 'with' | 'range'; readonly of: Pipeline; readonly then: Body; readonly otherwise: Body }

export type Body = readonly TemplateNode[]

export interface Pipeline {
  readonly written: string
  /** `$name :=` or `$name =`; a range may name two. */
  readonly names: readonly string[]
  readonly commands: readonly (readonly Operand[])[]
}

export type Operand =
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'dot' }
  | { readonly is: 'field'; readonly of?: Operand; readonly names: readonly string[] }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'function'; readonly name: string }
  | { readonly is: 'pipeline'; readonly of: Pipeline }

/** The parts of a template; throws TemplateFault where it is none, or goes beyond what is read here. */
export function parseTemplate(text: string): Body {
  const reading = { pieces: piecesOf(text), at: 0 }
  const body = bodyOf(reading)
  if (reading.at < reading.pieces.length) throw new TemplateFault(`{{ ${actionAt(reading)} }} closes nothing`)
  return body
}

type Piece = { readonly text: string } | { readonly action: string }
interface Reading {
  readonly pieces: readonly Piece[]
  at: number
}

// `{{- ` and ` -}}` take the white space beside them.
function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let rest = text
  let trims = false
  for (;;) {
    const open = rest.indexOf('{{')
    const raw = open < 0 ? rest : rest.slice(0, open)
    const left = trims ? raw.trimStart() : raw
    if (open < 0) return [...pieces, { text: left }]
    const isTrimmed = /^\{\{-\s/.test(rest.slice(open))
    pieces.push({ text: isTrimmed ? left.trimEnd() : left })
    const close = closingOf(rest, open + 2)
    const inner = rest.slice(open + (isTrimmed ? 3 : 2), close)
    trims = /\s-$/.test(inner)
    const action = (trims ? inner.slice(0, -1) : inner).trim()
    if (!/^\/\*[\s\S]*\*\/$/.test(action)) pieces.push({ action })
    rest = rest.slice(close + 2)
  }
}

function closingOf(text: string, from: number): number {
  const quoted = /"(?:\\.|[^"\\])*"|`[^`]*`|\}\}/g
  quoted.lastIndex = from
  for (let found = quoted.exec(text); found; found = quoted.exec(text)) if (found[0] === '}}') return found.index
  throw new TemplateFault('an action begins and does not end')
}

function actionAt({ pieces, at }: Reading): string {
  const piece = pieces[at]
  return piece && 'action' in piece ? piece.action : ''
}

function bodyOf(reading: Reading): Body {
  const body: TemplateNode[] = []
  for (; reading.at < reading.pieces.length; reading.at++) {
    const piece = reading.pieces[reading.at] as Piece
    if ('text' in piece) {
      body.push({ is: 'text', text: piece.text })
      continue
    }
    const [word = ''] = /^\w+/.exec(piece.action) ?? []
    if (word === 'end' || word === 'else') return body
    if (word === 'if' || word === 'with' || word === 'range') body.push(blockOf(word, piece.action, reading))
    else if (['define', 'template', 'block', 'break', 'continue'].includes(word))
      throw new TemplateFault(`{{ ${piece.action} }} is not read`)
    else body.push({ is: 'print', of: parsePipeline(piece.action) })
  }
  return body
}

function blockOf(word: 'if' | 'with' | 'range', action: string, reading: Reading): TemplateNode {
  const of = parsePipeline(action.slice(word.length).trim())
  reading.at++
  const then = bodyOf(reading)
  const closing = actionAt(reading)
  if (closing === 'end') return { is: word, of, then, otherwise: [] }
  const [, again] = /^else\s+((?:if|with)\s.*)$/s.exec(closing) ?? []
  if (again !== undefined) {
    const kind = again.startsWith('if') ? 'if' : 'with'
    return { is: word, of, then, otherwise: [blockOf(kind, again, reading)] }
  }
  if (closing !== 'else') throw new TemplateFault(`{{ ${action} }} has no end`)
  reading.at++
  const otherwise = bodyOf(reading)
  if (actionAt(reading) !== 'end') throw new TemplateFault(`{{ ${action} }} has no end`)
  return { is: word, of, then, otherwise }
}

const tokens = /\s*("(?:\\.|[^"\\])*"|`[^`]*`|[()|,]|:=|=|\$?\.?[\w.$]+|\.|\$|-?\d+(?:\.\d+)?)/y

function parsePipeline(action: string): Pipeline {
  const found: string[] = []
  tokens.lastIndex = 0
  let end = 0
  for (let token = tokens.exec(action); token; token = tokens.exec(action)) {
    // What follows a closed parenthesis without a space is a field of what it gave.
    const isGlued = found.at(-1) === ')' && token[0].startsWith('.')
    found.push(isGlued ? `)${token[1]}` : (token[1] ?? ''))
    end = tokens.lastIndex
  }
  if (action.slice(end).trim() !== '') throw new TemplateFault(`{{ ${action} }} is not read`)
  const reader = { found, at: 0, written: action }
  const pipeline = pipelineOf(reader)
  if (reader.at < found.length) throw new TemplateFault(`{{ ${action} }} is not read`)
  return pipeline
}

interface Tokens {
  readonly found: readonly string[]
  at: number
  readonly written: string
}

function pipelineOf(reader: Tokens): Pipeline {
  const names = namesOf(reader)
  const commands: Operand[][] = [[]]
  for (; reader.at < reader.found.length && reader.found[reader.at] !== ')'; reader.at++) {
    const token = reader.found[reader.at] ?? ''
    if (token.startsWith(')')) break
    if (token === '|') commands.push([])
    else commands.at(-1)?.push(operandOf(token, reader))
  }
  if (commands.some((command) => command.length === 0)) throw new TemplateFault(`{{ ${reader.written} }} is not read`)
  return { written: reader.written, names, commands }
}

function namesOf(reader: Tokens): readonly string[] {
  const until = reader.found.findIndex((token) => token === ':=' || token === '=')
  if (until < 0 || reader.at > 0) return []
  reader.at = until + 1
  return reader.found.slice(0, until).filter((token) => token !== ',')
}

function operandOf(token: string, reader: Tokens): Operand {
  if (token === '(') {
    reader.at++
    const of: Operand = { is: 'pipeline', of: pipelineOf(reader) }
    const closing = reader.found[reader.at] ?? ''
    if (!closing.startsWith(')')) throw new TemplateFault(`{{ ${reader.written} }} has an open parenthesis`)
    // The field stands in a token of its own, behind the one that closed.
    const after = reader.found[reader.at + 1] ?? ''
    if (!after.startsWith(').')) return of
    reader.at++
    return { is: 'field', of, names: after.slice(2).split('.') }
  }
  if (token.startsWith('"')) return { is: 'value', value: JSON.parse(token) as string }
  if (token.startsWith('`')) return { is: 'value', value: token.slice(1, -1) }
  if (/^-?\d/.test(token)) return { is: 'value', value: Number(token) }
  if (token === 'true' || token === 'false') return { is: 'value', value: token === 'true' }
  if (token === 'nil') return { is: 'value', value: null }
  if (token === '.') return { is: 'dot' }
  if (token.startsWith('.')) return { is: 'field', names: token.slice(1).split('.') }
  const [head = '', ...names] = token.split('.')
  const first: Operand = head.startsWith('$') ? { is: 'variable', name: head } : { is: 'function', name: head }
  return names.length > 0 ? { is: 'field', of: first, names } : first
}
