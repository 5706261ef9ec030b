import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readManifests } from '../../src/kubernetes/read.ts'
import { isObject, type Json, sameText } from '../json.ts'
import type { Random } from '../random.ts'
import type { ValueComparison } from './comparison.ts'
import { hostile } from './hostile-text.ts'
import { mutated } from './mutate-text.ts'
import { inventDocument } from './yaml-text.ts'

/** Whole files: invented, mutated from real ones, and hostile ones. */
export const reader: ValueComparison = {
  asks: 'reader',
  says: 'files of manifests, invented, mutated and hostile: what kubectl takes out of them, up to what it refuses',
  cases: 10_000_000,
  usualSeconds: 60,
  isBounded: true,
  invent: (random) => ({ text: inventFile(random).toWellFormed() }),
  wellFormed: ({ text }) => typeof text === 'string' && text.isWellFormed(),
  compared: withoutWords,
  apart: (_, theirs, ours) => statedDifference(theirs, ours),
  ours: ({ text }): Json => {
    const before = process.cpuUsage()
    const answer = objectsOf(String(text))
    const { user, system } = process.cpuUsage(before)
    const tookSeconds = (user + system) / 1e6
    return tookSeconds > longestSeconds(String(text)) ? { slow: `${tookSeconds.toFixed(1)} s` } : answer
  },
}

// Of a processor, so that a busy machine makes nothing slow.
function longestSeconds(text: string): number {
  return 2 + text.length / 2 ** 20
}

/** What we read up to the first document that is refused, or is no manifest, and why that is. */
function objectsOf(text: string): Json {
  const { manifests, others, problems } = readManifests(text, 'sample.yaml')
  const faults = [
    ...problems.map(({ line, column = 1, says }) => ({ at: line * 1e9 + column, says })),
    ...others.map(({ at, value }) => ({
      at: at.line * 1e9 + at.column,
      says: value === undefined ? forOthers : 'no manifest',
    })),
  ].sort((a, b) => a.at - b.at)
  const [first] = faults
  const before = manifests.filter(({ at }) => at.line * 1e9 + at.column < (first?.at ?? Number.POSITIVE_INFINITY))
  const objects = before.map(({ manifest }) => manifest as unknown as Json)
  return first === undefined ? { objects } : { objects, ends: true, why: first.says }
}

function withoutWords(answer: Json): Json {
  if (!isObject(answer) || answer.objects === undefined) return answer
  const { objects, ends } = answer
  return ends === undefined ? { objects } : { objects, ends }
}

const forOthers = 'no manifest, and refused'

// What Seaworthy refuses on purpose though kubectl takes it; each is told to the user in these words.
const stated: readonly [says: RegExp, name: string][] = [
  [/stands here a second time/, 'a key that is written twice'],
  [/behind the end of the document|a second document begins here/, 'what stands behind the end of a document'],
  [/U\+FEFF stands here/, 'a mark of byte order inside, which kubectl drops with a character beside it, or keeps'],
  [/kubectl takes no directives|^no manifest, and refused/, 'a directive behind a document'],
  [/passes over a last line/, 'a last line that fills a buffer, which kubectl loses'],
  [/is a template/, 'a template that happens to be YAML'],
  [/nested more than|blow this document up|more than \d+ (values|anchors)|larger than/, 'bounds'],
  [/is not what its tag says/, '!!timestamp, and !!binary that is no text'],
]

/** The name of what we alone refuse; never of two different readings. */
function statedDifference(theirs: Json, ours: Json): string | undefined {
  if (!isObject(ours) || !isObject(theirs) || ours.ends === undefined) return undefined
  if (!beginsWith(theirs.objects ?? null, ours.objects ?? null)) return undefined
  const why = String(ours.why)
  // kubectl never sees what a later one replaces.
  if (theirs.twice === true && /no number that JSON can carry|a key here is no text/.test(why)) {
    return 'what JSON has not, under a key that is written twice'
  }
  return stated.find(([says]) => says.test(why))?.[1]
}

function beginsWith(all: Json, first: Json): boolean {
  if (!Array.isArray(all) || !Array.isArray(first)) return false
  return first.length <= all.length && first.every((one, i) => sameText(one) === sameText(all[i]))
}

function inventFile(random: Random): string {
  if (random.chance(0.03)) return hostile(random)
  if (random.chance(0.6)) return mutated(random, random.pick(realFiles()), random.pick(realFiles()))
  if (random.chance(0.1)) return mutated(random, jsonStream(random), random.pick(realFiles()))
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

// One value of JSON after the other, each a manifest or a list of some.
function jsonStream(random: Random): string {
  const between = random.pick(['', '\n', ' ', '\n---\n', '\t\r\n', ','])
  const one = () => {
    const { manifests } = readManifests(random.pick(realFiles()), 'sample.yaml')
    const objects = manifests.map(({ manifest }) => manifest)
    const value = random.chance(0.3) ? { apiVersion: 'v1', kind: 'List', items: objects } : (objects[0] ?? {})
    return JSON.stringify(value, null, random.pick([0, 0, 2, '\t']))
  }
  return random.list(random.int(1, 3), one).join(between)
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
