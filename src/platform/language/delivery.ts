import { make, type NounSpec } from '../make.ts'
import type { Delivery, Wave } from '../model.ts'
import { dnsLabel, list, need, noun, oneOf, stated, text } from '../schema.ts'
import { repeatedName } from './repeated-name.ts'

export type WaveOptions = Partial<Omit<Wave, 'is' | 'name'>>

export const waveSpec: NounSpec<WaveOptions, Wave> = {
  is: 'wave',
  word: 'wave',
  named: text,
  fields: { applies: list(noun('component')), migrates: list(noun('component')), stated },
  rules(_, { applies, migrates }, say) {
    if (!applies?.length && !migrates?.length)
      say({ path: 'applies', found: 'nothing', allowed: 'what is applied, or the stores that are migrated' })
  },
  build: (name, options) => ({ is: 'wave', name, applies: [], migrates: [], ...options }),
}

/** What is applied together, before the next wave begins. `wave('stores', { applies: [ledgerDb] })` */
export function wave(name: string, options: WaveOptions): Wave {
  return make(waveSpec, name, options)
}

export interface DeliveryOptions extends Pick<Delivery, 'by' | 'applies' | 'stated'> {
  readonly waves?: readonly Wave[]
}

export const deliverySpec: NounSpec<DeliveryOptions, Delivery> = {
  is: 'delivery',
  word: 'delivery',
  named: dnsLabel,
  fields: {
    by: need(oneOf('controller', 'pipeline', 'person'), 'who applies'),
    applies: need(list(noun('environment'), 1), 'where to'),
    waves: list(noun('wave')),
    stated,
  },
  rules: (_, { waves = [] }, say) => repeatedName(waves, 'waves', say),
  build: (name, options) => ({ is: 'delivery', name, waves: [], ...options }),
}

/**
 * How what is declared gets onto its clusters. `delivery('git', { by: 'controller', applies: [live], waves: [wave('stores',
 * { applies: [ledgerDb] }), wave('schema', { migrates: [ledgerDb] })] })`
 */
export function delivery(name: string, options: DeliveryOptions): Delivery {
  return make(deliverySpec, name, options)
}
