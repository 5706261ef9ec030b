// Which files a kustomization is built from, and what of it lies elsewhere.
// Source: kubectl.docs.kubernetes.io/references/kustomize/kustomization; kustomize/api@v0.20 types/kustomization.go.

import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { textIn, textsIn } from './declared.ts'
import { joinPath, type Tree } from './tree.ts'
import { readYaml } from './yaml-file.ts'

export const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

export interface Closure {
  /** All files that are read, sorted by the order in which they are met. */
  readonly files: readonly string[]
  /** The folders of the kustomizations, the outermost first. */
  readonly folders: readonly string[]
  /** What would be fetched, run, or read from outside the folder: why the build is not started. */
  readonly faults: readonly string[]
}

export function hasKustomization(tree: Tree, folder: string): boolean {
  return kustomizationIn(tree, folder) !== undefined
}

/** The file of a folder that says what is built; undefined where none does. */
export function kustomizationIn(tree: Tree, folder: string): string | undefined {
  return names.map((name) => (folder === '' ? name : `${folder}/${name}`)).find(tree.hasFile)
}

/** What a kustomization says; empty where it is no mapping. */
export function kustomizationOf(tree: Tree, folder: string): Fields {
  const known = readIn(tree)
  const had = known.said.get(folder)
  if (had) return had
  const said = saidIn(tree, folder)
  known.said.set(folder, said)
  return said
}

// Bases are built by many overlays: each is read and followed once.
interface Read {
  readonly said: Map<string, Fields>
  readonly closures: Map<string, Closure>
}

const readings = new WeakMap<Tree, Read>()

function readIn(tree: Tree): Read {
  const had = readings.get(tree)
  if (had) return had
  const none: Read = { said: new Map(), closures: new Map() }
  readings.set(tree, none)
  return none
}

function saidIn(tree: Tree, folder: string): Fields {
  const file = kustomizationIn(tree, folder)
  const read = readYaml((file && tree.textOf(file)) ?? '')
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Fields) : {}
}

/** Everything that building a folder reads, followed through its bases and components. */
export function closureOf(tree: Tree, folder: string, edits: Fields = {}): Closure {
  if (Object.keys(edits).length > 0) return followed(tree, folder, edits)
  const { closures } = readIn(tree)
  const had = closures.get(folder)
  if (had) return had
  const closure = followed(tree, folder, edits)
  closures.set(folder, closure)
  return closure
}

/** The folders of the kustomizations that one takes itself. */
export function takenBy(tree: Tree, folder: string): readonly string[] {
  return entriesOf(kustomizationOf(tree, folder)).flatMap((entry) => {
    const path = isRemote(entry) ? undefined : joinPath(folder, entry)
    return path !== undefined && path !== folder && hasKustomization(tree, path) ? [path] : []
  })
}

function followed(tree: Tree, folder: string, edits: Fields): Closure {
  const files = new Set<string>()
  const folders = new Set<string>()
  const faults = new Set<string>()
  const visit = (at: string, fields: Fields) => {
    folders.add(at)
    const file = kustomizationIn(tree, at)
    if (file) files.add(file)
    for (const fault of refusedIn(fields)) faults.add(`${file}: ${fault}`)
    for (const entry of entriesOf(fields)) {
      const path = isRemote(entry) ? undefined : joinPath(at, entry)
      if (path === undefined || (entry.startsWith('/') && !tree.hasFile(path))) {
        faults.add(
          isRemote(entry)
            ? `${file} takes ${entry}, which is remote`
            : `${file} takes ${entry} from outside this folder`,
        )
      } else if (tree.hasFile(path)) files.add(path)
      else if (kustomizationIn(tree, path) === undefined) faults.add(`${file} takes ${entry}, which is not there`)
      else if (!folders.has(path)) visit(path, kustomizationOf(tree, path))
    }
  }
  visit(folder, { ...kustomizationOf(tree, folder) })
  for (const entry of entriesOf(edits)) {
    const path = joinPath(folder, entry)
    if (path === undefined) faults.add(`${entry} lies outside this folder`)
    else if (tree.hasFile(path)) files.add(path)
    else if (!folders.has(path) && hasKustomization(tree, path)) visit(path, kustomizationOf(tree, path))
  }
  return { files: [...files], folders: [...folders], faults: [...faults] }
}

// Plugins are programs, and a chart is fetched: neither is done here.
function refusedIn(fields: Fields): readonly string[] {
  return [
    ...(fieldsIn(fields.helmCharts).length > 0 || fieldsIn(fields.helmChartInflationGenerator).length > 0
      ? ['its helmCharts are not inflated']
      : []),
  ]
}

function isRemote(entry: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*::?\/\/|git@|github\.com[/:]|bitbucket\.org[/:]|gitlab\.com[/:])/i.test(entry) ||
    /\?ref=/.test(entry)
  )
}

function entriesOf(fields: Fields): readonly string[] {
  const lists = ['resources', 'bases', 'components', 'crds', 'configurations']
  const maybeInline = ['patchesStrategicMerge', 'generators', 'transformers', 'validators']
  return [
    ...lists.flatMap((list) => textsIn(fields[list])),
    ...maybeInline.flatMap((list) => textsIn(fields[list])).filter((entry) => !entry.includes('\n')),
    ...[...fieldsIn(fields.patches), ...fieldsIn(fields.patchesJson6902), ...fieldsIn(fields.replacements)].flatMap(
      ({ path }) => textIn(path) ?? [],
    ),
    ...[...fieldsIn(fields.configMapGenerator), ...fieldsIn(fields.secretGenerator)].flatMap(generatorFiles),
    ...(textIn(fieldsAt(fields, 'openapi').path) ? [`${fieldsAt(fields, 'openapi').path}`] : []),
  ]
}

// `files` may give the key first: `app.conf=config/app.conf`.
function generatorFiles(generator: Fields): readonly string[] {
  const keyed = textsIn(generator.files).map((entry) => entry.slice(entry.indexOf('=') + 1))
  return [...keyed, ...textsIn(generator.envs), ...(textIn(generator.env) ? [`${generator.env}`] : [])]
}
