// What helm printed, as manifests that know their templates.

import { type ReadFile, readManifests } from '../../kubernetes/read.ts'
import { fieldsAt } from '../import/fields.ts'
import type { HelmPiece } from './piece.ts'
import { traceHelm } from './trace-helm.ts'
import type { Tree } from './tree.ts'
import { readYaml } from './yaml-file.ts'

/** `nameFile` makes the path of a file of the tree as it is shown. */
export function helmOutput(text: string, piece: HelmPiece, tree: Tree, nameFile: (file: string) => string): ReadFile {
  const read = readManifests(text, nameFile(`${piece.chart}/templates`))
  const sources = sourcesIn(text)
  const chart = `${(readYaml(tree.textOf(inFolder(piece.chart, 'Chart.yaml')) ?? '') as { name?: unknown } | null)?.name}`
  const manifests = read.manifests
    .filter(({ manifest }) => !isTest(manifest))
    .map((one) => {
      const source = sources.findLast(({ line }) => line <= one.at.line)?.template
      const near = source?.startsWith(`${chart}/`) ? inFolder(piece.chart, source.slice(chart.length + 1)) : undefined
      const template = near !== undefined && tree.hasFile(near) ? near : undefined
      if (template === undefined) return { ...one, at: applicationPlace(piece) ?? one.at, lineOf: () => undefined }
      const line = lineOfKind(tree.textOf(template) ?? '', one.manifest.kind)
      const at = { file: nameFile(template), line, column: 1 }
      return {
        ...one,
        at,
        lineOf: (path: readonly (string | number)[]) =>
          traceHelm({ piece, tree, template, nameFile, manifest: one.manifest, line }, path),
      }
    })
  return { ...read, manifests }
}

function inFolder(folder: string, file: string): string {
  return folder === '' ? file : `${folder}/${file}`
}

function applicationPlace({ source: { at } }: HelmPiece) {
  return at && { file: at.file, line: at.line, column: at.column ?? 1 }
}

// `# Source: chart/templates/service.yaml` stands before what came of a template.
function sourcesIn(text: string): readonly { readonly line: number; readonly template: string }[] {
  return text
    .split('\n')
    .flatMap((line, at) => (line.startsWith('# Source: ') ? [{ line: at + 1, template: line.slice(10).trim() }] : []))
}

// Tests of a release run when somebody asks for them (helm.sh/docs/topics/chart_tests).
function isTest(manifest: { readonly metadata: object }): boolean {
  const hook = fieldsAt(manifest, 'metadata', 'annotations')['helm.sh/hook']
  return typeof hook === 'string' && hook.split(',').every((one) => one.trim().startsWith('test'))
}

function lineOfKind(template: string, kind: string): number {
  const lines = template.split('\n')
  const at = lines.findIndex((line) => new RegExp(`^\\s*kind:\\s*["']?${kind.replace(/\W/g, '')}["']?\\s*$`).test(line))
  return at < 0 ? 1 : at + 1
}
