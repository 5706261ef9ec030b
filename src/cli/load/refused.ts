// What a platform file must not do: the first such thing is remembered, so that catching the error hides nothing.

import { fileURLToPath } from 'node:url'
import { getCallSites } from 'node:util'
import { ownRoot } from '../../platform/own.ts'

export interface Refused {
  readonly says: string
  readonly next: string
}

let first: Refused | undefined

/** Remembers and throws: `what` reads after the place, as in `shop.ts:3 reads the clock`; `otherwise` where no line is known. */
export function refuse(what: string, next: string, otherwise = 'it'): never {
  const { file, line } = userPlace()
  first ??= { says: `${file === '' ? otherwise : `${baseName(file)}:${line}`} ${what}`, next }
  throw new Error(`${first.says}. Next: ${first.next}`)
}

export function firstRefused(): Refused | undefined {
  return first
}

/** The innermost frame that is neither ours nor Node's. */
export function userPlace(): { readonly file: string; readonly line: number } {
  for (const { scriptName, lineNumber } of getCallSites(60, { sourceMap: false })) {
    if (scriptName.startsWith(ownRoot) || !scriptName.startsWith('file:')) continue
    return { file: fileURLToPath(scriptName), line: lineNumber }
  }
  return { file: '', line: 0 }
}

export function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}
