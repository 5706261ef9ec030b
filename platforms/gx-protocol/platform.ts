// GX Protocol as it keeps what its document promises. What was changed, and why, is in README.md.

import { platform } from 'seaworthy'
import { alerts } from './amended/alerts.ts'
import { capacity } from './amended/capacity.ts'
import { checklists, deliveries } from './amended/delivery.ts'
import { decisions, drills, rehearsal, rehearsed } from './amended/drills.ts'
import {
  devnet,
  edge,
  fabricDev,
  fabricMainnet,
  fabricTest,
  mainnet,
  monitoring,
  testnet,
  vaulted,
} from './amended/environments.ts'
import { figures } from './amended/figures.ts'
import { isolation } from './amended/isolation.ts'
import { maintenance } from './amended/maintenance.ts'
import { document } from './amended/paper.ts'
import { placement } from './amended/placement.ts'
import { behaviour, failures, network, notices } from './amended/promises.ts'
import { protection } from './amended/protection.ts'
import { standby, standbySecrets, takesOver } from './amended/standby.ts'

export default platform('gx-protocol', {
  title: 'GX Protocol, amended',
  environments: [
    mainnet,
    testnet,
    devnet,
    fabricMainnet,
    fabricTest,
    fabricDev,
    monitoring,
    edge,
    vaulted,
    standby,
    standbySecrets,
    rehearsal,
  ],
  promises: [
    ...failures,
    ...takesOver,
    ...network,
    ...isolation,
    ...protection,
    ...notices,
    ...behaviour,
    ...placement,
    ...maintenance,
    ...rehearsed,
    ...capacity,
    ...figures,
  ],
  alerts,
  decisions,
  deliveries,
  document,
  drills,
  procedures: checklists,
})
