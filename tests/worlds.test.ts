// Worlds that are judged together, each worked out only where it differs, answer as each of them judged by itself.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import asset from '../platforms/asset-tokenization-kit/as-written.ts'
import bakhmach from '../platforms/bakhmach-business-hub/as-written.ts'
import hafnium from '../platforms/hafnium/as-written.ts'
import projectx from '../platforms/projectx/as-written.ts'
import { judge } from '../src/check/judge.ts'
import { allQuestions } from '../src/check/platform-questions.ts'
import { platformWorld } from '../src/check/platform-world.ts'
import { promiseKinds } from '../src/check/promises.ts'
import { judgeWorlds } from '../src/check/worlds/judge-worlds.ts'
import { worldsOf } from '../src/platform/worlds.ts'

const options = { asOf: '2026-11-21' }

for (const [platform, everyNth] of [
  [hafnium, 1],
  [projectx, 37],
  [asset, 13],
  [bakhmach, 13],
] as const) {
  const { worlds } = worldsOf(platform)

  test(`worlds of ${platform.name}: each answers as by itself`, () => {
    assert.ok(worlds.length > 8)
    const together = judgeWorlds(worlds, options)
    for (const [at, world] of worlds.entries()) {
      if (at % everyNth > 0) continue
      const alone = judge(platformWorld(world, options), promiseKinds, allQuestions)
      assert.deepEqual(textsOf(together[at]?.verdicts ?? []), textsOf(alone), world.name)
      assert.equal(new Set(alone.map(({ id }) => id)).size, alone.length, `two verdicts of one id, ${world.name}`)
    }
  })
}

function textsOf(verdicts: readonly object[]): readonly string[] {
  return verdicts.map((verdict) => JSON.stringify(verdict)).sort()
}
