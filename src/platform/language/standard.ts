import { make, type NounSpec } from '../make.ts'
import type { Control, Standard } from '../model.ts'
import { cadence, duration, either, need, noun, oneOf, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface StandardOptions {
  readonly status: Standard['status']
  /** What it protects: `['personal']`; it applies where such data is kept. Default: it is about no data of one kind. */
  readonly about?: Standard['about']
  readonly verifiedBy?: Standard['verifiedBy']
  readonly every?: Standard['every']
  readonly stated?: Stated
}

const dataKind = oneOf('card', 'financial', 'health', 'personal')

export const standardSpec: NounSpec<StandardOptions, Standard> = {
  is: 'standard',
  word: 'standard',
  named: text,
  fields: {
    status: need(
      oneOf('certified', 'compliant', 'in-progress', 'not-applicable', 'optional', 'planned'),
      'how the platform stands to it',
    ),
    about: set(dataKind, 1),
    verifiedBy: oneOf('assessment', 'audit', 'certification', 'review'),
    every: cadence,
    stated,
  },
  build: (name, options) => ({ is: 'standard', name, about: [], ...options }),
}

/** A law or a standard, and how the platform stands to it. `standard('GDPR', { status: 'compliant', about: ['personal'] })` */
export function standard(name: string, options: StandardOptions): Standard {
  return make(standardSpec, name, options)
}

export interface ControlOptions {
  readonly of: Control['of']
  /** Promises of the platform, or what it is said to be by its name alone (`'VPN'`), which nothing shows to be in place. */
  readonly fulfilledBy?: Control['fulfilledBy']
  readonly audited?: Control['audited']
  readonly owner?: Control['owner']
  readonly stated?: Stated
}

export const controlSpec: NounSpec<ControlOptions, Control> = {
  is: 'control',
  word: 'control',
  named: text,
  fields: {
    of: need(set(either(noun('standard'), text), 1), 'the standards that it is for'),
    fulfilledBy: set(either(noun('promise'), text)),
    audited: either(duration, oneOf('week', 'month', 'quarter', 'year', 'continuous')),
    owner: noun('team'),
    stated,
  },
  build: (name, options) => ({ is: 'control', name, ...options }),
}

/**
 * What is done for standards: it is in place as far as the promises are kept that fulfil it. `control('encryption at rest',
 * { of: [gdpr, 'SOX'], fulfilledBy: [promise.encrypted('atRest', { cipher: 'AES-256' })], audited: 'quarter' })`
 */
export function control(name: string, options: ControlOptions): Control {
  return make(controlSpec, name, options)
}
