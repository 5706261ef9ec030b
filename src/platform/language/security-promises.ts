// Statements on who may do what, how Secrets are kept, what images are, and how namespaces are called.

import type { Environment } from '../model.ts'
import { either, flag, labelKey, list, need, noun, oneOf, text } from '../schema.ts'
import { definePromise as define, type PromiseOf, type PromiseOptions } from './define-promise.ts'

const place = either(noun('environment'), text)
const accounts = define(
  'accounts',
  { are: need(oneOf('own', 'leastPrivilege', 'noClusterAdmin', 'keptOut'), ''), of: place },
  ({ are, of }, say) => {
    if ((are === 'keptOut') === (of !== undefined)) return
    const found = of === undefined ? 'nothing' : 'a place'
    say({ path: 'of', found, allowed: are === 'keptOut' ? 'what they are kept out of' : 'nothing, but for keptOut' })
  },
)
const secrets = define('secrets', {
  are: need(oneOf('encrypted', 'keptOutside', 'byReference', 'perNamespace'), ''),
})
const images = define('images', { are: need(oneOf('pinned', 'supported'), '') })
const audits = define('audits', {})
const hardened = define('hardened', {
  nonRoot: flag,
  readOnlyRoot: flag,
  drops: list(text, 1),
  seccomp: oneOf('RuntimeDefault', 'Localhost'),
})
const sharesLabel = define('sharesLabel', {
  key: need(labelKey, ''),
  among: need(list(place, 2), 'the environments whose namespaces share it'),
})

/** As kinds, for a reader of files. */
export const securityKinds = { accounts, audits, hardened, images, secrets, sharesLabel }

export const securityPromises = {
  /**
   * What the ServiceAccounts of an environment may do: each workload has one of its `own`; nothing beyond what is used
   * (`leastPrivilege`); `noClusterAdmin`; `keptOut` of another environment (`of`), also by way of other accounts.
   */
  accounts: (
    are: PromiseOf<'accounts'>['are'],
    options: PromiseOptions & { readonly of?: Environment | string } = {},
  ) => accounts(options, { are }),

  /**
   * How Secrets are kept: `encrypted` where they are stored, `keptOutside` the cluster (sealed, or in a store of their
   * own), named `byReference` and never by value, their values used `perNamespace`.
   */
  secrets: (are: PromiseOf<'secrets'>['are'], options: PromiseOptions = {}) => secrets(options, { are }),

  /** Every image is named by its digest (`pinned`), or is of a version that still gets fixes on the day (`supported`). */
  images: (are: PromiseOf<'images'>['are'], options: PromiseOptions = {}) => images(options, { are }),

  /** The API server writes who did what into its audit log. */
  audits: (options: PromiseOptions = {}) => audits(options, {}),

  /**
   * Of every container of an environment, of which nobody knows where nothing is said: it must not run as root (`nonRoot`), cannot write to its root filesystem, is without
   * these capabilities (`drops`), runs under this seccomp profile. `promise.hardened({ nonRoot: true, drops: ['ALL'] })`
   */
  hardened: (options: PromiseOptions & Omit<PromiseOf<'hardened'>, keyof PromiseOf<'audits'>>) => hardened(options, {}),

  /** One value of a label finds the namespaces of all of these. `promise.sharesLabel('stage', [shop, shopLedger])` */
  sharesLabel: (key: string, among: readonly (Environment | string)[], options: PromiseOptions = {}) =>
    sharesLabel(options, { key, among }),
}
