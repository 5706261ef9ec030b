// Architectures in FINOS CALM: what is rendered passes the standard's own schema, names nothing that is not in it, holds each
// verdict on a promise once, and is read back as the platform that it was.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import type { Ajv2020 as Ajv2020Type } from 'ajv/dist/2020.js'
import { inventedPlatform } from '../oracle/render/invent.ts'
import { platforms } from '../platforms/facts/all.ts'
import { runPlatform } from '../src/check/run-platform.ts'
import { readCalm } from '../src/cli/import/read-calm.ts'
import { skeletonOf } from '../src/cli/import/skeleton.ts'
import { skeletonText } from '../src/cli/import/skeleton-text.ts'
import { lower } from '../src/estate/lower.ts'
import type { Platform } from '../src/platform/model.ts'
import { worldsOf } from '../src/platform/worlds.ts'
import type { Architecture } from '../src/render/calm/architecture.ts'
import { calm } from '../src/render/calm/calm.ts'
import { platformIn } from './pages/platform-in.ts'

const asOf = '2026-11-21'
const schemas = new URL('../../shared/calm/1.2/', import.meta.url)
const absent = existsSync(schemas) ? false : "the standard's schema is not beside the project"

const subjects: readonly (readonly [name: string, platform: Platform])[] = [
  ...Object.entries(platforms).map(([name, { platform }]) => [name, platform] as const),
  ...Array.from({ length: 12 }, (_, seed) => [`seed ${seed + 1}`, inventedPlatform(seed + 1)] as const),
]

for (const [name, platform] of subjects) {
  const files = rendered(platform)
  const architecture = files.get('architecture.json') as Architecture

  test(`calm, ${name}: passes the schema of the standard`, { skip: absent }, () => {
    const ajv = validator()
    for (const [path, file] of files)
      for (const schema of path === 'architecture.json' ? ['core.json', 'calm.json'] : ['control-requirement.json'])
        assert.ok(
          ajv.validate(`https://calm.finos.org/release/1.2/meta/${schema}`, file),
          `${path}: ${ajv.errorsText(ajv.errors)}`,
        )
  })

  test(`calm, ${name}: names nothing that is not in it`, () => {
    const read = readCalm(architecture)
    assert.deepEqual(read.problems, [])
    const ids = [...architecture.nodes, ...architecture.relationships].map((each) => each['unique-id'])
    assert.equal(new Set(ids).size, ids.length)
    const steps = architecture.flows.flatMap(({ transitions }) =>
      transitions.map((each) => each['relationship-unique-id']),
    )
    assert.deepEqual(
      steps.filter((step) => !ids.includes(step)),
      [],
    )
    const urls = controlsIn(architecture).map((requirement) => requirement['requirement-url'])
    assert.deepEqual(
      urls.filter((url) => !files.has(url)),
      [],
    )
  })

  test(`calm, ${name}: holds each verdict on a promise once`, () => {
    const held = controlsIn(architecture).flatMap(({ config }) =>
      (config as { verdicts: { id: string; verdict: string }[] }).verdicts.map(({ id, verdict }) => `${id} ${verdict}`),
    )
    const { verdicts } = runPlatform(platform, { asOf })
    const promised = verdicts.filter(({ kind }) => kind !== 'question').map(({ id, verdict }) => `${id} ${verdict}`)
    assert.deepEqual(held.toSorted(), promised.toSorted())
  })

  test(`calm, ${name}: is read back with what runs and who calls whom within an environment`, async () => {
    const skeleton = skeletonOf(readCalm(architecture))
    const again = await platformIn(skeletonText(platform.name, skeleton))
    const back = rendered(again).get('architecture.json') as Architecture
    assert.deepEqual(within(back), within(architecture))
  })
}

test('calm: a document of others is refused where it is not as the standard has it', () => {
  const rows: readonly (readonly [document: unknown, problem: string])[] = [
    [{}, 'nodes: a list of nodes is needed'],
    [{ nodes: [{ 'unique-id': 'a', name: 'A' }] }, 'nodes[0].node-type: a text is needed'],
    [{ nodes: [leaf('a'), leaf('a')] }, "nodes: two are called 'a'"],
    [
      { nodes: [leaf('a')], relationships: [{ 'relationship-type': { connects: { source: { node: 'a' } } } }] },
      "relationships[0].relationship-type.connects.destination.node: no node is called ''",
    ],
    [
      { nodes: [leaf('a')], relationships: [{ 'relationship-type': { owns: {} } }] },
      'relationships[0].relationship-type: deployed-in, composed-of, interacts, connects or options is needed',
    ],
  ]
  for (const [document, problem] of rows) assert.deepEqual(readCalm(document).problems, [problem])
})

test('calm: names of others are made names of the language', async () => {
  const names = ["x'); process.exit(1) //", '__proto__', 'class', 'Zahlung-Öffnung', '42', 'constructor', '\u001b[31m']
  const nodes = names.map((name, at) => ({ 'unique-id': `${at}`, 'node-type': 'service', name }))
  const calls = nodes.slice(1).map((_, at) => ({
    'relationship-type': { connects: { source: { node: `${at}` }, destination: { node: `${at + 1}` } } },
  }))
  const read = readCalm({ nodes, relationships: calls })
  assert.deepEqual(read.problems, [])
  const again = await platformIn(skeletonText("it's", skeletonOf(read)))
  const [environment] = again.environments
  assert.equal(environment?.is === 'environment' ? environment.runs.length : 0, names.length)
})

function leaf(id: string) {
  return { 'unique-id': id, 'node-type': 'service', name: id }
}

function rendered(platform: Platform): ReadonlyMap<string, unknown> {
  const decided = worldsOf(platform).worlds[0]?.platform ?? platform
  const { files } = calm.render({ platform: decided, estates: lower(decided), asOf })
  return new Map(files.map(({ path, text }) => [path, JSON.parse(text) as unknown]))
}

function controlsIn({ nodes, controls }: Architecture) {
  const all = [controls, ...nodes.map((node) => node.controls ?? {})]
  return all.flatMap((one) => Object.values(one).flatMap(({ requirements }) => requirements))
}

// Names of components and pairs that call each other, by environment; what stands outside for copies is no component.
function within({ nodes, relationships }: Architecture): readonly string[] {
  const components = nodes.map((node) => node['unique-id']).filter((id) => !/^(cluster|environment|outside)\//.test(id))
  const home = (id: string) => id.slice(0, id.indexOf('/'))
  const calls = relationships.flatMap(({ 'relationship-type': type }) => {
    if ('interacts' in type) return type.interacts.nodes.map((to) => [type.interacts.actor, to] as const)
    return 'connects' in type ? [[type.connects.source.node, type.connects.destination.node] as const] : []
  })
  const pairs = calls.filter(([from, to]) => home(from) === home(to)).map((pair) => pair.join(' calls '))
  return [...new Set([...components, ...pairs])].sort()
}

function validator(): Ajv2020Type {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as { Ajv2020: typeof Ajv2020Type }
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  for (const file of readdirSync(schemas))
    ajv.addSchema(JSON.parse(readFileSync(new URL(file, schemas), 'utf8')) as object)
  return ajv
}
