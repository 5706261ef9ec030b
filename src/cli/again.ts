// A command that says again what was said: without the same nodes and the same version, another verdict may come of it.

import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'

const repeated = ['at', 'kubernetes', 'nodes', 'live', 'assume', 'promises', 'rendered'] as const

/** `./k8s --kubernetes 1.34 --nodes nodes.yaml`: a path with the options that decide what is found there. */
export function saidAgain(path: string, given: Given<typeof pathOptions>): string {
  const options = repeated.flatMap((name) => {
    const value = given[name]
    const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
    return values.map((one) => `--${name} ${quoted(one)}`)
  })
  return [quoted(path), ...options].join(' ')
}

// As a shell takes it as one word.
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
