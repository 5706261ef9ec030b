// A promise of what the volumes of stores lie on: the kind of device, on several of them or not, with room to grow, and
// mounted by whom.

import { abilitiesOf, type VolumeAbilities } from '../../knowledge/volume-abilities.ts'
import { keepsSize } from '../../knowledge/volume-sizes.ts'
import type { State } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { AccessMode, Environment, PlatformPromise, StorageClass, VolumeKind } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeName, placesIn } from '../security/places.ts'
import type { Words } from '../verdict.ts'
import { classOf } from './class-of.ts'
import { kindsOf, kindWords } from './kind-words.ts'
import { modeWords } from './mode-words.ts'

type KeptOn = Extract<PlatformPromise, { kind: 'keptOn' }>

interface Of {
  readonly store: string
  readonly place: string
  readonly class: string
}

type Rules = {
  class: { readonly store: string; readonly place: string; readonly cluster: string; readonly class?: string }
  device: Of & { readonly on: VolumeKind; readonly is: readonly VolumeKind[] }
  replicated: Of
  expands: Of & { readonly isBoundless: boolean }
  mode: Of & { readonly mode: AccessMode; readonly wanted: AccessMode }
  none: { readonly place: string }
}

export const keptOn = definePromise<Rules>()({
  kind: 'keptOn',
  asks: 'Do volumes lie on what is promised, with room to grow where that is promised?',

  *judge(promise, world) {
    const place = placeName(promise, world)
    const parts = placesIn(promise, world).flatMap((where) => partsIn(where, promise))
    yield {
      id: [place, promise.on, ...promise.of.map(({ name }) => name).slice(0, 1)],
      environment: promise.in?.name,
      says: `${promise.of.map(({ name }) => name).join(', ')}: volumes lie on ${kindWords[promise.on]}`,
      source: { stated: promise.stated },
      parts: parts.length > 0 ? parts : [part('none', undefined, { place })],
    }
  },

  says: {
    class: ({ store, place, cluster, class: name }) =>
      `volumes of ${store} in ${place} are of ${name === undefined ? 'no class that is said' : `class ${name}`}, of which ${cluster} says nothing`,
    device: ({ store, place, class: name, on, is }, truth) =>
      truth === undefined
        ? `nobody says what volumes of class ${name} lie on, which ${store} has in ${place}`
        : `${store} has volumes of class ${name} in ${place}: they lie on ${is.map((kind) => kindWords[kind]).join(' or ')}${truth ? '' : `, and not on ${kindWords[on]}`}`,
    replicated: ({ store, place, class: name }, truth) =>
      truth === true
        ? `what ${store} writes in ${place} is on several devices before it counts`
        : truth === false
          ? `volumes of class ${name} lie on one device, and so does what ${store} writes in ${place}`
          : `nobody says on how many devices volumes of class ${name} lie, which ${store} has in ${place}`,
    expands: ({ store, place, class: name, isBoundless }, truth) =>
      isBoundless
        ? `volumes of class ${name} do not end at their size: ${store} in ${place} has what there is`
        : truth === true
          ? `claims of ${store} in ${place} may ask for more (class ${name})`
          : `claims of class ${name} may not ask for more: what ${store} has in ${place} stays as large as it is`,
    mode: ({ store, place, mode, wanted }, truth) =>
      truth === true
        ? `the volume of ${store} in ${place} can be mounted ${modeWords[mode]}`
        : `the volume of ${store} in ${place} can be mounted ${modeWords[mode]}, and not ${modeWords[wanted]}`,
    none: ({ place }): Words => ({ line: `nothing of ${place} that this is about has a volume` }),
  },
})

function partsIn(where: Environment, promise: KeptOn): readonly AnyPart<Rules>[] {
  if (where.on.bare !== undefined) return []
  return promise.of.flatMap((store) => {
    const here = componentIn(where, store)
    const states = here ? traitsOf(here).keeps.filter(({ size }) => size !== undefined) : []
    return states.flatMap((state) => stateParts(store.name, state, where, promise))
  })
}

function stateParts(store: string, state: State, where: Environment, promise: KeptOn): readonly AnyPart<Rules>[] {
  const found = classOf(state.class, where.on)
  const place = where.name
  if (!found) {
    const data = { store, place, cluster: where.on.name, ...(state.class !== undefined && { class: state.class }) }
    return [
      part('class', undefined, data, {
        waitsFor: `storage classes of ${where.on.name}`,
        hint: `storage: { ${state.class ?? 'disk'}: { kind: '${promise.on}' } }`,
      }),
    ]
  }
  const { is: said, name } = found
  const known = said.provisioner === undefined ? undefined : abilitiesOf(said.provisioner)?.value
  const of = { store, place, class: name }
  const more = (field: string, hint: string) => ({
    cause: `storage-class/${where.on.name}/${name}/${field}`,
    hint,
    stated: [said.stated],
  })
  const mode = state.accessMode ?? 'ReadWriteOnce'
  return [
    devicePart(promise.on, said, known, of, more('kind', `a class with kind: '${promise.on}'`)),
    ...(promise.replicated === true
      ? [
          part(
            'replicated',
            said.replicated ?? known?.replicated,
            of,
            more('replicated', 'a class with replicated: true'),
          ),
        ]
      : []),
    ...(promise.expands === true ? [expandsPart(said, of, more('expands', 'a class with expands: true'))] : []),
    ...(promise.accessMode === undefined
      ? []
      : [
          part(
            'mode',
            mode === promise.accessMode,
            { ...of, mode, wanted: promise.accessMode },
            {
              cause: `access-mode/${place}/${store}`,
              hint: `accessMode: '${promise.accessMode}'`,
              stated: [state.stated],
            },
          ),
        ]),
  ]
}

type More = Pick<AnyPart<Rules>, 'cause' | 'hint' | 'stated'>

// Of several that are said, or that a provisioner has and a parameter chooses from, nobody says which.
function devicePart(
  on: VolumeKind,
  said: StorageClass,
  known: VolumeAbilities | undefined,
  of: Of,
  more: More,
): AnyPart<Rules> {
  const is = said.kind === undefined ? (known?.kinds ?? []) : kindsOf(said)
  const truth = is.length === 0 ? undefined : !is.includes(on) ? false : is.length === 1 ? true : undefined
  return part('device', truth, { ...of, on, is }, more)
}

// Unsaid, a claim may not (allowVolumeExpansion: kubernetes.io/docs/concepts/storage/storage-classes).
function expandsPart({ expands, provisioner }: StorageClass, of: Of, more: More): AnyPart<Rules> {
  const isBoundless = provisioner !== undefined && keepsSize(provisioner)?.value === false
  return part('expands', isBoundless || expands === true, { ...of, isBoundless }, more)
}
