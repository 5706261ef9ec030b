// What one application deploys, before anything is rendered.

import type { Ref } from '../../kubernetes/types.ts'
import type { Source } from '../estate.ts'
import type { Fields } from '../import/fields.ts'

interface OfApplication {
  /** Made of names only: `argocd/shop`, `argocd/shop#2` for its second source. */
  readonly id: string
  readonly by: Ref
  /** Where its objects go: `in-cluster`, `prod-eu-1`. */
  readonly cluster: string
  /** Where namespaced objects go that name no namespace. */
  readonly namespace?: string
  readonly createsNamespace?: true
  readonly source: Source
}

export type Piece = FilesPiece | HelmPiece | KustomizePiece | UnseenPiece

/** Manifests as they lie in files. */
export type FilesPiece = OfApplication & { readonly is: 'files'; readonly files: readonly string[] } & Substituted

export type HelmPiece = OfApplication & {
  readonly is: 'helm'
  /** Folder of the chart in the tree. */
  readonly chart: string
  readonly release: string
  /** From weakest to strongest. */
  readonly values: readonly GivenValues[]
  readonly set: readonly SetValue[]
  readonly skipsCrds: boolean
  readonly kubernetes?: string
  readonly apiVersions: readonly string[]
  /** Kustomize patches over what the chart renders, of Flux. */
  readonly after?: Fields
}

export type GivenValues =
  | { readonly is: 'file'; readonly file: string }
  /** Written in the application itself; `path` is where. */
  | { readonly is: 'inline'; readonly values: Fields; readonly source: Source; readonly path: readonly string[] }

/** One parameter: as text where `kind` is `string`, the content of a file where it is `file`. */
export interface SetValue {
  readonly kind: 'value' | 'string' | 'file'
  readonly name: string
  readonly value: string
  readonly source: Source
  readonly path: readonly (string | number)[]
}

export type KustomizePiece = OfApplication & {
  readonly is: 'kustomize'
  readonly folder: string
  /** Fields of a kustomization that the application adds to the one in the folder. */
  readonly edits: Fields
} & Substituted

interface Substituted {
  /** What `${name}` stands for in the built manifests (Flux postBuild); absent: nothing is replaced. */
  readonly substitute?: ReadonlyMap<string, string>
}

/** What is deployed and cannot be read here. */
export type UnseenPiece = OfApplication & {
  readonly is: 'unseen'
  readonly says: string
  readonly next: string
  /** Its name among many of which the same is said. */
  readonly alike?: { readonly name: string; readonly alike: string }
}

export type Origin = Omit<OfApplication, 'id'> & { readonly id: string }

/** That a part of an application cannot be read, and what to do about it. */
export function unseenPiece(origin: Origin, says: string, next: string): UnseenPiece {
  return { ...origin, is: 'unseen', says, next }
}

/** That a chart lies in a repository of charts, which is not asked. */
export function unseenChart(origin: Origin, chart: string, version: string | undefined, url: string): UnseenPiece {
  const name = version ? `${chart} ${version}` : chart
  const oci = url.startsWith('oci://') ? `${url}/${chart}` : `${chart} --repo ${url}`
  const next = `put it into the folder: helm pull ${oci}${version ? ` --version ${version}` : ''} --untar`
  const alike = { name, alike: 'charts are not among the files' }
  return { ...origin, is: 'unseen', says: `chart ${name} of ${url} is not among the files`, next, alike }
}
