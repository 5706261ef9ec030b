// Promises on images: named by what is in them, or of versions that still get fixes.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { FactOf } from '../../estate/estate.ts'
import { imageOf } from '../../knowledge/images.ts'
import { lifeOf } from '../../knowledge/software.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Mesh, PlatformPromise } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { View, World } from '../world.ts'
import { type Lived, livesOf } from './lives.ts'
import { imagesOf, isUnstated } from './named-images.ts'

type ImagesPromise = Extract<PlatformPromise, { kind: 'images' }>

type Rules = {
  pinned: { readonly images: number }
  moves: { readonly image: string; readonly by: readonly string[]; readonly pods: number }
  unstated: { readonly by: readonly string[] }
  lives: Lived & { readonly asOf: string }
  others: { readonly count: number }
}

export const images = definePromise<Rules>()({
  kind: 'images',
  asks: 'Are images what they are said to be?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const pods = view?.pods.filter((pod) => environment === undefined || pod.environment === environment) ?? []
    yield {
      id: [place, promise.are],
      environment,
      cluster,
      says:
        promise.are === 'pinned'
          ? `every image of ${place} is named by its digest`
          : `what runs in ${place} is of versions that still get fixes`,
      source: { stated: promise.stated },
      parts: view ? partsFor(promise, pods, view, world) : [],
    }
  },

  says: {
    pinned: ({ images: count }) =>
      count === 1 ? 'the one image is named by its digest' : `all ${count} images are named by their digests`,
    moves: ({ image, by, pods }) =>
      `${image} is named by a tag alone, which may name another image tomorrow: ${pods > 1 ? `${pods} pods of ` : ''}${by.join(', ')} may run different ones, and going back is not defined`,
    unstated: ({ by }) => `nobody says what image ${by.join(', ')} ${by.length === 1 ? 'has' : 'have'}`,
    lives: ({ name, version, ends, by, source, asOf, isOldest }, truth) => ({
      line: `${name}${version === undefined ? '' : ` ${version}`}${isOldest ? ', the oldest that may run,' : ''} gets fixes until ${ends}, ${truth ? 'which is after' : 'and this is'} ${asOf}`,
      rows: [
        ['runs as', by.join(', ')],
        ['source', source],
      ],
    }),
    others: ({ count }) => `${countOf(count, 'image is', 'images are')} of software that no table here knows`,
  },
})

function partsFor(
  { are, in: place }: ImagesPromise,
  pods: readonly PodClass[],
  view: View,
  { asOf, platform }: World,
): readonly AnyPart<Rules>[] {
  const named = imagesOf(pods)
  const open = named.filter(([image]) => isUnstated(image)).flatMap(([, by]) => by)
  const unstated = open.length === 0 ? [] : [unstatedPart(open)]
  const stated = named.filter(([image]) => !isUnstated(image))
  if (are === 'supported') {
    const here = (platform?.environments ?? []).filter(
      (one) => one.is === 'environment' && one.on.name === view.estate.cluster && (!place || one.name === place.name),
    )
    const meshes = here.flatMap((one) => (one.is === 'environment' && one.mesh ? [one.mesh] : []))
    return [...livesParts(pods, stated, meshes, view, asOf), ...versionParts(open, view)]
  }
  const moving = stated.filter(([image]) => imageOf(image)?.digest === undefined)
  const parts = moving.map(([image, by]) => movesPart(image, by))
  return [
    ...(parts.length === 0 && stated.length > 0 ? [part('pinned', true, { images: stated.length })] : parts),
    ...unstated,
  ]
}

function unstatedPart(pods: readonly PodClass[]): AnyPart<Rules> {
  return part('unstated', undefined, { by: [...new Set(pods.map(({ name }) => name))].sort() }, { waitsFor: 'image:' })
}

// Whose version is said needs no image to be judged by.
function versionParts(open: readonly PodClass[], view: View): readonly AnyPart<Rules>[] {
  const left = open.filter(({ workload }) => saidOf(view, workload) === undefined)
  return left.length === 0 ? [] : [unstatedPart(left)]
}

/** What software a workload is said to be, where that is enough to look it up. */
function saidOf({ estate }: View, workload: Ref): string | undefined {
  const fact = estate.facts.find((one): one is FactOf<'runs'> => one.trait === 'runs' && one.of === workload)
  if (!fact) return undefined
  const isEnough = fact.version !== undefined || lifeOf(fact.software, undefined) !== undefined
  return isEnough ? `${fact.software} ${fact.version ?? ''}` : undefined
}

function isSame(said: string, name: string, version: string | undefined): boolean {
  const [software = '', number = ''] = said.toLowerCase().split(' ')
  return software === name.toLowerCase() && (version === undefined || `${number}.`.startsWith(`${version}.`))
}

function movesPart(image: string, by: readonly PodClass[]): AnyPart<Rules> {
  const [first] = by
  return part(
    'moves',
    false,
    { image, by: by.map(({ name }) => name), pods: by.reduce((sum, { count }) => sum + count, 0) },
    {
      cause: `moving-tag/${image}`,
      hint: 'tag and digest: name:tag@sha256:…',
      at: first && { source: first.source, path: ['spec', 'template', 'spec', 'containers', 0, 'image'] },
    },
  )
}

function livesParts(
  pods: readonly PodClass[],
  stated: ReturnType<typeof imagesOf>,
  meshes: readonly Mesh[],
  view: View,
  asOf: string,
): readonly AnyPart<Rules>[] {
  const lives = livesOf(view, pods, meshes)
  const known = new Set(lives.flatMap(({ images }) => images))
  const unknown = pods.flatMap(({ workload, spec }) => {
    const said = spec.containers.some(({ image }) => isUnstated(String(image))) ? saidOf(view, workload) : undefined
    return said === undefined || lives.some(({ name, version }) => isSame(said, name, version)) ? [] : [said]
  })
  const others = stated.filter(([image]) => !known.has(image)).length + new Set(unknown).size
  const assumption: Assumption = {
    id: `other-versions/${view.estate.cluster}`,
    says: 'software that no table here knows is of versions that still get fixes',
    kind: 'outside',
  }
  return [
    ...lives.map((life) =>
      part(
        'lives',
        asOf <= life.ends,
        { ...life, asOf },
        {
          cause: `no-more-fixes/${[life.name, ...(life.version === undefined ? [] : [life.version])].join('/')}`,
          hint: 'a version that is maintained, or another software in its place',
          ...(life.at && { at: { source: life.at } }),
        },
      ),
    ),
    ...(others > 0
      ? [part('others', !view.denied.has(assumption.id), { count: others }, { assumes: [assumption] })]
      : []),
  ]
}
