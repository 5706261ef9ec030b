import { combine } from '../combine.ts'
import { makingOf } from '../made.ts'
import { make, type NounSpec } from '../make.ts'
import type { Planned, Undecided } from '../model.ts'
import { fitsScalar } from '../scalar.ts'
import { date, list, need, noun, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

const undecidedSpec: NounSpec<{ options: readonly unknown[]; stated?: Stated }, Undecided<unknown>> = {
  is: 'undecided',
  word: 'undecided',
  named: text,
  fields: { options: need(list({ kind: 'anything' }, 2), 'at least two choices'), stated },
  build(name, { options = [], stated }) {
    const value = { is: 'undecided' as const, name, options, ...(stated && { stated }) }
    if (options.length === 0 || !options.every((option) => makingOf(option)?.is === 'component')) return value
    // An open choice of components can be called like each of them.
    const port = (called: string) => undecided(`${name}`, ...options.map((option) => portOf(option, called)))
    return Object.defineProperty(value, 'port', { value: port })
  },
}

function portOf(component: unknown, name: string): unknown {
  return (component as { port(name: string): unknown }).port(name)
}

/**
 * An open either/or, anywhere a value may stand: `mesh: undecided('mesh', 'istio', 'linkerd')`. Every promise is judged
 * for each choice; the same name in two places is one choice. A citation may stand last: `says('3.1', 136)`.
 */
export function undecided<const T extends readonly unknown[]>(name: string, ...options: T): Exclude<T[number], Stated> {
  // Typed as what will stand there once it is decided; engines never see the doubt itself (worlds.ts).
  const last = options.at(-1)
  const cites = fitsScalar(stated, last) && !options.every((option) => fitsScalar(stated, option))
  const given = cites ? { options: options.slice(0, -1), stated: last as Stated } : { options }
  return make(undecidedSpec, name, given) as Exclude<T[number], Stated>
}

export interface PlannedOptions {
  /** `2027-03-31`. */
  readonly due?: string
  readonly stated?: Stated
}

export const plannedSpec: NounSpec<PlannedOptions & { value: unknown }, Planned<unknown>> = {
  is: 'planned',
  word: 'planned',
  fields: {
    value: need(noun('component', 'environment', 'promise', 'scenario'), 'what is planned'),
    due: date,
    stated,
  },
  build: (_, options) => ({ is: 'planned', ...options }),
}

/** A part that is not there yet: shown in reports, absent from every verdict. `planned(sandbox, { due: '2027-03-31' })` */
export function planned<T extends object>(value: T, options: PlannedOptions = {}): Planned<T> {
  return make(plannedSpec, '', combine(options, { value })) as Planned<T>
}
