// Which files of a folder are read as they lie. What belongs to a chart is made by helm, what a kustomization names as a
// patch is half of something, and neither is an object.

import { readFileSync } from 'node:fs'
import { basename, dirname, join, posix } from 'node:path'
import { fieldsIn } from '../../estate/import/fields.ts'
import { readManifests } from '../../kubernetes/read.ts'
import type { Listing } from './list-folder.ts'

/** Files that hold whole objects, if they hold any. */
export function plainFiles(listing: Listing): readonly string[] {
  const charts = new Set(listing.marks.charts.map((chart) => posix.dirname(chart)))
  const parts = new Set([
    ...listing.marks.kustomizations,
    ...listing.marks.kustomizations.flatMap((one) => partsOf(listing.root, one)),
  ])
  return listing.files.filter((file) => !parts.has(file) && !isOfChart(file, charts))
}

const chartFolders: ReadonlySet<string> = new Set(['templates', 'charts', 'crds', 'ci', 'tests'])

function isOfChart(file: string, charts: ReadonlySet<string>): boolean {
  const steps = file.split('/')
  for (let depth = 0; depth < steps.length; depth++) {
    const folder = steps.slice(0, depth).join('/')
    if (!charts.has(folder === '' ? '.' : folder)) continue
    const next = steps[depth] ?? ''
    if (depth < steps.length - 1 ? chartFolders.has(next) : isChartFile(next)) return true
  }
  return false
}

function isChartFile(name: string): boolean {
  return /^(Chart\.ya?ml|Chart\.lock|requirements\.ya?ml|values.*\.(ya?ml|json))$/.test(name)
}

/** Files that a kustomization names and that are no objects: patches, values, settings. */
function partsOf(root: string, kustomization: string): string[] {
  const folder = dirname(kustomization)
  return namedIn(textOf(join(root, kustomization)), basename(kustomization)).map((named) =>
    posix.normalize(posix.join(folder, named)),
  )
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function namedIn(text: string, file: string): string[] {
  const { manifests, others } = readManifests(text, file)
  const values: readonly unknown[] = [...manifests.map(({ manifest }) => manifest), ...others.map(({ value }) => value)]
  return fieldsIn(values).flatMap((kustomization) => [
    ...textsIn(kustomization.patchesStrategicMerge),
    ...textsIn(kustomization.configurations),
    ...textsIn(kustomization.crds),
    ...['patches', 'patchesJson6902', 'replacements'].flatMap((field) =>
      textsIn(fieldsIn(kustomization[field]).map(({ path }) => path)),
    ),
    ...['configMapGenerator', 'secretGenerator'].flatMap((field) =>
      fieldsIn(kustomization[field]).flatMap(({ files }) =>
        textsIn(files).map((entry) => entry.replace(/^[^=/]*=/, '')),
      ),
    ),
    ...['helmCharts', 'helmChartInflationGenerator'].flatMap((field) =>
      fieldsIn(kustomization[field]).flatMap(({ valuesFile, additionalValuesFiles }) => [
        ...textsIn([valuesFile]),
        ...textsIn(additionalValuesFiles),
      ]),
    ),
  ])
}

// A patch may also be written in place.
function textsIn(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && !entry.includes('\n'))
    : []
}
