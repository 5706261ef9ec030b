// What a platform can promise, and the file that judges it. Complete by type: a promise kind without a judge does not compile.

import type { PlatformPromise } from '../platform/model.ts'
import { accounts } from './access/accounts.ts'
import { audits } from './access/audits.ts'
import { hardened } from './admission/hardened.ts'
import { collects } from './alerting/collects.ts'
import { noticed } from './alerting/noticed.ts'

import { stays } from './alerting/stays.ts'
import { confines } from './capacity/confines.ts'
import { fits } from './capacity/fits.ts'
import { grows } from './capacity/grows.ts'
import type { AnyPromiseKind } from './define.ts'
import { drained } from './disruption/drained.ts'
import { rolls } from './disruption/rolls.ts'
import { figure } from './figure/figure.ts'
import { images } from './images/images.ts'
import { sharesLabel } from './names/shares-label.ts'
import { stands } from './placement/stands.ts'
import { availability } from './plans/availability.ts'
import { drilled } from './plans/drilled.ts'
import { protects } from './protection/protects.ts'
import { carries } from './reachability/carries.ts'
import { connects } from './reachability/connects.ts'
import { onlyCalls } from './reachability/only-calls.ts'
import { reachedOnlyBy } from './reachability/reached-only-by.ts'
import { resolves } from './reachability/resolves.ts'
import { scrapes } from './reachability/scrapes.ts'
import { separates } from './reachability/separates.ts'
import { operated } from './recovery/operated.ts'
import { prepares } from './recovery/prepares.ts'
import { recovers } from './recovery/recovers.ts'
import { retains } from './recovery/retains.ts'
import { secrets } from './secrets/secrets.ts'
import { survives } from './survival/survives.ts'
import { balances } from './traffic/balances.ts'

export const promiseKinds: { readonly [K in PlatformPromise['kind']]: AnyPromiseKind<K> } = {
  availability,
  balances,
  accounts,
  audits,
  carries,
  collects,
  confines,
  connects,
  drained,
  drilled,
  figure,
  fits,
  grows,
  hardened,
  noticed,
  onlyCalls,
  operated,
  prepares,
  protects,
  images,
  reachedOnlyBy,
  recovers,
  resolves,
  retains,
  rolls,
  scrapes,
  secrets,
  separates,
  sharesLabel,
  stands,
  stays,
  survives,
}
