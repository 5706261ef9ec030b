// Which repository is the one at hand, and where in it the folder stands.

import { byCodePoint } from '../../platform/order.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type Declared, textIn } from './declared.ts'
import { joinPath, type Tree } from './tree.ts'

export interface Repository {
  readonly tree: Tree
  readonly isOwn: (url: unknown) => boolean
  /** A path of the repository as a path of the tree; undefined where it lies outside the folder. */
  readonly locate: (path: string) => string | undefined
  /** The folders of the tree, as paths of the repository. */
  readonly folders: readonly string[]
  /** The files of the tree, and their paths in the repository. */
  readonly files: readonly { readonly path: string; readonly file: string }[]
}

export interface RepositoryHints {
  /** What git calls the remote of the folder, where the folder is a working copy. */
  readonly remotes?: readonly string[]
  /** The parts of the folder's own path, for applications that name it from further up: `['home', 'shop', 'k8s']`. */
  readonly folderParts?: readonly string[]
}

interface Asked {
  readonly url: string
  readonly path: string
}

/** The repository is the one that a remote names, else the one whose paths are found here most often. */
export function repositoryOf(
  tree: Tree,
  declared: readonly Declared[],
  { remotes = [], folderParts = [] }: RepositoryHints = {},
): Repository {
  const asked = [...declared.flatMap(askedOf), ...askedOfFlux(declared)]
  const prefix = prefixOf(tree, asked, folderParts)
  const locate = (path: string) => {
    const whole = joinPath('', path)
    if (whole === undefined) return undefined
    if (prefix === '' || whole === prefix) return prefix === '' ? whole : ''
    return whole.startsWith(`${prefix}/`) ? whole.slice(prefix.length + 1) : undefined
  }
  const known = new Set(remotes.map(normalUrl))
  const byRemote = asked.some(({ url }) => known.has(normalUrl(url)))
  const own = byRemote ? known : new Set(mostFound(tree, asked, locate))
  const inRepository = (path: string) => (prefix === '' || path === '' ? prefix + path : `${prefix}/${path}`)
  return {
    tree,
    locate,
    isOwn: (url) => typeof url === 'string' && own.has(normalUrl(url)),
    folders: tree.folders.map(inRepository),
    files: tree.files.map((file) => ({ path: inRepository(file), file })),
  }
}

function mostFound(tree: Tree, asked: readonly Asked[], locate: Repository['locate']): readonly string[] {
  const found = new Map<string, number>()
  for (const { url, path } of asked) {
    const place = locate(path)
    const stands = place !== undefined && (tree.hasFolder(place) || tree.hasFile(place))
    found.set(normalUrl(url), (found.get(normalUrl(url)) ?? 0) + (stands ? 1 : 0))
  }
  const most = [...found].filter(([, times]) => times > 0).sort((a, b) => b[1] - a[1] || byCodePoint(a[0], b[0]))[0]
  return most ? [most[0]] : []
}

// A folder further down than the root of its repository: its own last names stand before the paths.
function prefixOf(tree: Tree, asked: readonly Asked[], folderParts: readonly string[]): string {
  const candidates = ['', ...folderParts.map((_, from) => folderParts.slice(from).join('/')).reverse()]
  const foundWith = (prefix: string) =>
    asked.filter(({ path }) => {
      const whole = joinPath('', path) ?? ''
      if (prefix === '') return tree.hasFolder(whole)
      return whole === prefix || (whole.startsWith(`${prefix}/`) && tree.hasFolder(whole.slice(prefix.length + 1)))
    }).length
  const counted = candidates.map((prefix) => ({ prefix, found: foundWith(prefix) }))
  return counted.sort((a, b) => b.found - a.found)[0]?.prefix ?? ''
}

function askedOf({ manifest, spec }: Declared): readonly Asked[] {
  if (!manifest.apiVersion.startsWith('argoproj.io/')) return []
  const sources = [...sourcesIn(spec), ...sourcesIn(fieldsAt(spec, 'template', 'spec')), ...generatorSources(spec)]
  return sources.flatMap(({ repoURL, path }) => {
    const url = textIn(repoURL)
    const where = textIn(path)
    return url !== undefined && where !== undefined && !url.includes('{{') && !where.includes('{{')
      ? [{ url, path: where }]
      : []
  })
}

// A Kustomization names its path and, by another object, the repository.
function askedOfFlux(declared: readonly Declared[]): readonly Asked[] {
  const repositories = declared.filter(({ manifest }) => manifest.kind === 'GitRepository')
  const urls = new Map(repositories.map(({ name, spec }) => [name, textIn(spec.url)]))
  return declared.flatMap(({ manifest, spec }) => {
    const url = urls.get(`${fieldsAt(spec, 'sourceRef').name}`)
    return manifest.kind === 'Kustomization' && url !== undefined ? [{ url, path: textIn(spec.path) ?? '.' }] : []
  })
}

function sourcesIn(spec: Fields): readonly Fields[] {
  return [fieldsAt(spec, 'source'), ...fieldsIn(spec.sources)]
}

function generatorSources(spec: Fields): readonly Fields[] {
  return fieldsIn(spec.generators).flatMap((generator) => {
    const git = fieldsAt(generator, 'git')
    const nested = [fieldsAt(generator, 'matrix'), fieldsAt(generator, 'merge')].flatMap(generatorSources)
    const paths = [...fieldsIn(git.directories), ...fieldsIn(git.files)].map(({ path }) =>
      `${path}`.replace(/\/?[^/]*[*?[{].*$/, ''),
    )
    return [...paths.filter((path) => path !== '').map((path) => ({ repoURL: git.repoURL, path })), ...nested]
  })
}

/** One form for all ways to say the address of a repository: ssh, https, with and without `.git`. */
export function normalUrl(url: string): string {
  const plain = url
    .trim()
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?/, '$1/')
  return plain
    .replace(/\/+$/, '')
    .replace(/\.git$/i, '')
    .toLowerCase()
}
