// From the applications among the files to everything that they deploy: what is rendered may hold applications again, and
// is followed until nothing new comes.

import type { ReadManifest, ReadProblem } from '../../kubernetes/read.ts'
import type { EstateConfig } from '../estate.ts'
import { fieldsAt } from '../import/fields.ts'
import { sortedBy } from '../order.ts'
import { piecesOfApplication } from './application.ts'
import { applicationsOf } from './application-set.ts'
import { type Declared, declaredOf, isArgo, isFlux } from './declared.ts'
import { isDelivery, pieceOfFlux } from './flux.ts'
import type { Piece, UnseenPiece } from './piece.ts'
import type { Repository } from './repository.ts'

/** What became of a piece: its manifests, or why there are none. */
export interface Rendered {
  readonly manifests: readonly ReadManifest[]
  readonly configs?: readonly EstateConfig[]
  readonly problems?: readonly ReadProblem[]
  /** Files of the tree that it was made of. */
  readonly files: readonly string[]
  readonly unseen?: { readonly says: string; readonly next: string }
}

export type Render = (piece: Exclude<Piece, UnseenPiece>) => Promise<Rendered>

export interface DeployedPiece {
  readonly piece: Piece
  readonly rendered: Rendered
}

interface Root {
  readonly read: ReadManifest
  /** The cluster that Flux runs on; for Argo CD each application names its own. */
  readonly cluster: string
}

/** Every piece that the roots deploy, in the order of their ids. */
export async function follow(
  roots: readonly Root[],
  repository: Repository,
  render: Render,
): Promise<readonly DeployedPiece[]> {
  const state: State = { repository, render, seen: new Set(), sources: new Map(), configMaps: new Map(), done: [] }
  let wave: readonly Root[] = roots
  // Deeper trees of applications than this are a fault of their own.
  for (let depth = 0; depth < 20 && wave.length > 0; depth++) wave = await followed(wave, state)
  return sortedBy(state.done, ({ piece }) => `${piece.id}\0${piece.cluster}`)
}

interface State {
  readonly repository: Repository
  readonly render: Render
  readonly seen: Set<string>
  readonly sources: Map<string, Declared>
  readonly configMaps: Map<string, Declared>
  readonly done: DeployedPiece[]
}

async function followed(wave: readonly Root[], state: State): Promise<readonly Root[]> {
  const pieces = piecesOf(wave, state)
  const done = await Promise.all(pieces.map(async (piece) => ({ piece, rendered: await renderedOf(piece, state) })))
  state.done.push(...done)
  return done.flatMap(({ piece, rendered }) =>
    rendered.manifests.map((read) => ({ read: within(read, piece.namespace), cluster: piece.cluster })),
  )
}

function within(read: ReadManifest, namespace: string | undefined): ReadManifest {
  const { metadata } = read.manifest
  if (namespace === undefined || metadata.namespace !== undefined) return read
  return { ...read, manifest: { ...read.manifest, metadata: { ...metadata, namespace } } }
}

async function renderedOf(piece: Piece, { render }: State): Promise<Rendered> {
  if (piece.is !== 'unseen') return await render(piece)
  return { manifests: [], files: [], unseen: { says: piece.says, next: piece.next } }
}

function piecesOf(wave: readonly Root[], state: State): readonly Piece[] {
  const declared = wave.map(({ read, cluster }) => ({ one: declaredOf(read), cluster }))
  // Sources and settings first: what reads them may stand before them.
  for (const { one, cluster } of declared) {
    const key = `${cluster} ${one.manifest.kind} ${one.namespace} ${one.name}`
    if (one.manifest.apiVersion.startsWith('source.toolkit.fluxcd.io/')) state.sources.set(key, one)
    if (one.manifest.kind === 'ConfigMap' && one.manifest.apiVersion === 'v1') state.configMaps.set(key, one)
  }
  return declared
    .filter(({ one, cluster }) => isDelivery(one.manifest) && isNew(one, cluster, state))
    .flatMap(({ one, cluster }) => piecesFrom(one, cluster, state))
}

// The same application is met as a file and again where its parent renders it.
function isNew({ manifest, name, spec }: Declared, cluster: string, { seen }: State): boolean {
  const place = isArgo(manifest) ? '' : cluster
  const key = `${place} ${manifest.kind} ${name} ${JSON.stringify(spec)}`
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

function piecesFrom(one: Declared, cluster: string, state: State): readonly Piece[] {
  const { repository, sources, configMaps } = state
  if (one.manifest.kind === 'ApplicationSet') {
    const { applications, unseen } = applicationsOf(one, repository)
    const own = applications.filter((application) => isNew(application, cluster, state))
    return [...own.flatMap((application) => piecesOfApplication(application, repository)), ...unseen]
  }
  if (isArgo(one.manifest)) return piecesOfApplication(one, repository)
  if (!isFlux(one.manifest)) return []
  const piece = pieceOfFlux(one, {
    cluster,
    repository,
    sourceOf: (kind, namespace, name) => sources.get(`${cluster} ${kind} ${namespace} ${name}`),
    configMapOf: (namespace, name) => configMaps.get(`${cluster} ConfigMap ${namespace} ${name}`),
  })
  return piece ? [piece] : []
}

/** The path that a Flux Kustomization or an application names, for finding which of them stands above the others. */
export function pathsOf({ manifest, spec }: Declared): readonly string[] {
  if (!isArgo(manifest) && !isFlux(manifest)) return []
  const sources = [spec, fieldsAt(spec, 'source')]
  return sources.flatMap(({ path }) => (typeof path === 'string' ? [path] : []))
}
