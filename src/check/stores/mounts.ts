// Whether a volume can be mounted as it is asked to be: a class whose volumes one node mounts has none for several.

import type { State } from '../../platform/component.ts'
import type { AccessMode, Cluster, StorageClass } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { type DeclaredStore, storesOf } from './stores-of.ts'

interface Mounted {
  readonly store: string
  readonly mode: AccessMode
  readonly class: string
  /** Absent: nobody says, and its volumes never leave their node. */
  readonly allows?: readonly AccessMode[]
}

type Rules = { mode: Mounted }

export const mounts = defineQuestion<Rules>({
  id: 'mounts',
  asks: 'Can each volume be mounted by as many as it is asked for?',

  *judge(world: World) {
    for (const store of storesOf(world)) {
      const parts = store.traits.keeps.flatMap((state) => modePart(state, store))
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
    mode: ({ store, mode, class: name, allows }, truth) => {
      if (truth === true) return `volumes of class ${name} can be mounted ${words[mode]}`
      return `${store} is to be mounted ${words[mode]}, and volumes of class ${name} ${allows ? `only ${sayAll(allows)}` : 'never leave their node'}`
    },
  },
})

const words: { readonly [mode in AccessMode]: string } = {
  ReadOnlyMany: 'by pods that read on several nodes',
  ReadWriteMany: 'by pods that write on several nodes',
  ReadWriteOnce: 'by pods of one node',
  ReadWriteOncePod: 'by one pod',
}

function sayAll(modes: readonly AccessMode[]): string {
  return modes.map((mode) => words[mode]).join(' or ')
}

// One node is what every class allows, unless it says what it allows.
function modePart(state: State, { environment, component, sourceOf }: DeclaredStore): readonly AnyPart<Rules>[] {
  const { accessMode: mode = 'ReadWriteOnce' } = state
  const found = classOf(state, environment.on)
  const allows = found?.is.accessModes
  if (allows === undefined && (mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod')) return []
  const isLocal = found?.is.bound === 'node'
  // Where nobody says what a class allows there is nothing to hold it against.
  if (!found || (allows === undefined && !isLocal)) return []
  const truth = allows?.includes(mode) === true
  return [
    part(
      'mode',
      truth,
      { store: component.name, mode, class: found.name, ...(allows && { allows }) },
      {
        cause: `mounts/${environment.on.name}/${found.name}/${mode}`,
        hint: `a class of ${environment.on.name} whose accessModes have '${mode}'`,
        at: { source: sourceOf('accessMode') },
        stated: [found.is.stated],
      },
    ),
  ]
}

interface NamedClass {
  readonly name: string
  readonly is: StorageClass
}

function classOf({ class: name }: State, { storage }: Cluster): NamedClass | undefined {
  const [of, is] =
    Object.entries(storage).find(([each, one]) => (name === undefined ? one.default === true : each === name)) ?? []
  return of === undefined || is === undefined ? undefined : { name: of, is }
}
