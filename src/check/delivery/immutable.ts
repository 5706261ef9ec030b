// What is said to be replaced and never changed where it runs: who changes it there all the same.

import { imageOf } from '../../knowledge/images.ts'
import { patchedInPlace } from '../../knowledge/patched-in-place.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Platform, PlatformPromise, Strategy } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { imagesOf, isUnstated } from '../images/named-images.ts'
import type { World } from '../world.ts'
import { promotionWords } from './ways.ts'

type ImmutablePromise = Extract<PlatformPromise, { kind: 'immutable' }>

type Rules = {
  provided: { readonly rows: readonly (readonly [component: string, service: string])[] }
  patched: { readonly by: readonly string[] }
  tags: { readonly images: number; readonly moving: readonly string[] }
  unstated: { readonly by: readonly string[] }
}

export const immutable = definePromise<Rules>()({
  kind: 'immutable',
  asks: 'Is everything replaced, and nothing changed where it runs?',

  *judge(promise, world) {
    const { platform } = world
    if (!platform) return
    yield {
      id: [promise.in?.name ?? platform.name, 'replaced'],
      environment: promise.in?.name,
      says: 'what changes is replaced, and nothing is changed where it runs',
      source: { stated: promise.stated },
      parts: [
        patchedPart(promise, platform, world),
        ...providedParts(promise, platform),
        ...imageParts(promise, world),
      ],
    }
  },

  says: {
    patched: ({ by }) =>
      by.length === 0
        ? 'no step and no rollout changes what runs where it runs'
        : {
            line: `${countOf(by.length, 'of them changes', 'of them change')} what runs where it runs`,
            rows: by.map((one) => ['changes', one] as const),
          },
    provided: ({ rows }) => ({
      line: `their provider updates ${rows.map(([name]) => name).join(', ')} where ${rows.length === 1 ? 'it runs' : 'they run'}`,
      rows,
    }),
    tags: ({ images, moving }) =>
      moving.length === 0
        ? images === 1
          ? 'its one image says its version'
          : `all ${images} images say their version`
        : `a change of ${moving.join(', ')} is no change of its name: nothing is replaced by it`,
    unstated: ({ by }) => `nobody says what image ${by.join(', ')} ${by.length === 1 ? 'has' : 'have'}`,
  },
})

function patchedPart({ in: place, stated }: ImmutablePromise, platform: Platform, { plans }: World): AnyPart<Rules> {
  // What says no place is done anywhere.
  const isThere = (places: readonly Environment[] | undefined) =>
    !place || !places || places.some(({ name }) => name === place.name)
  const procedures = (plans?.procedures ?? []).filter((one) => isThere(one.in && [one.in]))
  const steps = procedures.flatMap((procedure) =>
    procedure.steps
      .filter(({ does }) => does === 'patch')
      .map((step) => ({ words: `${step.name}, a step of ${procedure.name}`, stated: step.stated })),
  )
  const inPlace = waysOf(platform).filter(
    ({ by, places }) => isThere(places) && by.some(({ kind }) => kind === 'in-place'),
  )
  const found = [...steps, ...inPlace]
  return part(
    'patched',
    found.length === 0,
    { by: found.map(({ words }) => words).sort() },
    {
      cause: 'changed-in-place',
      hint: 'rolling(), blueGreen() or recreate() in its place',
      stated: [stated, ...found.map((one) => one.stated)],
    },
  )
}

// What providers run is neither a node nor a container of ours.
function providedParts({ what, in: place, stated }: ImmutablePromise, platform: Platform): readonly AnyPart<Rules>[] {
  if (what === 'ours') return []
  const components = environmentsOf(platform)
    .filter(({ name }) => !place || place.name === name)
    .flatMap(componentsOf)
  const rows = new Map<string, string>()
  for (const component of components) {
    const service = traitsOf(component).managed?.name
    const source =
      service === undefined || !Object.hasOwn(patchedInPlace, service) ? undefined : patchedInPlace[service]
    if (source !== undefined) rows.set(component.name, `${service}: ${source}`)
  }
  if (rows.size === 0) return []
  const more = {
    cause: 'provider/updates',
    hint: "promise.immutable('ours'), and a window for what providers run",
    stated: [stated],
  }
  return [part('provided', false, { rows: [...rows].sort() }, more)]
}

interface ChangeWay {
  readonly words: string
  readonly by: readonly Strategy[]
  readonly places?: readonly Environment[]
  readonly stated?: Stated
}

/** Whatever says how something is changed, with its strategies and where. */
function waysOf(platform: Platform): readonly ChangeWay[] {
  const { rollouts, promotions, pipelines } = platform
  return [
    ...rollouts.map(({ name, of, in: places, by, stated }) => ({
      words: `rollout ${name}`,
      by: [by],
      places: places ?? environmentsOf(platform).filter((one) => runsAnyOf(of, one)),
      ...(stated && { stated }),
    })),
    ...promotions.map(({ from, to, by, stated }) => ({
      words: promotionWords({ from, to }),
      by,
      places: [to],
      ...(stated && { stated }),
    })),
    ...pipelines.flatMap(({ stages }) =>
      stages.map(({ name, in: place, by, stated }) => ({
        words: `stage ${name}`,
        by,
        ...(place && { places: [place] }),
        ...(stated && { stated }),
      })),
    ),
  ]
}

function runsAnyOf(components: readonly Component[], environment: Environment): boolean {
  const names = new Set(componentsOf(environment).map(({ name }) => name))
  return components.some(({ name }) => names.has(name))
}

function imageParts({ in: place, stated }: ImmutablePromise, { views }: World): readonly AnyPart<Rules>[] {
  const pods = views.flatMap((view) => view.pods.filter(({ environment }) => !place || environment === place.name))
  const named = imagesOf(pods)
  const open = named.filter(([image]) => isUnstated(image)).flatMap(([, by]) => by.map(({ name }) => name))
  const images = named.map(([image]) => image).filter((image) => !isUnstated(image))
  const moving = images.filter((image) => !saysVersion(image))
  return [
    ...(images.length === 0
      ? []
      : [
          part(
            'tags',
            moving.length === 0,
            { images: images.length, moving },
            { cause: 'tag-without-version', hint: 'a tag that names the version, or a digest', stated: [stated] },
          ),
        ]),
    ...(open.length === 0
      ? []
      : [part('unstated', undefined, { by: [...new Set(open)].sort() }, { waitsFor: 'image:' })]),
  ]
}

// A tag without a figure is moved from one version to the next: `latest`, `stable`, `main`.
function saysVersion(image: string): boolean {
  const { tag = '', digest } = imageOf(image) ?? {}
  return digest !== undefined || /\d/.test(tag)
}
