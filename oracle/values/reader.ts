import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifests } from '../../src/kubernetes/read.ts'
import { isObject, type Json } from '../json.ts'
import type { Random } from '../random.ts'
import { has, type ValueComparison } from './comparison.ts'
import { mutated } from './mutate-text.ts'
import { inventDocument } from './yaml-text.ts'

const slowestSeconds = 2

/** Whole files: invented documents one after the other, and real manifests with some bytes changed. */
export const reader: ValueComparison = {
  asks: 'reader',
  says: 'files of manifests, invented and mutated: the objects that kubectl takes out of them, up to what it refuses',
  cases: 140_000,
  invent: (random) => ({ text: inventFile(random) }),
  wellFormed: has('text'),
  apart: ({ text }, theirs) => statedDifference(String(text), theirs),
  ours: ({ text }): Json => {
    const started = performance.now()
    const { objects, ends } = objectsOf(String(text))
    const tookSeconds = (performance.now() - started) / 1000
    if (tookSeconds > slowestSeconds) return { slow: `${tookSeconds.toFixed(1)} s` }
    return ends === undefined ? { objects } : { objects, ends: true }
  },
}

/** What we read up to the first document that is refused, or is no manifest, and why that is. */
function objectsOf(text: string): { objects: readonly Json[]; ends?: string } {
  const { manifests, others, problems } = readManifests(text, 'sample.yaml')
  const faults = [
    ...problems.map(({ line, column = 1, says }) => ({ at: line * 1e6 + column, says })),
    ...others.map(({ at }) => ({ at: at.line * 1e6 + at.column, says: 'no manifest' })),
  ].sort((a, b) => a.at - b.at)
  const end = faults[0]?.at ?? Number.POSITIVE_INFINITY
  const before = manifests.filter(({ at }) => at.line * 1e6 + at.column < end)
  return { objects: before.map(({ manifest }) => manifest as unknown as Json), ends: faults[0]?.says }
}

// What Seaworthy refuses on purpose though kubectl takes it.
const stated: readonly [says: RegExp, name: string][] = [
  [/stands here a second time/, 'a key that is written twice'],
  [/no number that JSON can carry|a key here is no text/, 'what JSON has not, under a key that is written twice'],
  [/document separator is expected/, 'text behind the end of a document'],
  [/directly before a bracket or comma/, 'a : directly before a bracket or comma'],
  [/ends here without having begun/, 'an end without a document'],
  [/is a template/, 'a template'],
  [/stands here unescaped/, 'line breaks and marks of YAML 1.1'],
  [/nothing but a comment behind ---/, 'the document before a separator that is refused'],
  [/a second document begins here/, 'a second document without ---'],
  [/^this is no YAML: .*(depth|nest)|nested more than|blow this document up/, 'bounds'],
]

/** The name of what is refused on one side only; never of two different readings. */
function statedDifference(text: string, theirs: Json): string | undefined {
  const { ends } = objectsOf(text)
  const isOneSided = (ends === undefined) !== (isObject(theirs) && theirs.ends === undefined)
  if (/^%/m.test(text)) return 'directives, which kubectl cuts off from their document'
  if (isOneSided && text.includes('\t')) return 'a tab beside indentation or a sign'
  if (isOneSided && ends !== undefined && /["'\]}]#/.test(text)) return 'a comment directly behind a quote or bracket'
  return statedRefusal(ends)
}

function statedRefusal(ends: string | undefined): string | undefined {
  return stated.find(([says]) => ends !== undefined && says.test(ends))?.[1]
}

function inventFile(random: Random): string {
  if (random.chance(0.6)) return mutated(random, random.pick(realFiles()))
  const documents = random.list(random.int(1, 3), () => inventOne(random))
  return documents.join(random.pick(['---\n', '---\n', '--- # next\n', '---\n---\n', '\n---\n# note\n']))
}

function inventOne(random: Random): string {
  const head = 'apiVersion: v1\nkind: Sample\n'
  return random.weighted<() => string>([
    [6, () => head + inventDocument(random)],
    [1, () => `${JSON.stringify({ apiVersion: 'v1', kind: 'Sample', a: random.pick(jsonValues) })}\n`],
    [1, () => `apiVersion: v1\nkind: ${random.pick(['List', 'SampleList', 'Sample'])}\nitems: ${random.pick(lists)}\n`],
    [1, () => random.pick(['# note\n', '', 'null\n', '\n', '%YAML 1.1\n', 'hello\n', '- a\n', 'a: b\n'])],
  ])()
}

const jsonValues = [
  1,
  1.5,
  1e21,
  -0,
  'a/b',
  'é',
  '\u2028',
  '\u007f',
  'yes',
  '\ud83d',
  null,
  [],
  {},
  { __proto__: 1 },
  [[1]],
]
const lists = [
  'null',
  '[]',
  '{}',
  '[null]',
  '[{}]',
  '[{kind: A}]',
  '[{apiVersion: v1, kind: A}]',
  '[{metadata: {name: a}}, {apiVersion: v1, kind: B}]',
  '[{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: A}]}]',
  '[{apiVersion: v1, kind: AList, items: [{metadata: {}}]}]',
  'a',
]

let kept: readonly string[] | undefined

// A part of each, so that a change falls where it may matter.
function realFiles(): readonly string[] {
  const root = join(import.meta.dirname, '../../estates')
  kept ??= globSync('small-shop/**/*.yaml', { cwd: root })
    .sort()
    .map((file) => readFileSync(join(root, file), 'utf8').slice(0, 1500))
  return kept
}
