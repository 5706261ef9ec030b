// An Argo CD Application as the pieces that it deploys.
// Source: argo-cd@v3.0.12 reposerver/repository/repository.go:1089 (helm), util/kustomize/kustomize.go:118,
// pkg/apis/application/v1alpha1/types.go (ApplicationSource).

import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { ApplicationSource } from './application-source.ts'
import { type Declared, textIn, textsIn } from './declared.ts'
import { directoryPiece } from './directory-source.ts'
import { helmPiece } from './helm-source.ts'
import { hasKustomization } from './kustomization.ts'
import { kustomizePiece } from './kustomize-source.ts'
import { type Origin, type Piece, unseenChart, unseenPiece } from './piece.ts'
import { pulledChart } from './pulled-chart.ts'
import type { Repository } from './repository.ts'

/** What an application deploys: one piece for each source that holds something. */
export function piecesOfApplication(app: Declared, repository: Repository): readonly Piece[] {
  const many = fieldsIn(app.spec.sources)
  const sources = many.length > 0 ? many : [fieldsAt(app.spec, 'source')]
  const refs = new Map(sources.flatMap((fields) => (textIn(fields.ref) ? [[`$${fields.ref}`, fields] as const] : [])))
  const deployed = sources.flatMap((fields, at) => (isOnlyRef(fields) ? [] : [{ fields, at }]))
  return deployed.map(({ fields, at }, nth) =>
    pieceOf({
      app,
      origin: originOf(app, nth),
      fields,
      path: many.length > 0 ? ['spec', 'sources', at] : ['spec', 'source'],
      refs,
      repository,
    }),
  )
}

function isOnlyRef(fields: Fields): boolean {
  return textIn(fields.ref) !== undefined && textIn(fields.path) === undefined && textIn(fields.chart) === undefined
}

function originOf(app: Declared, nth: number): Origin {
  const destination = fieldsAt(app.spec, 'destination')
  const creates = textsIn(fieldsAt(app.spec, 'syncPolicy').syncOptions).includes('CreateNamespace=true')
  return given<Origin>({
    id: `${app.namespace}/${app.name}${nth === 0 ? '' : `#${nth + 1}`}`,
    by: app.ref,
    cluster: clusterOf(destination),
    namespace: textIn(destination.namespace),
    createsNamespace: creates ? true : undefined,
    source: app.source,
  })
}

/** The name of a destination: its own, or the host of its server; Argo CD calls the cluster that it runs on `in-cluster`. */
export function clusterOf({ name, server }: Fields): string {
  const own = textIn(name)
  if (own !== undefined) return own
  const address = textIn(server)
  if (address === undefined || address === 'https://kubernetes.default.svc') return 'in-cluster'
  return address.replace(/^[a-z]+:\/\//, '').replace(/[:/].*$/, '')
}

function pieceOf(source: ApplicationSource): Piece {
  const { fields, origin, repository } = source
  const chart = textIn(fields.chart)
  const url = textIn(fields.repoURL) ?? 'no repository'
  if (chart !== undefined) {
    const version = textIn(fields.targetRevision)
    const pulled = pulledChart(repository.tree, chart, version)
    return pulled === undefined ? unseenChart(origin, chart, version, url) : helmPiece(pulled, source)
  }
  if (!repository.isOwn(fields.repoURL))
    return unseenPiece(
      origin,
      `it deploys ${textIn(fields.path) ?? '.'} of another repository, ${url}`,
      'check that one too',
    )
  const folder = repository.locate(textIn(fields.path) ?? '.')
  if (folder === undefined)
    return unseenPiece(origin, `its path ${fields.path} lies outside this folder`, 'name the root of the repository')
  if (!repository.tree.hasFolder(folder))
    return unseenPiece(
      origin,
      `its path ${fields.path} is not there`,
      'correct spec.source.path, or remove the application',
    )
  return pieceIn(folder, source)
}

// What is said wins over what is found (reposerver GetAppSourceType).
function pieceIn(folder: string, source: ApplicationSource): Piece {
  const { fields, repository } = source
  const isSaid = (field: string) => Object.keys(fieldsAt(fields, field)).length > 0
  if (isSaid('plugin') || fields.plugin !== undefined)
    return unseenPiece(source.origin, 'a config management plugin makes its manifests', 'judge what the plugin prints')
  if (isSaid('directory')) return directoryPiece(folder, source)
  const hasChart = repository.tree.hasFile(folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`)
  if (isSaid('helm') || (hasChart && !isSaid('kustomize'))) return helmPiece(folder, source)
  if (isSaid('kustomize') || hasKustomization(repository.tree, folder)) return kustomizePiece(folder, source)
  return directoryPiece(folder, source)
}
