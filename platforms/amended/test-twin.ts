// The tests of a platform that is kept as YAML too: both become the same bytes and are judged alike, and a change of either
// is seen.

import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { declaredBy } from '../../src/check/declared/declared.ts'
import { runPlatform } from '../../src/check/run-platform.ts'
import { lower } from '../../src/estate/lower.ts'
import { readManifests } from '../../src/kubernetes/read.ts'
import type { Platform } from '../../src/platform/model.ts'
import { kubernetes } from '../../src/render/kubernetes/kubernetes.ts'
import { yaml } from '../../src/render/yaml/yaml.ts'
import { asOf } from '../findings/judged.ts'

/** The other one stands in the file at `twin`; `changes`: one line of it, and what it might say instead. */
export function testTwin(platform: Platform, twin: URL, changes: readonly (readonly [said: string, other: string])[]) {
  if (process.env.UPDATE === '1') writeFileSync(twin, written(platform))
  const text = readFileSync(twin, 'utf8')
  const same = seen(platform)

  test('the YAML becomes the same objects, byte by byte', () => assert.deepEqual(seen(read(text)).files, same.files))

  test('the YAML says all that becomes no object too', () => assert.equal(seen(read(text)).written, same.written))

  test('the YAML is judged alike', () => assert.deepEqual(seen(read(text)).verdicts, same.verdicts))

  for (const [said, other] of changes)
    test(`the YAML with ${other} in place of ${said} is seen to be another`, () => {
      const changed = text.replace(said, other)
      assert.notEqual(changed, text)
      assert.notDeepEqual(seen(read(changed)), same)
    })
}

function read(text: string): Platform {
  const [document, ...others] = readManifests(text, 'platform.yaml').manifests
  assert.ok(document && others.length === 0)
  const declared = declaredBy(document, [])
  assert.deepEqual(declared.problems, [])
  assert.ok('platform' in declared)
  return declared.platform
}

function written(platform: Platform): string {
  return yaml.render({ platform, estates: [], asOf }).files[0]?.text ?? ''
}

function seen(platform: Platform) {
  const { files } = kubernetes.render({ platform, estates: lower(platform), asOf })
  const verdicts = runPlatform(platform, { asOf }).verdicts.map(({ id, verdict, says }) => ({ id, verdict, says }))
  return { files, written: written(platform), verdicts }
}
