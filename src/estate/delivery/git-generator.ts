// Folders and files of the repository as parameters.
// Source: argo-cd@v3.0.12 applicationset/generators/git.go; files are matched as git ls-files does, `*` over folders too.

import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { textIn } from './declared.ts'
import { fillText } from './fill.ts'
import { flat, type Generating } from './generating.ts'
import { matchesGitPath, matchesPath } from './glob.ts'
import { TemplateFault } from './go-template-parse.ts'
import { normalizedName } from './template-functions.ts'
import { folderOf, nameOf } from './tree.ts'
import { readYaml } from './yaml-file.ts'

export function gitParameters(git: Fields, generating: Generating): readonly Fields[] {
  const { repository } = generating
  if (!repository.isOwn(git.repoURL))
    throw new TemplateFault(`its git generator asks another repository, ${git.repoURL}`)
  const directories = fieldsIn(git.directories)
  const found =
    directories.length > 0
      ? foldersOf(directories, generating).map((folder) => ({ path: folder, held: [{}] as readonly Fields[] }))
      : filesOf(fieldsIn(git.files), generating)
  const prefix = textIn(git.pathParamPrefix)
  const isFolders = directories.length > 0
  return found.flatMap(({ path, held }) =>
    held.map((own) => {
      const place = generating.isGo ? goPath(path, isFolders, prefix) : plainPath(path, isFolders, prefix)
      const parameters = { ...(generating.isGo ? own : flat(own)), ...place }
      return { ...parameters, ...valuesOf(fieldsAt(git, 'values'), parameters, generating) }
    }),
  )
}

// Hidden folders are none (reposerver/repository/repository.go:2770), and what is excluded once is not included again.
function foldersOf(directories: readonly Fields[], { repository }: Generating): readonly string[] {
  const matches = (folder: string, excludes: boolean) =>
    directories.some(({ path, exclude }) => (exclude === true) === excludes && matchesPath(trimmed(path), folder))
  return repository.folders.filter(
    (folder) => folder !== '' && !/(?:^|\/)\./.test(folder) && matches(folder, false) && !matches(folder, true),
  )
}

const trimmed = (path: unknown) => `${path}`.replace(/\/+$/, '')

function filesOf(wanted: readonly Fields[], { repository }: Generating) {
  const files = repository.files.filter(({ path }) => wanted.some((one) => matchesGitPath(`${one.path}`, path)))
  return files.map(({ path, file }) => {
    const read = readYaml(repository.tree.textOf(file) ?? '')
    if (read === undefined) throw new TemplateFault(`${file} is no YAML, and its git generator reads it`)
    const held = Array.isArray(read) ? fieldsIn(read) : [(read ?? {}) as Fields]
    return { path, held: held.length > 0 ? held : [{}] }
  })
}

function goPath(path: string, isFolder: boolean, prefix: string | undefined): Fields {
  const folder = isFolder ? path : folderOf(path) || '.'
  const said = {
    path: folder,
    basename: nameOf(folder),
    basenameNormalized: normalizedName(nameOf(folder)),
    segments: folder.split('/'),
    ...(isFolder ? {} : { filename: nameOf(path), filenameNormalized: normalizedName(nameOf(path)) }),
  }
  return prefix === undefined ? { path: said } : { [prefix]: { path: said } }
}

function plainPath(path: string, isFolder: boolean, prefix: string | undefined): Fields {
  const name = prefix === undefined ? 'path' : `${prefix}.path`
  const folder = isFolder ? path : folderOf(path) || '.'
  return Object.fromEntries([
    [name, folder],
    [`${name}.basename`, nameOf(folder)],
    [`${name}.basenameNormalized`, normalizedName(nameOf(folder))],
    ...folder.split('/').map((part, at) => [`${name}[${at}]`, part]),
    ...(isFolder
      ? []
      : [
          [`${name}.filename`, nameOf(path)],
          [`${name}.filenameNormalized`, normalizedName(nameOf(path))],
        ]),
  ])
}

function valuesOf(values: Fields, parameters: Fields, generating: Generating): Fields {
  const filled = Object.entries(values).map(([key, value]) => [key, fillText(`${value}`, parameters, generating)])
  if (filled.length === 0) return {}
  return generating.isGo
    ? { values: Object.fromEntries(filled) }
    : Object.fromEntries(filled.map(([key, value]) => [`values.${key}`, value]))
}
