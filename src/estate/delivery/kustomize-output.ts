// What kustomize printed, as manifests that know the files which say their fields.

import { isDeepStrictEqual } from 'node:util'
import { type ReadFile, type ReadManifest, readManifests } from '../../kubernetes/read.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { textIn } from './declared.ts'
import { fieldIn } from './field-in.ts'
import { type Closure, kustomizationIn, kustomizationOf } from './kustomization.ts'
import { type Kustomized, type Place, setPlaces } from './set-places.ts'
import { joinPath, type Tree } from './tree.ts'
import { placeInYaml } from './yaml-file.ts'

type Path = readonly (string | number)[]

interface Built extends Kustomized {
  readonly byKind: ReadonlyMap<string, readonly ReadManifest[]>
}

export function kustomizeOutput(
  text: string,
  folder: string,
  closure: Closure,
  tree: Tree,
  nameFile: (file: string) => string,
): ReadFile {
  const read = readManifests(text, nameFile(kustomizationIn(tree, folder) ?? folder))
  // Read when the first place is asked for.
  let built: Built | undefined
  const builtOf = () => {
    built ??= { tree, closure, nameFile, byKind: partsIn(closure, tree, nameFile) }
    return built
  }
  const manifests = read.manifests.map((one): ReadManifest => {
    const base = baseOf(one, builtOf())
    const at = base?.at ?? generatorPlace(one, builtOf()) ?? { ...one.at, line: 1, column: 1 }
    return { ...one, at, lineOf: (path) => traced(one, path, builtOf()) }
  })
  return { ...read, manifests }
}

function partsIn({ files }: Closure, tree: Tree, nameFile: (file: string) => string): Built['byKind'] {
  const all = files
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .flatMap((file) => readManifests(tree.textOf(file) ?? '', nameFile(file)).manifests)
  return Map.groupBy(all, ({ manifest }) => manifest.kind)
}

/** The files that say this object, the overlays' patches first: the name in them may lack a prefix, a suffix, a hash. */
function sayingOf({ manifest }: ReadManifest, { byKind }: Built): readonly ReadManifest[] {
  const name = textIn(manifest.metadata.name) ?? ''
  const alike = (byKind.get(manifest.kind) ?? []).filter((one) => name.includes(`${one.manifest.metadata.name}`))
  // One name in several namespaces: those that say the same namespace are meant, where any does.
  const placed = alike.filter((one) => one.manifest.metadata.namespace === manifest.metadata.namespace)
  const near = placed.length > 0 ? placed : alike
  const longest = Math.max(0, ...near.map((one) => `${one.manifest.metadata.name}`.length))
  return near.filter((one) => `${one.manifest.metadata.name}`.length === longest)
}

// The innermost is the whole object; what comes before it are patches of it.
function baseOf(one: ReadManifest, built: Built): ReadManifest | undefined {
  return sayingOf(one, built).reduce<ReadManifest | undefined>(
    (most, next) => (most && sizeOf(most) >= sizeOf(next) ? most : next),
    undefined,
  )
}

const sizeOf = ({ manifest }: ReadManifest) => JSON.stringify(manifest).length

function traced(one: ReadManifest, path: Path, built: Built): Place | undefined {
  const value = fieldIn(one.manifest, path)
  if (value === undefined) return undefined
  for (const said of [...setPlaces(one, path, value, built), ...patchPlaces(one, path, value, built)]) return said
  for (const part of sayingOf(one, built)) {
    const same = pathIn(part.manifest, path, one.manifest)
    if (same === undefined || !isSaid(fieldIn(part.manifest, same), value)) continue
    const place = part.lineOf(same)
    if (place) return { file: part.at.file, ...place }
  }
  return undefined
}

// Flux puts in variables after the build.
function isSaid(said: unknown, value: unknown): boolean {
  return isDeepStrictEqual(said, value) || (typeof said === 'string' && said.includes('${'))
}

// Patches merge lists by name: an item may stand at another place there.
function pathIn(part: object, path: Path, whole: object): Path | undefined {
  const found: (string | number)[] = []
  for (const [depth, step] of path.entries()) {
    const name = typeof step === 'number' ? fieldIn(whole, [...path.slice(0, depth), step, 'name']) : undefined
    const list = fieldIn(part, found)
    const at =
      typeof step === 'number' && name !== undefined && Array.isArray(list)
        ? list.findIndex((item) => fieldIn(item, ['name']) === name)
        : step
    if (at === -1) return undefined
    found.push(at)
  }
  return found
}

/** Patches of JSON 6902 and those without a kind of their own: the line that holds the value. */
function patchPlaces(
  one: ReadManifest,
  path: Path,
  value: unknown,
  { closure, tree, nameFile }: Built,
): readonly Place[] {
  const pointer = `/${path.map((step) => `${step}`.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
  return closure.folders.flatMap((folder) => {
    const own = kustomizationOf(tree, folder)
    return (['patches', 'patchesJson6902'] as const).flatMap((field) =>
      fieldsIn(own[field]).flatMap((patch, at) => {
        const target = fieldsAt(patch, 'target')
        const isMeant = (target.kind === undefined || target.kind === one.manifest.kind) && isTarget(target, one)
        const written = isMeant ? patchText(patch, [field, at, 'patch'], folder, tree) : undefined
        const line = written && lineOfOperation(written.text, pointer, value)
        return line === undefined
          ? []
          : [{ file: nameFile(written?.file ?? ''), line: (written?.before ?? 0) + line, column: 1 }]
      }),
    )
  })
}

/** A patch in a file of its own, or in the kustomization itself, with the lines before it there. */
function patchText(patch: Fields, field: Path, folder: string, tree: Built['tree']) {
  if (textIn(patch.path)) {
    const file = joinPath(folder, `${patch.path}`)
    return file === undefined ? undefined : { file, text: tree.textOf(file) ?? '', before: 0 }
  }
  const file = kustomizationIn(tree, folder) ?? ''
  const inline = textIn(patch.patch)
  const place = inline === undefined ? undefined : placeInYaml(tree.textOf(file) ?? '', field)
  return place && { file, text: inline ?? '', before: place.line }
}

/** The line, from 1, that says the value of the operation on a field; where that is elsewhere, the line of its path. */
function lineOfOperation(text: string, pointer: string, value: unknown): number | undefined {
  const lines = text.split('\n')
  const at = lines.findIndex((written) => written.includes(pointer))
  const said = typeof value === 'object' ? '' : `${value}`
  if (at < 0 || !text.includes(said)) return undefined
  const end = lines.findIndex((written, index) => index > at && /^\s*-\s/.test(written))
  const own = lines.slice(at, end < 0 ? undefined : end)
  const found =
    said === '' ? -1 : own.findIndex((written) => /^\s*["']?value["']?\s*:/.test(written) && written.includes(said))
  return at + Math.max(found, 0) + 1
}

function isTarget({ name }: Fields, { manifest }: ReadManifest): boolean {
  return textIn(name) === undefined || `${manifest.metadata.name}`.includes(`${name}`)
}

/** The entry of a kustomization that makes a ConfigMap or Secret, whose name ends in a hash. */
function generatorPlace({ manifest }: ReadManifest, { closure, tree, nameFile }: Built): Place | undefined {
  const field =
    manifest.kind === 'Secret' ? 'secretGenerator' : manifest.kind === 'ConfigMap' ? 'configMapGenerator' : undefined
  if (field === undefined) return undefined
  for (const folder of closure.folders) {
    const names = fieldsIn(kustomizationOf(tree, folder)[field]).map(({ name }) => `${name}`)
    const found = names.findIndex((name) => `${manifest.metadata.name}`.includes(name))
    const file = kustomizationIn(tree, folder) ?? ''
    const place = found < 0 ? undefined : placeInYaml(tree.textOf(file) ?? '', [field, found])
    if (place) return { file: nameFile(file), ...place }
  }
  return undefined
}
