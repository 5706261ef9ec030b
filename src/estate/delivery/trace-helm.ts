// Where a field of a rendered object is decided: the last of parameters, inline values, values files and the chart's own
// values that says what was rendered; else the line of the template. Nothing is taken for decisive that says another value.

import { isDeepStrictEqual } from 'node:util'
import type { Manifest } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import { given } from '../given.ts'
import { fieldIn } from './field-in.ts'
import type { HelmPiece } from './piece.ts'
import { templateLine } from './template-line.ts'
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

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export function traceHelm(traced: Traced, path: Path): Place | undefined {
  const { tree, template, nameFile, manifest, line } = traced
  const text = tree.textOf(template) ?? ''
  const value = fieldIn(manifest, path)
  if (value === undefined) return undefined
  const found = templateLine(text, line, path, manifest)
  if (!found) return undefined
  for (const { values, rest } of wantedBy(found.expression, found.rest, traced)) {
    const place = decidedAt([...values, ...rest], value, traced)
    if (place) return place
  }
  return { file: nameFile(template), line: found.line, column: 1 }
}

interface Wanted {
  readonly values: Path
  readonly rest: Path
}

/** The values that an expression reads, those of a helper that it includes too. */
function wantedBy(expression: string, rest: Path, { piece, tree, template }: Traced): readonly Wanted[] {
  const named = [...expression.matchAll(/(?:include|template)\s+"([^"]+)"/g)].map(([, name]) => name ?? '')
  const helpers = named.flatMap((name) => helperText(name, folderOf(template), tree))
  const sub = subchartsOf(piece.chart, template)
  return [expression, ...helpers]
    .flatMap((text) => [...text.matchAll(/\$?\.Values((?:\.\w+)+)/g)])
    .map(([, names]) => ({ values: [...sub, ...(names ?? '').slice(1).split('.')], rest }))
}

// Values of a subchart stand under its name in those of its parent.
function subchartsOf(chart: string, template: string): readonly string[] {
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

/** The strongest place that sets these values to what was rendered. */
function decidedAt(path: Path, rendered: unknown, { piece, tree, nameFile }: Traced): Place | undefined {
  for (const one of piece.set.toReversed()) {
    if (one.name !== path.join('.')) continue
    return isSameValue(one.value, rendered) ? placeOf(one.source.at) : undefined
  }
  for (const one of piece.values.toReversed()) {
    const held = fieldIn(one.is === 'file' ? readYaml(tree.textOf(one.file) ?? '') : one.values, path)
    if (held === undefined) continue
    if (!isSameValue(held, rendered)) return undefined
    if (one.is === 'inline') return placeOf(inlinePlace(one, path))
    const place = placeInYaml(tree.textOf(one.file) ?? '', path)
    return place && { file: nameFile(one.file), ...place }
  }
  return defaultPlace(path, rendered, piece.chart, tree, nameFile)
}

function inlinePlace(
  { source }: Extract<HelmPiece['values'][number], { is: 'inline' }>,
  path: Path,
): Position | undefined {
  return source.lineOf?.(path) ?? source.at
}

function defaultPlace(
  path: Path,
  rendered: unknown,
  chart: string,
  tree: Tree,
  nameFile: (file: string) => string,
): Place | undefined {
  const file = chart === '' ? 'values.yaml' : `${chart}/values.yaml`
  const text = tree.hasFile(file) ? (tree.textOf(file) ?? '') : ''
  const held = fieldIn(readYaml(text), path)
  if (held === undefined || !isSameValue(held, rendered)) return undefined
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
