// Stacks that gather records: what they take, in which shares, and how long each tier keeps it.

import type { Gathering } from '../component.ts'
import { duration, type Fields, list, need, oneOf, percent, record, stated, text } from '../schema.ts'
import type { ListenOptions } from './options.ts'
import { type ServiceOptions, serviceSpec } from './service.ts'
import { present } from './workload.ts'

/** What a stack of logs and one of traces have in common. */
export interface GatheringOptions<L extends ListenOptions = ListenOptions> extends ServiceOptions<L> {
  /** How long it keeps what it takes, tier by tier in their order; default: nobody says. */
  readonly keeps?: Gathering['keeps']
  /** Which share of which records it takes; default: all of them. */
  readonly samples?: Gathering['samples']
  /** What holds them. */
  readonly keptIn?: Gathering['keptIn']
}

export const gatheringFields = {
  ...serviceSpec.fields,
  keeps: list(
    record("a tier such as { tier: 'hot', for: '30d' }", {
      tier: need(text, 'what it is called'),
      for: need(duration, 'how long'),
      from: oneOf('writing', 'entry'),
      stated,
    }),
    1,
  ),
  samples: list(
    record("a share such as { of: 'debug', share: '10%' }", {
      of: need(text, 'of which records'),
      share: need(percent, 'how much of them'),
      stated,
    }),
    1,
  ),
  keptIn: oneOf('search-index', 'time-series', 'object-storage', 'own-storage'),
} satisfies Fields

const own = new Set(['keeps', 'samples', 'keptIn', 'of', 'format', 'decides', 'propagates', 'onEachNode'])

/** The options of the workload alone. */
export function workloadPart<O extends GatheringOptions>(options: O): ServiceOptions {
  return Object.fromEntries(Object.entries(options).filter(([option]) => !own.has(option)))
}

export function gatheringOf(options: GatheringOptions, more: Omit<Gathering, 'keeps' | 'samples'>): Gathering {
  const { keeps = [], samples = [], keptIn, stated } = options
  return { ...present({ keptIn, stated, ...more }), keeps, samples }
}
