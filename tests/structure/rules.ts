import { cyclesOf } from './cycles.ts'
import { type Import, importsOf } from './imports.ts'

/** Files by path from the root of the project (`src/engine/pods/pod-class.ts`), each with its text. */
export type Tree = ReadonlyMap<string, string>

/** A rule names every place that breaks it. */
export type Rule = (tree: Tree) => string[]

// A room imports only from those before it.
const rooms = [
  'platform',
  'kubernetes',
  'knowledge',
  'estate',
  'engine',
  'check',
  'render',
  'twin',
  'drill',
  'deliver',
  'console',
  'cli',
]

const emptyNames = ['utils', 'util', 'core', 'common', 'helpers', 'helper', 'lib', 'misc', 'shared']

const roomOf = (path: string) => path.split('/')[1] ?? ''
const isTest = (path: string) => path.endsWith('.test.ts')
const sources = (tree: Tree) => [...tree].filter(([path]) => path.startsWith('src/') && path.endsWith('.ts'))
const imports = (tree: Tree): Import[] => sources(tree).flatMap(([path, source]) => importsOf(path, source))
const isIndex = (path: string) => path === 'src/index.ts'

export const everyFolderIsARoom: Rule = (tree) =>
  sources(tree)
    .filter(([path]) => !isIndex(path) && !(path.split('/').length > 2 && rooms.includes(roomOf(path))))
    .map(([path]) => `${path} lies in no room`)

export const twoFoldersDeep: Rule = (tree) =>
  sources(tree)
    .filter(([path]) => path.split('/').length > 4)
    .map(([path]) => `${path} lies deeper than src/<room>/<subject>/`)

export const foldersSayWhatTheyHold: Rule = (tree) =>
  sources(tree).flatMap(([path]) =>
    path
      .replace(/(\.test)?\.ts$/, '')
      .split('/')
      .filter((name) => emptyNames.includes(name))
      .map((name) => `${path}: ${name} says nothing about what it holds`),
  )

export const importsRunOneWay: Rule = (tree) =>
  imports(tree)
    .filter(({ from, file }) => file && !isIndex(from) && !mayImport(from, file))
    .map(({ from, file }) => `${from} imports ${file}`)

// Tests follow the same order, except that they may say a platform as its user does; and the command hands that language to
// the files that it runs.
function mayImport(from: string, file: string): boolean {
  if (isIndex(file)) return isTest(from) || roomOf(from) === 'cli'
  if (!file.startsWith('src/')) return false
  return rooms.indexOf(roomOf(file)) <= rooms.indexOf(roomOf(from))
}

// Types may speak of each other; a circle of values has no order in which it can be loaded.
export const noCycles: Rule = (tree) => {
  const edges = new Map<string, string[]>()
  for (const { from, file, onlyTypes } of imports(tree)) {
    if (file && !onlyTypes && tree.has(file)) edges.set(from, [...(edges.get(from) ?? []), file])
  }
  return cyclesOf(edges).map((cycle) => cycle.join(' → '))
}

// These compute and nothing else.
const harmless = ['node:path', 'node:url', 'node:util']

export const onlyTheCommandTouchesTheMachine: Rule = (tree) =>
  sources(tree)
    .filter(([path]) => roomOf(path) !== 'cli' && !isTest(path))
    .flatMap(([path, source]) => [
      ...importsOf(path, source)
        .filter(({ specifier }) => specifier.startsWith('node:') && !harmless.includes(specifier))
        .map(({ specifier }) => `${path} imports ${specifier}`),
      ...impureWordsIn(source).map((word) => `${path} says ${word}`),
    ])

const impure = /\bprocess\.\w+|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bcrypto\.\w+/g

function impureWordsIn(source: string): string[] {
  return [...withoutComments(source).matchAll(impure)].map(([word]) => word)
}

export const orderIsByCodePoint: Rule = (tree) =>
  sources(tree)
    .filter(([path, source]) => !isTest(path) && /\.localeCompare\(|\bIntl\.Collator\b/.test(withoutComments(source)))
    .map(([path]) => `${path} sorts by the language of the machine`)

// A test may say that the compiler objects: there the objection is what is tested.
export const nothingLeftToDo: Rule = (tree) =>
  sources(tree)
    .filter(([path, source]) => leftOver.test(source) || (!isTest(path) && source.includes('@ts-expect-error')))
    .map(([path]) => `${path} has something left to do, or something kept from the compiler`)

const leftOver = /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck)/

export const filesAreSmall: Rule = (tree) =>
  sources(tree)
    .map(([path, source]): [string, number] => [path, source.split('\n').length - 1])
    .filter(([, lines]) => lines > 400)
    .map(([path, lines]) => `${path} has ${lines} lines`)

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
