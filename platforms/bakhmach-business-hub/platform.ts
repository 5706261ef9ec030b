// Bakhmach-Business-Hub as it keeps what its document promises. What was changed, and why, is in README.md.

import { platform } from 'seaworthy'
import { alerts } from './amended/alerts.ts'
import { capacity, tools } from './amended/capacity.ts'
import { copies } from './amended/copies.ts'
import { branches, changed, pipelines, registries, releases } from './amended/delivery.ts'
import { drawings } from './amended/drawings.ts'
import { development, production, secondary, staging } from './amended/environments.ts'
import { observability, observed } from './amended/monitoring.ts'
import { monitors } from './amended/monitors.ts'
import { document } from './amended/paper.ts'
import { protection } from './amended/protection.ts'
import { deliveries, drills, recovery, scenarios } from './amended/recovery.ts'
import { roadmap } from './amended/roadmap.ts'
import { roles, sealing } from './amended/security.ts'
import { standards } from './amended/standards.ts'
import { tiers } from './amended/tiers.ts'
import { traffic } from './amended/traffic.ts'
import { contexts, tenancy } from './as-written/contexts.ts'

export default platform('bakhmach-business-hub', {
  title: 'Bakhmach-Business-Hub, amended',
  environments: [development, staging, production, secondary, ...monitors],
  promises: [...tiers, ...recovery, ...copies, ...capacity, ...traffic, ...protection, ...observed, ...changed],
  alerts,
  deliveries,
  drills,
  scenarios,
  branches,
  document,
  drawings,
  pipelines,
  registries,
  releases,
  roadmap,
  contexts,
  tenancy: { ...tenancy, tenant: 'customer' },
  access: roles,
  standards,
  secretStores: [sealing],
  monitoring: [observability],
  tools,
})
