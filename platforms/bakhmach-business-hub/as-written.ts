// Bakhmach-Business-Hub as its deployment document says it: contradictions included, nothing added by kindness.

import { platform } from 'seaworthy'
import { capacity, tools } from './as-written/capacity.ts'
import { contexts, tenancy } from './as-written/contexts.ts'
import { copies } from './as-written/copies.ts'
import { branches, pipelines, registries, releases } from './as-written/delivery.ts'
import { drawings } from './as-written/drawings.ts'
import { development, production, secondary, staging, tiers } from './as-written/environments.ts'
import { observability, observed } from './as-written/monitoring.ts'
import { document } from './as-written/paper.ts'
import { protection } from './as-written/protection.ts'
import { deliveries, drills, procedures, recovery, scenarios } from './as-written/recovery.ts'
import { roadmap } from './as-written/roadmap.ts'
import { roles, sealing } from './as-written/security.ts'
import { traffic } from './as-written/traffic.ts'

export default platform('bakhmach-business-hub', {
  title: 'Bakhmach-Business-Hub, as written',
  environments: [development, staging, production, secondary],
  promises: [...tiers, ...recovery, ...copies, ...capacity, ...traffic, ...protection, ...observed],
  deliveries,
  drills,
  procedures,
  scenarios,
  branches,
  document,
  drawings,
  pipelines,
  registries,
  releases,
  roadmap,
  contexts,
  tenancy,
  access: roles,
  secretStores: [sealing],
  monitoring: [observability],
  tools,
})
