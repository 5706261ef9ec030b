// The tests of what no order of declarations changes.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { runPlatform } from '../../src/check/run-platform.ts'
import { reportJson } from '../../src/cli/json.ts'
import { reportText } from '../../src/cli/text/report-text.ts'
import { makingOf } from '../../src/platform/made.ts'
import type { Platform } from '../../src/platform/model.ts'
import { change, listed } from '../findings/changing.ts'
import { asOf } from '../findings/judged.ts'
import { shuffled } from './shuffled.ts'

/** `which` tells the two platforms of one document apart. */
export function testOrder(platform: Platform, which: 'as written' | 'amended'): void {
  const asDeclared = printed(platform)

  for (const seed of [1, 2, 3, 5, 8, 13]) {
    test(`${which}, declared in another order, seed ${seed}: not a byte of the output differs`, () => {
      const other = printed(shuffled(platform, seed))
      assert.equal(other.text, asDeclared.text)
      assert.equal(other.json, asDeclared.json)
    })
  }

  test(`${which}: the order really is another one`, () => {
    const orders = [platform, shuffled(platform, 1), shuffled(platform, 2)].map((one) => {
      const { promises } = (makingOf(one)?.given ?? {}) as { readonly promises?: Platform['promises'] }
      return (promises ?? []).map((promise) => (promise.is === 'promise' ? promise.kind : '')).join(' ')
    })
    assert.equal(new Set(orders).size, orders.length)
  })

  test(`${which}: what is said otherwise is seen`, () => {
    const without = change('platform', [platform.name], (options) => ({
      ...options,
      promises: listed(options.promises).slice(1),
    }))
    assert.notEqual(printed(without(platform)).json, asDeclared.json)
  })
}

const texts = new Map<string, string>()

function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, 'utf8')
  texts.set(file, text)
  return text
}

function printed(platform: Platform) {
  const report = runPlatform(platform, { asOf, textOf })
  return { text: reportText(report, { path: 'as-written.ts' }), json: reportJson(report) }
}
