// What a baseline was judged with: without the same nodes and the same version, other findings stand.

import { basename, isAbsolute } from 'node:path'
import { nearPath } from '../near-paths.ts'
import type { Given } from '../options.ts'
import type { pathOptions } from '../path-options.ts'

const deciding = ['kubernetes', 'nodes', 'live', 'assume', 'promises'] as const
// What they name is said as it was typed, and may be typed otherwise from another folder.
const files: ReadonlySet<string> = new Set(['nodes', 'live', 'promises'])

/** Each option with its value, `--nodes nodes.yaml`, in the order of the list above. */
export function saidWith(given: Given<typeof pathOptions>): readonly string[] {
  return deciding.flatMap((name) => {
    const value = given[name]
    const values = value === undefined ? [] : typeof value === 'string' ? [value] : value
    return values.map((one) => `--${name} ${files.has(name) ? withoutHome(one) : one}`)
  })
}

// The file is committed: where a folder of one machine lies is nobody's business.
function withoutHome(value: string): string {
  const [, cluster = '', file = ''] = /^([^=/]*=)?(.*)$/.exec(value) ?? []
  const near = nearPath(file)
  return cluster + (isAbsolute(near) ? basename(near) : near)
}

/** What one run was told and the other was not, `was written with --nodes nodes.yaml, and this run has none`. */
export function differences(written: readonly string[] | undefined, now: readonly string[]): readonly string[] {
  if (written === undefined) return []
  return deciding.flatMap((name) => {
    const [before, here] = [written, now].map((said) => said.filter((one) => one.startsWith(`--${name} `)))
    if (!before || !here || isSame(before, here, name)) return []
    if (here.length === 0) return [`was written with ${before.join(' ')}, and this run has no --${name}`]
    if (before.length === 0) return [`was written without --${name}, and this run has ${here.join(' ')}`]
    return [`was written with ${before.join(' ')}, and this run has ${here.join(' ')}`]
  })
}

function isSame(before: readonly string[], here: readonly string[], name: string): boolean {
  if (files.has(name)) return before.length > 0 === here.length > 0
  return before.toSorted().join() === here.toSorted().join()
}
