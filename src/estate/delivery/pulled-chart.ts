// A chart of a repository of charts that somebody has put into the folder (`helm pull NAME --untar`).
// Source: helm.sh/docs/chart_best_practices/dependencies (version ranges); argo-cd.readthedocs.io, Helm, tracking strategies.

import { fieldsAt } from '../import/fields.ts'
import { folderOf, nameOf, type Tree } from './tree.ts'
import { readYaml } from './yaml-file.ts'

interface Pulled {
  readonly folder: string
  readonly version: string
}

/** The folder of the chart of this name whose version is within the range; undefined where none is, or where several are. */
export function pulledChart(tree: Tree, name: string, range: string | undefined): string | undefined {
  const fitting = (chartsIn(tree).get(name) ?? []).filter(({ version }) => isWithin(version, range))
  return fitting.length === 1 ? fitting[0]?.folder : undefined
}

const known = new WeakMap<Tree, ReadonlyMap<string, readonly Pulled[]>>()

function chartsIn(tree: Tree): ReadonlyMap<string, readonly Pulled[]> {
  const had = known.get(tree)
  if (had) return had
  const charts = new Map<string, Pulled[]>()
  const folders = tree.files.filter((file) => nameOf(file) === 'Chart.yaml').map(folderOf)
  for (const folder of folders) {
    // What a chart brings along is a part of it.
    if (folders.some((other) => folder.startsWith(`${other}/charts/`))) continue
    const said = fieldsAt(readYaml(tree.textOf(join(folder)) ?? '') ?? {})
    const { name, version } = said
    if (typeof name !== 'string' || typeof version !== 'string') continue
    const same = charts.get(name)
    if (same) same.push({ folder, version })
    else charts.set(name, [{ folder, version }])
  }
  known.set(tree, charts)
  return charts
}

function join(folder: string): string {
  return folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`
}

const written = /^(\^|~|>=|=)?\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?((?:-[0-9A-Za-z.-]+)?)(?:\+.*)?$/

/** Whether a version is within a range; false for a range that is not read here. */
export function isWithin(version: string, range: string | undefined): boolean {
  const wanted = (range ?? '*').trim()
  if (wanted === '' || wanted === '*' || wanted === 'x') return true
  const [has, wants] = [partsOf(version), written.exec(wanted)]
  if (has === undefined || wants === null) return false
  const [, sign = '', major = '', minor = '', patch = '', pre = ''] = wants
  const least = [major, minor, patch].map((part) => (/^\d+$/.test(part) ? Number(part) : undefined))
  const said = least.filter((part) => part !== undefined).length
  if (sign === '' || sign === '=')
    return least.every((part, at) => part === undefined || part === has.numbers[at]) && (said < 3 || pre === has.pre)
  if (has.pre !== pre || compare(has.numbers, least) < 0) return false
  if (sign === '>=') return true
  const fixed = sign === '~' ? Math.max(1, Math.min(said, 2)) : 1 + least.slice(0, 2).findIndex((part) => part !== 0)
  return least.slice(0, fixed || said).every((part, at) => part === undefined || part === has.numbers[at])
}

function partsOf(version: string): { readonly numbers: readonly number[]; readonly pre: string } | undefined {
  const found = written.exec(version)
  if (found === null || found[1] !== undefined) return undefined
  return { numbers: [2, 3, 4].map((at) => Number(found[at] ?? 0)), pre: found[5] ?? '' }
}

function compare(has: readonly number[], least: readonly (number | undefined)[]): number {
  for (const [at, part] of has.entries()) if (part !== (least[at] ?? 0)) return part - (least[at] ?? 0)
  return 0
}
