// GX Protocol as its deployment document of 13 November 2025 says it: contradictions included, nothing added by kindness.
// Where the document disagrees with itself the tables and texts are followed, and the second statement is a figure.

import { platform } from 'seaworthy'
import { alerts } from './as-written/alerts.ts'
import { capacity } from './as-written/capacity.ts'
import { checklists, deliveries } from './as-written/delivery.ts'
import { decisions, drills } from './as-written/drills.ts'
import { devnet, edge, fabricMainnet, fabricTest, mainnet, monitoring, testnet } from './as-written/environments.ts'
import { estimates } from './as-written/estimates.ts'
import { figures } from './as-written/figures.ts'
import { isolation } from './as-written/isolation.ts'
import { maintenance } from './as-written/maintenance.ts'
import { document } from './as-written/paper.ts'
import { placement } from './as-written/placement.ts'
import { behaviour, failures, network, notices } from './as-written/promises.ts'
import { protection } from './as-written/security.ts'
import { stores } from './as-written/stores.ts'

export default platform('gx-protocol', {
  title: 'GX Protocol, as written',
  environments: [mainnet, testnet, devnet, fabricMainnet, fabricTest, monitoring, edge],
  promises: [
    ...failures,
    ...network,
    ...notices,
    ...isolation,
    ...behaviour,
    ...placement,
    ...maintenance,
    ...stores,
    ...capacity,
    ...estimates,
    ...protection,
    ...figures,
  ],
  alerts,
  decisions,
  deliveries,
  document,
  drills,
  procedures: checklists,
})
