// What a platform file may import: Seaworthy itself, packages, and files of its own project. Nothing of Node.

import { existsSync } from 'node:fs'
import { isBuiltin, type LoadFnOutput, type ResolveFnOutput, registerHooks } from 'node:module'
import { dirname, extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownRoot } from '../../platform/own.ts'
import { baseName, refuse } from './refused.ts'
import type { Stripper } from './stripper.ts'

const LANGUAGE = new URL('seaworthy', ownRoot).href
const READABLE = new Set(['.ts', '.mts', '.js', '.mjs', '.cjs', '.json'])

type NextResolve = (specifier: string, context?: { parentURL?: string }) => ResolveFnOutput

/**
 * Fences the imports of everything that is not ours; answers with the texts of the files that were loaded. `language` is what
 * a file gets that imports Seaworthy.
 */
export function fenceImports(project: string, stripper: Stripper, language: object): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const roots = new Set([project])
  registerHooks({
    resolve: (specifier, context, next) => resolve(specifier, context.parentURL ?? '', next, roots),
    load(url, context, next) {
      if (url === LANGUAGE) return { format: 'module', source: textOfModule(language), shortCircuit: true }
      if (!url.startsWith('file:') || url.startsWith(ownRoot)) return next(url, context)
      const path = fileURLToPath(url)
      const known = stripper.known(path)
      if (known) {
        texts.set(path, known.text)
        return { format: 'module', source: known.stripped, shortCircuit: true }
      }
      const loaded = next(url, isOfProject(url) ? { ...context, format: formatOf(url) ?? context.format } : context)
      const text = textOf(loaded)
      if (text !== undefined) texts.set(path, text)
      return text !== undefined && loaded.format === 'module-typescript'
        ? { ...loaded, format: 'module', source: stripper.strip(path, text) }
        : loaded
    },
  })
  return texts
}

// The language as a module: what judges has loaded it before, maybe as a part of a script, and there must be one of it.
function textOfModule(language: object): string {
  const key = Symbol.for('seaworthy.language')
  Object.defineProperty(globalThis, key, { value: language, configurable: true })
  return [
    `const $language = globalThis[Symbol.for('${key.description}')]`,
    `delete globalThis[Symbol.for('${key.description}')]`,
    ...Object.keys(language).map((name) => `export const ${name} = $language.${name}`),
  ].join('\n')
}

const OWN_FILES = 'import .ts, .js or .json files of the project'

function resolve(specifier: string, parent: string, next: NextResolve, roots: Set<string>): ResolveFnOutput {
  if (parent === '' || parent.startsWith(ownRoot) || !parent.startsWith('file:')) return next(specifier)
  if (specifier === 'seaworthy') return { url: LANGUAGE, format: 'module', shortCircuit: true }
  const refuseImport = (why: string, next: string) =>
    refuse(`imports ${specifier.slice(0, 60)}${why}`, next, baseName(fileURLToPath(parent)))

  if (specifier.startsWith('seaworthy/')) refuseImport(', which is not there', "import from 'seaworthy' itself")
  if (isBuiltin(specifier)) refuseImport('', `a platform is what its files say: ${OWN_FILES}`)
  const isRelative = /^(\.{0,2}\/|file:)/.test(specifier)
  if (!isRelative && /^[a-z]+:/.test(specifier)) refuseImport('', OWN_FILES)

  const resolved = next(specifier)
  const file = resolved.url.startsWith('file:') ? fileURLToPath(resolved.url) : ''
  // A package may lie anywhere, as a workspace does; its own files are then below its own folder.
  if (!isRelative && file !== '') roots.add(packageOf(file))
  if (![...roots].some((root) => file.startsWith(root + sep))) {
    refuseImport(', which lies outside the project', 'move it below the project folder, or import it as a package')
  }
  if (!READABLE.has(extname(file))) refuseImport('', OWN_FILES)
  return resolved
}

function isOfProject(url: string): boolean {
  return url.startsWith('file:') && !url.startsWith(ownRoot) && !url.includes('/node_modules/')
}

// A platform file needs no package.json around it that says what it is.
function formatOf(url: string): string | undefined {
  const extension = extname(url)
  if (extension === '.ts' || extension === '.mts') return 'module-typescript'
  return extension === '.js' || extension === '.mjs' ? 'module' : undefined
}

function packageOf(file: string): string {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function textOf({ source }: LoadFnOutput): string | undefined {
  if (typeof source === 'string' || !source) return source ?? undefined
  return new TextDecoder().decode(source)
}
