// What a platform file threw, as one line and a next step.

import { fileURLToPath } from 'node:url'
import { fieldLine, pathParts } from '../../platform/field/field-line.ts'
import type { Problem } from '../../platform/problem.ts'
import { baseName, type Refused } from './refused.ts'

type Texts = ReadonlyMap<string, string>

export function refusalOf(error: unknown, texts: Texts): Refused {
  const { name, message, stack, code } = partsOf(error)
  const place = placeIn(stack, texts)
  const where = place === '' ? 'it' : place
  const says = message.split('\n')[0] ?? ''
  if (code === 'ERR_MODULE_NOT_FOUND' || code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') {
    return {
      says: `${where} imports what is not there: ${withoutPaths(says)}`,
      next: 'mend the import, or install the package',
    }
  }
  if (
    name === 'SyntaxError' ||
    code === 'ERR_INVALID_TYPESCRIPT_SYNTAX' ||
    code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX'
  ) {
    return { says: `${where} is not TypeScript that can be read: ${withoutPaths(says)}`, next: 'mend the line' }
  }
  return { says: `${where} throws ${name === '' ? '' : `${name}: `}${withoutPaths(says)}`, next: 'mend what it throws' }
}

interface Parts {
  readonly name: string
  readonly message: string
  readonly stack: string
  readonly code: string
}

// Whatever was thrown may be hostile: a getter that throws, a proxy, null.
function partsOf(error: unknown): Parts {
  try {
    if (typeof error !== 'object' || error === null) return { name: '', message: String(error), stack: '', code: '' }
    const text = (key: string) => {
      const value: unknown = Reflect.get(error, key)
      return typeof value === 'string' ? value.slice(0, 4000) : ''
    }
    return { name: text('name'), message: text('message'), stack: text('stack'), code: text('code') }
  } catch {
    return { name: '', message: 'something that cannot be read', stack: '', code: '' }
  }
}

/** The first place in a loaded file that a stack names, `shop.ts:3`. */
function placeIn(stack: string, texts: Texts): string {
  for (const [, url = '', line = ''] of stack.matchAll(/(file:\/\/[^\s()]+?):(\d+)/g)) {
    const file = pathOf(url)
    if (texts.has(file)) return `${baseName(file)}:${line}`
  }
  for (const [, path = '', line = ''] of stack.matchAll(/(\/[^\s()]+?):(\d+)/g)) {
    if (texts.has(path)) return `${baseName(path)}:${line}`
  }
  return ''
}

function pathOf(url: string): string {
  try {
    return fileURLToPath(url)
  } catch {
    return ''
  }
}

/** Messages of Node name whole paths; a reader needs the last part. */
function withoutPaths(text: string): string {
  return text.replace(/(?:file:\/\/)?\/(?:[^\s'"]*\/)?([^\s'"/]+)/g, '$1').slice(0, 300)
}

/** Problems at the lines of their options rather than of their nouns. */
export function withFieldLines(problems: readonly Problem[], texts: Texts): readonly Problem[] {
  return problems.map((problem) => {
    const text = problem.at && texts.get(problem.at.file)
    return problem.at && text !== undefined
      ? { ...problem, at: fieldLine(text, problem.at, pathParts(problem.path)) }
      : problem
  })
}
