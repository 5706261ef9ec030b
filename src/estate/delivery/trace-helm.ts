// Where a field of a rendered object is decided: the last of parameters, inline values, values files and the chart's own
// values that says what was rendered; else the line of the template. Nothing is taken for decisive that says another value.

import { isDeepStrictEqual } from 'node:util'
import type { Manifest } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import { given } from '../given.ts'
import { conditionAt, onlyValue } from './condition.ts'
import { fieldIn } from './field-in.ts'
import type { HelmPiece } from './piece.ts'
import { type TemplateLine, templateLine } from './template-line.ts'
import { folderOf, type Tree } from './tree.ts'
import { placeInYaml, readYaml } from './yaml-file.ts'

type Path = readonly (string | number)[]

interface Traced {
  readonly piece: HelmPiece
  readonly tree: Tree
  readonly template: string
  readonly manifest: Manifest
  /** Where the object begins in its template. */
  readonly line: number
  readonly nameFile: (file: string) => string
}

type Place = Position

/** `path` empty: what decides that the object is there at all. */
export function traceHelm(traced: Traced, path: Path): Place | undefined {
  const { tree, template, nameFile, manifest, line } = traced
  const text = tree.textOf(template) ?? ''
  if (path.length === 0) return madeBy(traced, { file: nameFile(template), line, column: 1 })
  const value = fieldIn(manifest, path)
  if (value === undefined) return undefined
  const found = templateLine(text, line, path, manifest)
  if (!found) return undefined
  const own = { file: nameFile(template), line: found.line, column: 1 }
  for (const { values, rest } of wantedBy(found.expression, found.rest, traced)) {
    const place = decidedAt([...values, ...rest], (held) => isSameValue(held, value), traced)
    if (place) return place
  }
  return (
    computedFrom(found, path, traced, own) ?? (isWritten(found) ? madeBy(traced, own, found.begin) : undefined) ?? own
  )
}

// What a template computes from one value is decided by that value, and by the template. A loop makes one item of each.
function computedFrom({ expression, rest }: TemplateLine, path: Path, traced: Traced, via: Place): Place | undefined {
  const values = onlyValue(actionsIn(expression))
  if (!values) return undefined
  const whole = [...subOf(traced), ...values]
  const [item] = rest
  const made = fieldIn(traced.manifest, path.slice(0, path.length - rest.length))
  const isEach = (held: unknown) => Array.isArray(held) && Array.isArray(made) && held.length === made.length
  const isLoop =
    typeof item === 'number' && /\brange\b/.test(expression) && decidedAt(whole, isEach, traced) !== undefined
  const place = decidedAt(isLoop ? [...whole, item] : whole, () => true, traced)
  return place && { ...place, via }
}

const isWritten = ({ expression }: TemplateLine) => !expression.includes('{{')

function actionsIn(text: string): string {
  return [...text.matchAll(/\{\{-?([\s\S]*?)-?\}\}/g)].map(([, action]) => action).join('\n')
}

/** The value that the block around a line asks; only blocks that begin below `after`. */
function madeBy(traced: Traced, via: Place, after = 0): Place | undefined {
  const found = conditionAt(traced.tree.textOf(traced.template) ?? '', via.line)
  if (!found || found.line <= after) return undefined
  const isMeant = (held: unknown) => found.wants === undefined || isTrue(held) === (found.wants === 'truth')
  const place = decidedAt([...subOf(traced), ...found.values], isMeant, traced)
  return place && { ...place, via }
}

/** As templates take it (pkg.go.dev/text/template, Actions), and --set says everything as text. */
function isTrue(held: unknown): boolean {
  if (held === 'false' || held === '0' || !held) return false
  return typeof held !== 'object' || Object.keys(held).length > 0
}

interface Wanted {
  readonly values: Path
  readonly rest: Path
}

/** The values that an expression reads, those of a helper that it includes too. */
function wantedBy(expression: string, rest: Path, traced: Traced): readonly Wanted[] {
  const { tree, template } = traced
  const named = [...expression.matchAll(/(?:include|template)\s+"([^"]+)"/g)].map(([, name]) => name ?? '')
  const helpers = named.flatMap((name) => helperText(name, folderOf(template), tree))
  const sub = subOf(traced)
  return [expression, ...helpers]
    .flatMap((text) => [...text.matchAll(/\$?\.Values((?:\.\w+)+)/g)])
    .map(([, names]) => ({ values: [...sub, ...(names ?? '').slice(1).split('.')], rest }))
}

// Values of a subchart stand under its name in those of its parent.
function subOf({ piece: { chart }, template }: Traced): readonly string[] {
  const inside = template.slice(chart === '' ? 0 : chart.length + 1)
  return [...inside.matchAll(/(?:^|\/)charts\/([^/]+)\//g)].map(([, name]) => name ?? '')
}

function helperText(name: string, folder: string, tree: Tree): readonly string[] {
  const files = ['_helpers.tpl', '_helpers.yaml', '_common.tpl'].map((file) => `${folder}/${file}`)
  return files.flatMap((file) => {
    const text = tree.hasFile(file) ? (tree.textOf(file) ?? '') : ''
    const begin = text.indexOf(`define "${name}"`)
    const after = text.indexOf('{{- define ', begin + 1)
    return begin < 0 ? [] : [text.slice(begin, after < 0 ? undefined : after)]
  })
}

/** The strongest place that sets these values; none where what it sets is not meant. */
function decidedAt(path: Path, isMeant: (held: unknown) => boolean, traced: Traced): Place | undefined {
  const { piece, tree, nameFile } = traced
  for (const one of piece.set.toReversed()) {
    if (one.name !== path.join('.')) continue
    return isMeant(one.value) ? placeOf(one.source.at) : undefined
  }
  for (const one of piece.values.toReversed()) {
    const held = fieldIn(one.is === 'file' ? readYaml(tree.textOf(one.file) ?? '') : one.values, path)
    if (held === undefined) continue
    if (!isMeant(held)) return undefined
    if (one.is === 'inline') return placeOf(inlinePlace(one, path))
    const place = placeInYaml(tree.textOf(one.file) ?? '', path)
    return place && { file: nameFile(one.file), ...place }
  }
  return defaultPlace(path, isMeant, traced)
}

function inlinePlace(
  { source }: Extract<HelmPiece['values'][number], { is: 'inline' }>,
  path: Path,
): Position | undefined {
  return source.lineOf?.(path) ?? source.at
}

function defaultPlace(
  path: Path,
  isMeant: (held: unknown) => boolean,
  { piece: { chart }, tree, nameFile }: Traced,
): Place | undefined {
  const file = chart === '' ? 'values.yaml' : `${chart}/values.yaml`
  const text = tree.hasFile(file) ? (tree.textOf(file) ?? '') : ''
  const held = fieldIn(readYaml(text), path)
  if (held === undefined || !isMeant(held)) return undefined
  const place = placeInYaml(text, path)
  return place && { file: nameFile(file), ...place }
}

// A template may quote a number, and --set says everything as text.
function isSameValue(held: unknown, rendered: unknown): boolean {
  if (isDeepStrictEqual(held, rendered)) return true
  if (Array.isArray(rendered) && rendered.length === 1 && !Array.isArray(held)) return isSameValue(held, rendered[0])
  const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  if (isScalar(held) && isScalar(rendered)) return `${held}` === `${rendered}` || `${rendered}`.endsWith(`:${held}`)
  return false
}

function placeOf(at: Position | undefined): Place | undefined {
  return at && given<Place>({ file: at.file, line: at.line, column: at.column ?? 1 })
}
