// Small repositories for tests: files by their paths.

import { type ReadManifest, readManifests } from '../../kubernetes/read.ts'
import { type Declared, declaredOf } from './declared.ts'
import { type Repository, type RepositoryHints, repositoryOf } from './repository.ts'
import { treeOf } from './tree.ts'

export interface SampleRepository {
  readonly repository: Repository
  readonly read: readonly ReadManifest[]
  /** By name. */
  readonly declared: (name: string) => Declared
}

export function sampleRepository(
  files: { readonly [file: string]: string },
  hints?: RepositoryHints,
): SampleRepository {
  const tree = treeOf(Object.keys(files), (file) => files[file])
  const read = Object.entries(files).flatMap(([file, text]) => readManifests(text, file).manifests)
  const all = read.map((one) => declaredOf(one))
  return {
    repository: repositoryOf(tree, all, hints),
    read,
    declared(name) {
      const found = all.find((one) => one.name === name)
      if (!found) throw new Error(`nothing is called ${name}`)
      return found
    },
  }
}

/** An Application of this repository; `more` are further lines of its spec, indented by two. */
export function application(name: string, source: string, more = ''): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: ${name}, namespace: argocd }
spec:
  source: ${source}
  destination: { name: prod, namespace: shop }
${more}`
}

export const url = 'https://git.example.com/shop.git'
