// A Go template over parameters, as an ApplicationSet fills its own.
// Source: text/template/exec.go (Go 1.26): truth, fields of maps, what prints.

import { type Body, type Operand, type Pipeline, parseTemplate, TemplateFault } from './go-template-parse.ts'
import { goText, isTrue, templateFunction } from './template-functions.ts'

interface Scope {
  readonly dot: unknown
  readonly root: unknown
  readonly variables: Map<string, unknown>
  /** With the option missingkey=error. */
  readonly isStrict: boolean
}

/** The filled text; throws TemplateFault that names the expression where it cannot be filled. */
export function fillGoTemplate(text: string, parameters: unknown, { isStrict = false } = {}): string {
  if (!text.includes('{{')) return text
  const scope = { dot: parameters, root: parameters, variables: new Map([['$', parameters]]), isStrict }
  return filled(parseTemplate(text), scope)
}

function filled(body: Body, scope: Scope): string {
  return body
    .map((node) => {
      if (node.is === 'text') return node.text
      const value = pipelineValue(node.of, scope)
      if (node.is === 'print') return node.of.names.length > 0 ? '' : goText(value)
      if (node.is === 'range') return ranged(node.of, value, node.then, node.otherwise, scope)
      const inner = { ...scope, variables: new Map(scope.variables), dot: node.is === 'with' ? value : scope.dot }
      return isTrue(value) ? filled(node.then, inner) : filled(node.otherwise, { ...inner, dot: scope.dot })
    })
    .join('')
}

function ranged(of: Pipeline, value: unknown, then: Body, otherwise: Body, scope: Scope): string {
  const entries = entriesOf(value, of)
  if (entries.length === 0) return filled(otherwise, scope)
  return entries
    .map(([key, item]) => {
      const variables = new Map(scope.variables)
      const [first, second] = of.names
      if (first !== undefined) variables.set(first, second === undefined ? item : key)
      if (second !== undefined) variables.set(second, item)
      return filled(then, { ...scope, variables, dot: item })
    })
    .join('')
}

function entriesOf(value: unknown, { written }: Pipeline): readonly (readonly [unknown, unknown])[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.map((item, at) => [at, item])
  if (typeof value !== 'object') throw new TemplateFault(`{{ range ${written} }} goes over no list`)
  // Maps are gone through in the order of their keys.
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}

function pipelineValue({ commands, names, written }: Pipeline, scope: Scope): unknown {
  let piped: { readonly value: unknown } | undefined
  for (const [head, ...rest] of commands) {
    if (head === undefined) continue
    const given = [...rest.map((operand) => operandValue(operand, scope)), ...(piped ? [piped.value] : [])]
    piped = { value: commandValue(head, given, written, scope) }
  }
  if (names.length === 1 && names[0] !== undefined) scope.variables.set(names[0], piped?.value)
  return piped?.value
}

function commandValue(head: Operand, given: readonly unknown[], written: string, scope: Scope): unknown {
  if (head.is !== 'function') {
    if (given.length > 0) throw new TemplateFault(`{{ ${written} }} calls what is no function`)
    return operandValue(head, scope)
  }
  const run = templateFunction(head.name)
  if (run === undefined) throw new TemplateFault(`{{ ${written} }} uses ${head.name}, which is not read`)
  return run(...given)
}

function operandValue(operand: Operand, scope: Scope): unknown {
  switch (operand.is) {
    case 'value':
      return operand.value
    case 'dot':
      return scope.dot
    case 'pipeline':
      return pipelineValue(operand.of, scope)
    case 'function':
      return commandValue(operand, [], operand.name, scope)
    case 'variable': {
      if (!scope.variables.has(operand.name)) throw new TemplateFault(`${operand.name} is not set`)
      return scope.variables.get(operand.name)
    }
    case 'field':
      return fieldOf(operand.of === undefined ? scope.dot : operandValue(operand.of, scope), operand.names, scope)
  }
}

function fieldOf(value: unknown, names: readonly string[], { isStrict }: Scope): unknown {
  let found = value
  for (const name of names) {
    const holds = typeof found === 'object' && found !== null && !Array.isArray(found) && Object.hasOwn(found, name)
    if (!holds && isStrict) throw new TemplateFault(`.${names.join('.')} is not among the parameters`)
    found = holds ? (found as { readonly [name: string]: unknown })[name] : undefined
  }
  return found
}
