// What is rehearsed and how often: in the other region, where it takes nothing from anybody.

import { badRelease, corruption, drill, environment, loss } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { recoverySite } from './cluster.ts'
import { production } from './environments.ts'
import { serviceMesh } from './network.ts'
import { applicationFailure, databaseCorruption, infrastructureAgain, regionFailure, watchAgain } from './recovery.ts'
import { ofApplication } from './secrets.ts'
import { database } from './stores.ts'

const part = (line: number) => says('Recovery Architecture', line)

/** Rows of production may lie there: it has the rules of production, and goes when the drill is over. */
export const rehearsal = environment('rehearsal', {
  on: recoverySite,
  namespace: 'rehearsal',
  purpose: 'shared',
  data: 'production',
  policies: { defaultDeny: true, dns: true, calls: true },
  mesh: serviceMesh,
  secrets: ofApplication,
})

const elsewhere = { in: rehearsal, from: production, restores: database } as const

export const drills = [
  drill('restore', {
    ...elsewhere,
    of: corruption,
    every: 'week',
    by: databaseCorruption,
    stated: part(793),
  }),
  drill('application', { ...elsewhere, of: badRelease, every: 'week', by: applicationFailure, stated: part(795) }),
  drill('infrastructure', {
    ...elsewhere,
    of: loss.cluster,
    every: 'month',
    by: infrastructureAgain,
    stated: part(794),
  }),
  drill('region', { ...elsewhere, of: loss.region, every: 'month', by: regionFailure, stated: part(796) }),
  drill('monitoring', { ...elsewhere, of: loss.cluster, every: 'month', by: watchAgain, stated: part(797) }),
]
