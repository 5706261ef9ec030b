import { make, type NounSpec } from '../make.ts'
import type { Hsm } from '../model.ts'
import { dnsLabel, flag, noun, stated } from '../schema.ts'

export type HsmOptions = Omit<Hsm, 'is' | 'name'>

export const hsmSpec: NounSpec<HsmOptions, Hsm> = {
  is: 'hsm',
  word: 'hsm',
  named: dnsLabel,
  fields: { of: noun('organisation'), simulated: flag, stated },
  build: (name, options) => ({ is: 'hsm', name, ...options }),
}

/** A hardware security module, which keeps keys so that nobody can take them away. `hsm('north-hsm', { of: northBank })` */
export function hsm(name: string, options: HsmOptions = {}): Hsm {
  return make(hsmSpec, name, options)
}
