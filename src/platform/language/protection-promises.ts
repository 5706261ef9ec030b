// Statements on keys, on who is kept from whom, and on where data lies. Only platforms make them: no manifest says whose
// a thing is.

import type { Component } from '../component.ts'
import type { Context } from '../model.ts'
import { accessMode, cadence, cipher, either, flag, list, need, noun, oneOf, set, text } from '../schema.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

type Own<K extends Parameters<typeof define>[0]> = Omit<PromiseOf<K>, 'is' | 'kind' | keyof PromiseOptions>

const layer = oneOf('client', 'disk', 'filesystem', 'provider', 'store')
const encrypted = define(
  'encrypted',
  { what: need(oneOf('atRest', 'backups'), ''), of: set(noun('component'), 1), cipher, by: layer },
  ({ what, of }, say) => {
    if (what === 'atRest' && of === undefined)
      say({ path: 'of', found: 'nothing', allowed: 'a list of stores (what keeps the data)' })
  },
)
const keptOn = define('keptOn', {
  on: need(oneOf('ssd', 'hdd', 'network', 'memory'), 'what volumes lie on'),
  of: need(set(noun('component'), 1), 'whose volumes'),
  replicated: flag,
  expands: flag,
  accessMode,
})
const rotates = define('rotates', {
  what: need(either(noun('secret', 'encryptionKey'), oneOf('certificates', 'keys', 'secrets')), ''),
  every: cadence,
})
const isolates = define('isolates', { contexts: need(list(noun('context'), 2), 'who is kept from whom') })
const keepsKeys = define('keepsKeys', { ledger: need(noun('component'), ''), dedicated: flag })
const rolesApart = define('rolesApart', {
  ledger: need(noun('component'), ''),
  roles: need(list(oneOf('orderer', 'validator', 'peer', 'authority', 'database'), 2), 'which members'),
})
const secondFactor = define('secondFactor', {
  methods: set(oneOf('email', 'push', 'sms', 'totp', 'voice', 'webauthn'), 1),
})
const authenticates = define('authenticates', { store: need(noun('component'), ''), logs: flag })
const resides = define('resides', {
  what: need(either(noun('component'), oneOf('card', 'financial', 'health', 'personal')), 'what must stay there'),
  regions: set(text, 1),
})

export const protectionOfPlatforms = {
  authenticates,
  encrypted,
  isolates,
  keepsKeys,
  keptOn,
  resides,
  rolesApart,
  rotates,
  secondFactor,
}

export const protectionPromises = {
  /**
   * What stores keep is encrypted where it lies, or what is copied of them. `promise.encrypted('atRest', { in: live, of:
   * [ledgerDb], cipher: 'AES-256-GCM' })`
   */
  encrypted: (what: Own<'encrypted'>['what'], options: PromiseOptions & Omit<Own<'encrypted'>, 'what'> = {}) =>
    encrypted(options, { what }),

  /**
   * What the volumes of stores lie on; `replicated`: on several devices, `expands`: claims may ask for more room.
   * `promise.keptOn('ssd', { of: [ledgerDb], replicated: true })`
   */
  keptOn: (on: Own<'keptOn'>['on'], options: PromiseOptions & Omit<Own<'keptOn'>, 'on'>) => keptOn(options, { on }),

  /** A Secret, a key, or all of their kind are replaced as often as that, or at all. `promise.rotates('keys', { every: 'quarter' })` */
  rotates: (what: Own<'rotates'>['what'], options: PromiseOptions & Omit<Own<'rotates'>, 'what'> = {}) =>
    rotates(options, { what }),

  /** Nothing of one context reaches anything of another but by declared calls. `promise.isolates([loans, trade], { in: live })` */
  isolates: (contexts: readonly Context[], options: PromiseOptions = {}) => isolates(options, { contexts }),

  /** The keys of a ledger's members never leave hardware security modules; `dedicated`: one for each operator. */
  keepsKeys: (ledger: Component, options: PromiseOptions & { readonly dedicated?: boolean } = {}) =>
    keepsKeys(options, { ledger }),

  /** Members of these roles never stand on one machine. `promise.rolesApart(chain, ['orderer', 'peer'], { in: live })` */
  rolesApart: (ledger: Component, roles: Own<'rolesApart'>['roles'], options: PromiseOptions = {}) =>
    rolesApart(options, { ledger, roles }),

  /** Whoever signs in there shows a second proof of who they are, of these kinds where it says so. `promise.secondFactor({ in: live })` */
  secondFactor: (options: PromiseOptions & Own<'secondFactor'> = {}) => secondFactor(options, {}),

  /** Nobody gets into a store without proof of who they are; `logs`: who asked for what is written down. */
  authenticates: (store: Component, options: PromiseOptions & { readonly logs?: boolean } = {}) =>
    authenticates(options, { store }),

  /** A store, or every store with data of that kind, and each copy of it lies in these regions. `promise.resides('personal', { regions: ['eu-north-1'] })` */
  resides: (what: Own<'resides'>['what'], options: PromiseOptions & Omit<Own<'resides'>, 'what'> = {}) =>
    resides(options, { what }),
}
