// The test of what a README tells of costs: it is what is counted. UPDATE=1 writes the part between its marks again.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Resource } from '../resources.ts'

const marks = ['<!-- costs -->\n', '<!-- /costs -->'] as const

/** Label, as planned, as amended. */
export type Costs = readonly (readonly [...Resource, string])[]

export function testCosts(costs: Costs, file: URL): void {
  test('the README holds what the platform takes against what was planned', () => {
    const readme = readFileSync(file, 'utf8')
    const [from, to] = [readme.indexOf(marks[0]) + marks[0].length, readme.indexOf(marks[1])]
    assert.ok(from > marks[0].length && to >= from, 'the README has no place for the costs')
    const now = `${readme.slice(0, from)}${table(costs)}${readme.slice(to)}`
    if (process.env.UPDATE === '1') writeFileSync(file, now)
    assert.equal(now, readFileSync(file, 'utf8'))
  })
}

function table(costs: Costs): string {
  const rows = costs.map((cells) => `| ${cells.join(' | ')} |`)
  return ['', '| | as planned | amended |', '| --- | --- | --- |', ...rows, ''].join('\n')
}
