// Flux Kustomizations and HelmReleases as the pieces that they deploy.
// Source: fluxcd.io/flux/components/kustomize/kustomizations (generate kustomization.yaml, postBuild),
// fluxcd.io/flux/components/helm/helmreleases (release name, values).

import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type Declared, textIn, textsIn } from './declared.ts'
import { fluxOverlay } from './flux-overlay.ts'
import { type FluxValues, releaseValues, substitutions } from './flux-values.ts'
import { type HelmPiece, type Origin, type Piece, unseenChart, unseenPiece } from './piece.ts'
import { pulledChart } from './pulled-chart.ts'
import type { Repository } from './repository.ts'

/** What a Flux object stands among: its cluster, and the sources and settings that were seen there. */
export interface FluxPlace extends FluxValues {
  readonly cluster: string
  readonly repository: Repository
  /** A source by kind, namespace and name. */
  readonly sourceOf: (kind: string, namespace: string, name: string) => Declared | undefined
}

/** What one object deploys; undefined for a source, which deploys nothing. */
export function pieceOfFlux(declared: Declared, place: FluxPlace): Piece | undefined {
  if (declared.manifest.apiVersion.startsWith('kustomize.toolkit.fluxcd.io/'))
    return kustomizationPiece(declared, place)
  if (declared.manifest.apiVersion.startsWith('helm.toolkit.fluxcd.io/')) return releasePiece(declared, place)
  return undefined
}

function originOf(declared: Declared, { cluster }: FluxPlace): Origin {
  const remote = textIn(fieldsAt(declared.spec, 'kubeConfig', 'secretRef').name)
  return given<Origin>({
    id: `${declared.namespace}/${declared.name}`,
    by: declared.ref,
    // The address of another cluster is kept in a Secret; its name is all that files show.
    cluster: remote ?? cluster,
    namespace: textIn(declared.spec.targetNamespace),
    source: declared.source,
  })
}

function kustomizationPiece(declared: Declared, place: FluxPlace): Piece {
  const origin = originOf(declared, place)
  const { spec } = declared
  const folder = folderOfSource(textIn(spec.path) ?? '.', sourceRefOf(fieldsAt(spec, 'sourceRef'), declared), place)
  if (typeof folder !== 'string') return unseenPiece(origin, folder.says, folder.next)
  const substitute = substitutions(declared, place)
  if (substitute !== undefined && 'says' in substitute)
    return unseenPiece(origin, substitute.says, 'judge a snapshot of the cluster')
  const overlay = fluxOverlay(place.repository.tree, folder, editsOf(spec))
  return given<Piece>({ ...origin, ...overlay, substitute })
}

function editsOf(spec: Fields): Fields {
  const list = (field: string) => (fieldsIn(spec[field]).length > 0 ? fieldsIn(spec[field]) : undefined)
  return given<Fields>({
    namespace: textIn(spec.targetNamespace),
    namePrefix: textIn(spec.namePrefix),
    nameSuffix: textIn(spec.nameSuffix),
    images: list('images'),
    patches: list('patches'),
    components: textsIn(spec.components).length > 0 ? textsIn(spec.components) : undefined,
  })
}

interface SourceRef {
  readonly kind: string
  readonly namespace: string
  readonly name: string
}

function sourceRefOf({ kind, namespace, name }: Fields, declared: Declared): SourceRef {
  return {
    kind: textIn(kind) ?? 'GitRepository',
    namespace: textIn(namespace) ?? declared.namespace,
    name: textIn(name) ?? '',
  }
}

interface Fault {
  readonly says: string
  readonly next: string
}

function folderOfSource(path: string, ref: SourceRef, { repository, sourceOf }: FluxPlace): string | Fault {
  const source = sourceOf(ref.kind, ref.namespace, ref.name)
  const named = `${ref.kind} ${ref.name}`
  if (source === undefined) return { says: `its ${named} is not among the files`, next: `add the ${ref.kind}` }
  if (ref.kind !== 'GitRepository' || !repository.isOwn(source.spec.url))
    return { says: `it deploys ${path} of ${named}, ${source.spec.url}`, next: 'check that one too' }
  const folder = repository.locate(path)
  if (folder === undefined)
    return { says: `its path ${path} lies outside this folder`, next: 'name the root of the repository' }
  if (!repository.tree.hasFolder(folder)) return { says: `its path ${path} is not there`, next: 'correct spec.path' }
  return folder
}

function releasePiece(declared: Declared, place: FluxPlace): Piece {
  const { spec, namespace } = declared
  const target = textIn(spec.targetNamespace)
  const origin: Origin = { ...originOf(declared, place), namespace: target ?? namespace }
  const chart = fieldsAt(spec, 'chart', 'spec')
  const wanted = textIn(chart.chart)
  if (wanted === undefined) {
    const ref = fieldsAt(spec, 'chartRef')
    return unseenPiece(origin, `its chart is ${ref.kind} ${ref.name}, which is not among the files`, pullHint)
  }
  const ref = sourceRefOf(fieldsAt(chart, 'sourceRef'), declared)
  if (ref.kind === 'HelmRepository') {
    const url = textIn(place.sourceOf(ref.kind, ref.namespace, ref.name)?.spec.url) ?? `HelmRepository ${ref.name}`
    const version = textIn(chart.version)
    const pulled = pulledChart(place.repository.tree, wanted, version)
    return pulled === undefined
      ? unseenChart(origin, wanted, version, url)
      : chartPiece(pulled, declared, { origin, place })
  }
  const folder = folderOfSource(wanted, ref, place)
  if (typeof folder !== 'string') return unseenPiece(origin, folder.says, folder.next)
  return chartPiece(folder, declared, { origin, place })
}

function chartPiece(
  folder: string,
  declared: Declared,
  { origin, place }: { readonly origin: Origin; readonly place: FluxPlace },
): Piece {
  const { spec, name } = declared
  const target = textIn(spec.targetNamespace)
  const values = releaseValues(declared, folder, place)
  if ('says' in values) return unseenPiece(origin, values.says, 'judge a snapshot of the cluster')
  const patches = fieldsIn(spec.postRenderers).map((renderer) => fieldsAt(renderer, 'kustomize'))
  return given<HelmPiece>({
    ...origin,
    is: 'helm',
    chart: folder,
    release: textIn(spec.releaseName) ?? (target === undefined ? name : `${target}-${name}`),
    values: values.values,
    set: [],
    skipsCrds: fieldsAt(spec, 'install').crds === 'Skip',
    apiVersions: [],
    after: patches.length > 0 ? joined(patches) : undefined,
  })
}

const pullHint = 'put the chart into the folder: helm pull --untar'

function joined(renderers: readonly Fields[]): Fields {
  const list = (field: string) => renderers.flatMap((renderer) => fieldsIn(renderer[field]))
  return { patches: list('patches'), images: list('images') }
}

/** Of delivery itself, and nothing that a cluster runs: what was followed is judged by what came of it. */
export function isDelivery({ apiVersion, kind }: Manifest): boolean {
  return (
    apiVersion.includes('.toolkit.fluxcd.io/') ||
    (apiVersion.startsWith('argoproj.io/') && ['Application', 'ApplicationSet', 'AppProject'].includes(kind))
  )
}
