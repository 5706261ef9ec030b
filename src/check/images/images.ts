// Promises on images: named by what is in them, or of versions that still get fixes.

import type { Assumption } from '../../engine/assumption.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { imageOf } from '../../knowledge/images.ts'
import type { PlatformPromise } from '../../platform/model.ts'
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
    pinned: ({ images: count }) => `all ${count} images are named by their digests`,
    moves: ({ image, by, pods }) =>
      `${image} is named by a tag alone, which may name another image tomorrow: ${pods > 1 ? `${pods} pods of ` : ''}${by.join(', ')} may run different ones, and going back is not defined`,
    unstated: ({ by }) => `nobody says what image ${by.join(', ')} ${by.length === 1 ? 'has' : 'have'}`,
    lives: ({ name, version, ends, by, source, asOf }, truth) => ({
      line: `${name}${version === undefined ? '' : ` ${version}`} gets fixes until ${ends}, ${truth ? 'which is after' : 'and this is'} ${asOf}`,
      rows: [
        ['runs as', by.join(', ')],
        ['source', source],
      ],
    }),
    others: ({ count }) => `${count} images are of software that no table here knows`,
  },
})

function partsFor(
  { are }: ImagesPromise,
  pods: readonly PodClass[],
  view: View,
  { asOf }: World,
): readonly AnyPart<Rules>[] {
  const named = imagesOf(pods)
  const open = named.filter(([image]) => isUnstated(image)).flatMap(([, by]) => by)
  const unstated = open.length === 0 ? [] : [unstatedPart(open)]
  const stated = named.filter(([image]) => !isUnstated(image))
  if (are === 'supported') return [...livesParts(pods, stated, view, asOf), ...unstated]
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
  view: View,
  asOf: string,
): readonly AnyPart<Rules>[] {
  const lives = livesOf(view, pods)
  const known = new Set(lives.flatMap(({ images }) => images))
  const others = stated.filter(([image]) => !known.has(image)).length
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
