// A platform as one document of YAML is the platform in TypeScript: written and read again, it becomes the same bytes.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Ajv as AjvType, ValidateFunction } from 'ajv'
import { inventedPlatform } from '../oracle/render/invent.ts'
import { platforms } from '../platforms/facts/all.ts'
import { schemaText } from '../scripts/promises-schema.ts'
import { declaredBy } from '../src/check/declared/declared.ts'
import { runPlatform } from '../src/check/run-platform.ts'
import { lower } from '../src/estate/lower.ts'
import { readManifests } from '../src/kubernetes/read.ts'
import type { Platform } from '../src/platform/model.ts'
import { worldsOf } from '../src/platform/worlds.ts'
import { kubernetes } from '../src/render/kubernetes/kubernetes.ts'
import { yaml } from '../src/render/yaml/yaml.ts'

const asOf = '2026-11-21'

const subjects: readonly (readonly [name: string, platform: Platform])[] = [
  ...Object.entries(platforms).map(([name, { platform }]) => [name, platform] as const),
  ...Array.from({ length: 20 }, (_, seed) => [`seed ${seed + 1}`, inventedPlatform(seed + 1)] as const),
]

for (const [name, platform] of subjects)
  test(`yaml, ${name}: becomes the same bytes, and is judged alike`, () => {
    const again = readAgain(textOf(platform))
    assert.deepEqual(filesOf(again), filesOf(platform))
    assert.equal(textOf(again), textOf(platform))
    const said = (of: Platform) =>
      runPlatform(of, { asOf }).verdicts.map(({ id, verdict, says }) => ({ id, verdict, says }))
    assert.deepEqual(said(again), said(platform))
  })

const validate = validator()

for (const [name, platform] of subjects)
  test(`yaml, ${name}: passes the published schema, and an option that is none does not`, () => {
    const [document] = readManifests(textOf(platform), 'platform.yaml').manifests
    const manifest = document?.manifest as { readonly components: { readonly [name: string]: object } } | undefined
    assert.ok(validate(manifest), JSON.stringify(validate.errors?.slice(0, 3)))
    const [[first = '', component = {}] = []] = Object.entries(manifest?.components ?? {})
    const spoiled = { ...manifest, components: { ...manifest?.components, [first]: { ...component, replikas: 3 } } }
    assert.ok(!validate(spoiled))
  })

test('yaml: one replica less is seen', () => {
  const [, platform] = subjects.find(([name]) => name === 'gx-protocol') ?? []
  assert.ok(platform)
  const text = textOf(platform)
  const changed = text.replace('replicas: 3', 'replicas: 2')
  assert.notEqual(changed, text)
  assert.notDeepEqual(filesOf(readAgain(changed)), filesOf(platform))
})

test('yaml: a manifest beside a platform without manifests is told', () => {
  const platform = inventedPlatform(1)
  const stray = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: stray, namespace: live }\n'
  const { manifests } = readManifests(`${textOf(platform)}---\n${stray}`, 'platform.yaml')
  const [document, ...beside] = manifests
  assert.ok(document)
  const declared = declaredBy(document, beside)
  assert.deepEqual('unread' in declared ? declared.unread.map(({ says }) => says) : declared, [
    'ConfigMap stray is not among what platform.yaml declares, which is a platform without manifests',
  ])
})

function validator(): ValidateFunction {
  const { default: Ajv } = createRequire(import.meta.url)('ajv') as { default: typeof AjvType }
  return new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(schemaText()))
}

function decided(platform: Platform): Platform {
  return worldsOf(platform).worlds.length > 1 ? (worldsOf(platform).worlds[0]?.platform ?? platform) : platform
}

function textOf(platform: Platform): string {
  const [file] = yaml.render({ platform: decided(platform), estates: [], asOf }).files
  return file?.text ?? ''
}

function readAgain(text: string): Platform {
  const [document] = readManifests(text, 'platform.yaml').manifests
  assert.ok(document)
  const declared = declaredBy(document, [])
  assert.deepEqual(declared.problems, [])
  assert.ok('platform' in declared)
  return declared.platform
}

function filesOf(platform: Platform) {
  const world = worldsOf(decided(platform)).worlds[0]?.platform ?? platform
  return kubernetes.render({ platform: decided(platform), estates: lower(world), asOf }).files
}
