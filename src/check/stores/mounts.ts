// Whether a volume can be mounted as it is asked to be: a class whose volumes one node mounts has none for several.

import { abilitiesOf } from '../../knowledge/volume-abilities.ts'
import type { State } from '../../platform/component.ts'
import type { AccessMode } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { podsFor, viewFor, type World } from '../world.ts'
import { classOf } from './class-of.ts'
import { modeWords } from './mode-words.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'
import { type Usual, usualPart, usualWords } from './usual-class.ts'

interface Mounted {
  readonly store: string
  readonly mode: AccessMode
  readonly class: string
  /** Absent: nobody says, and its volumes never leave their node. */
  readonly allows?: readonly AccessMode[]
  /** Where it is written, if it is known of the provisioner and not said of the class. */
  readonly source?: string
}

type Rules = { usual: Usual; mode: Mounted }

export const mounts = defineQuestion<Rules>({
  id: 'mounts',
  asks: 'Is each volume of a class that is there, and can as many mount it as are to?',

  *judge(world: World) {
    for (const store of storesOf(world)) {
      const parts = [...usualParts(store, world), ...volumesOf(store).flatMap((state) => modePart(state, store))]
      if (parts.length === 0) continue
      const { environment, component } = store
      yield {
        id: [environment.name, component.name],
        environment: environment.name,
        cluster: environment.on.name,
        says: `pods can mount ${component.name} as it is asked for`,
        source: store.sourceOf('accessMode'),
        parts,
      }
    }
  },

  says: {
    usual: usualWords,
    mode: ({ store, mode, class: name, allows, source }, truth): Words => {
      const only = allows ? `only ${sayAll(allows)}` : 'never leave their node'
      return {
        line:
          truth === true
            ? `volumes of class ${name} can be mounted ${modeWords[mode]}`
            : `${store} is to be mounted ${modeWords[mode]}, and volumes of class ${name} ${only}`,
        rows: source === undefined ? [] : [['source', source]],
      }
    },
  },
})

function sayAll(modes: readonly AccessMode[]): string {
  return modes.map((mode) => modeWords[mode]).join(' or ')
}

type Claimed = Pick<State, 'class' | 'accessMode'>

// What collects metrics has a volume that its operator claims.
function volumesOf({ traits: { keeps, collects } }: DeclaredStore): readonly Claimed[] {
  return collects?.volume ? [...keeps, collects.volume] : keeps
}

// As its pods claim it, whoever makes them.
function usualParts({ environment, component }: DeclaredStore, world: World): readonly AnyPart<Rules>[] {
  const view = viewFor(world, environment)
  const pods = view ? podsFor(view, component, environment) : []
  if (environment.on.bare !== undefined || !pods.some(({ claims }) => claims.some(({ isUsual }) => isUsual))) return []
  const found = usualPart(component.name, environment.on)
  return found ? [found] : []
}

// What is said of a class is asked for itself (`storage-classes`); where nothing is said its provisioner decides.
function modePart(state: Claimed, { environment, component, sourceOf }: DeclaredStore): readonly AnyPart<Rules>[] {
  const { accessMode: mode = 'ReadWriteOnce' } = state
  const found = classOf(state.class, environment.on)
  const { accessModes, provisioner, bound } = found?.is ?? {}
  const known = accessModes || provisioner === undefined ? undefined : abilitiesOf(provisioner)
  const allows = accessModes ?? known?.value.modes
  const isOfOneNode = mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod'
  // Where nobody says what a class allows there is nothing to hold it against; one node is what every class allows.
  if (!found || (allows === undefined && (isOfOneNode || bound !== 'node'))) return []
  const source = known?.value.modes && known.source
  return [
    part(
      'mode',
      allows?.includes(mode) === true,
      { store: component.name, mode, class: found.name, ...(allows && { allows }), ...(source && { source }) },
      {
        cause: `mounts/${environment.on.name}/${found.name}/${mode}`,
        hint: `a class of ${environment.on.name} whose volumes can be mounted so ('${mode}')`,
        at: { source: sourceOf('accessMode') },
        stated: [found.is.stated],
      },
    ),
  ]
}
