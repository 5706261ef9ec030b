// What all constructors of promises share: the options of every promise, and how a value is made of them.

import { combine } from '../combine.ts'
import { make, type NounSpec } from '../make.ts'
import type { At, Environment, Option, PlatformPromise } from '../model.ts'
import { date, type Fields, list, noun, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import type { Say } from '../validate.ts'

export type PromiseKind = PlatformPromise['kind']
export type PromiseOf<K extends PromiseKind> = Extract<PlatformPromise, { kind: K }>

export interface PromiseOptions {
  /** The environment that it is about; needed where there is more than one. */
  readonly in?: Environment
  /** Part of its id, where two promises would have the same. */
  readonly name?: string
  /** The id that it had before it was renamed. */
  readonly was?: string
  readonly owner?: string
  /** Not due before this date. */
  readonly due?: string
  /** What it was guessed from, until somebody confirms it: what holds is assumed until then. */
  readonly guessed?: string
  /** Options of decisions that it takes for granted: it is unmet until they are selected. */
  readonly restsOn?: readonly Option[]
  readonly stated?: Stated
}

const common = {
  in: noun('environment'),
  name: text,
  was: text,
  owner: text,
  due: date,
  guessed: text,
  restsOn: list(noun('option'), 1),
  stated,
} satisfies Fields
/** The constructor of one kind of promise, with the options that it takes beside those of all. */
export function definePromise<K extends PromiseKind>(
  kind: K,
  fields: Fields,
  rules?: (options: PromiseOf<K>, say: Say) => void,
) {
  const spec: NounSpec<object, PlatformPromise> = {
    is: 'promise',
    word: `promise.${kind}`,
    fields: { ...common, ...fields },
    build: (_, options) => ({ is: 'promise', kind, ...DEFAULTS[kind], ...asFields(options) }) as PlatformPromise,
    ...(rules && { rules: (_: string, options: object, say: Say) => rules(options as PromiseOf<K>, say) }),
  }
  const made = (options: object, more: object, at?: At): PromiseOf<K> =>
    make(spec, '', combine(options, more), at) as PromiseOf<K>
  return Object.assign(made, { fields: spec.fields })
}

const DEFAULTS: { readonly [kind in PromiseKind]?: object } = {
  confines: { beside: [] },
  grows: { by: 'autoscaler' },
  mirrors: { except: [] },
  balances: { each: 'connection' },
  drained: { available: 1 },
  rolls: { available: { from: 1 } },
  survives: { restores: 'service' },
  separates: { exceptPorts: [] },
}

// A figure says `is: 13.5`; in the value the word stands for what it is.
function asFields(options: object): object {
  const { is: value, ...rest } = options as { readonly is?: unknown }
  return value === undefined ? rest : { ...rest, value }
}
