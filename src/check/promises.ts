// What a platform can promise, and the file that judges it. Complete by type: a promise kind without a judge does not compile.

import type { PlatformPromise } from '../platform/model.ts'
import { accounts } from './access/accounts.ts'
import { audits } from './access/audits.ts'
import { hardened } from './admission/hardened.ts'
import { collects } from './alerting/collects.ts'
import { gathers } from './alerting/gathers.ts'
import { noticed } from './alerting/noticed.ts'
import { stays } from './alerting/stays.ts'
import { confines } from './capacity/confines.ts'
import { fits } from './capacity/fits.ts'
import { grows } from './capacity/grows.ts'
import { withinNode } from './capacity/within-node.ts'
import type { AnyPromiseKind } from './define.ts'
import { bases } from './delivery/bases.ts'
import { changes } from './delivery/changes.ts'
import { immutable } from './delivery/immutable.ts'
import { drained } from './disruption/drained.ts'
import { rolls } from './disruption/rolls.ts'
import { bounded } from './figure/bounded.ts'
import { figure } from './figure/figure.ts'
import { images } from './images/images.ts'
import { sharesLabel } from './names/shares-label.ts'
import { ownSegments } from './networks/own-segments.ts'
import { privateLinks } from './networks/private-links.ts'
import { privateSegments } from './networks/private-segments.ts'
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
import { autoscales } from './scaling/autoscales.ts'
import { throughput } from './scaling/throughput.ts'
import { secrets } from './secrets/secrets.ts'
import { authenticates } from './security/authenticates.ts'
import { encrypted } from './security/encrypted.ts'
import { isolates } from './security/isolates.ts'
import { keepsKeys } from './security/keeps-keys.ts'
import { resides } from './security/resides.ts'
import { rolesApart } from './security/roles-apart.ts'
import { rotates } from './security/rotates.ts'
import { secondFactor } from './security/second-factor.ts'
import { keptOn } from './stores/kept-on.ts'
import { survives } from './survival/survives.ts'
import { allots } from './tiering/allots.ts'
import { configures } from './tiering/configures.ts'
import { holds } from './tiering/holds.ts'
import { integrates } from './tiering/integrates.ts'
import { lives } from './tiering/lives.ts'
import { mirrors } from './tiering/mirrors.ts'
import { replicas } from './tiering/replicas.ts'
import { spans } from './tiering/spans.ts'
import { balances } from './traffic/balances.ts'
import { entersBy } from './traffic/enters-by.ts'
import { mutualTls } from './traffic/mutual-tls.ts'

export const promiseKinds: { readonly [K in PlatformPromise['kind']]: AnyPromiseKind<K> } = {
  availability,
  autoscales,
  balances,
  bases,
  changes,
  immutable,
  bounded,
  accounts,
  audits,
  authenticates,
  encrypted,
  isolates,
  keepsKeys,
  keptOn,
  resides,
  rolesApart,
  rotates,
  secondFactor,
  carries,
  collects,
  confines,
  connects,
  drained,
  drilled,
  entersBy,
  figure,
  fits,
  gathers,
  grows,
  hardened,
  mutualTls,
  noticed,
  onlyCalls,
  operated,
  ownSegments,
  prepares,
  privateLinks,
  privateSegments,
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
  throughput,
  allots,
  configures,
  lives,
  mirrors,
  holds,
  integrates,
  replicas,
  spans,
  withinNode,
}
