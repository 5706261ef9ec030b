// The Asset Tokenization Kit as it keeps what its document promises. What was changed, and why, is in README.md.

import { platform } from 'seaworthy'
import { alerts } from './amended/alerts.ts'
import { branches } from './amended/branches.ts'
import { capacity, forecasts } from './amended/capacity.ts'
import { charts } from './amended/charts.ts'
import { configurations, controlled, promotions, releases, rollouts } from './amended/delivery.ts'
import { devices } from './amended/devices.ts'
import { drawings } from './amended/drawings.ts'
import { drills, rehearsal } from './amended/drills.ts'
import {
  disasterRecovery,
  featureBranch,
  local,
  maskingRoom,
  preProduction,
  production,
  shared,
  staging,
  tiers,
} from './amended/environments.ts'
import { incidents } from './amended/incidents.ts'
import { drawnMonitoring, kept, monitoringStack, watching, watchingAway } from './amended/monitoring.ts'
import { pipelines, registries } from './amended/pipeline.ts'
import { protection } from './amended/protection.ts'
import { functions, network, recovery, scenarios } from './amended/recovery.ts'
import { controls, standards } from './amended/standards.ts'
import { traffic } from './amended/traffic.ts'

export default platform('asset-tokenization-kit', {
  title: 'Asset Tokenization Kit, amended',
  branches,
  charts,
  configurations,
  drawings,
  pipelines,
  promotions,
  registries,
  releases,
  rollouts,
  environments: [
    ...[local, shared, featureBranch, staging, preProduction, production, disasterRecovery],
    ...[maskingRoom, watching, watchingAway, rehearsal],
  ],
  promises: [...tiers, ...recovery, ...capacity, ...traffic, ...controlled, ...protection, ...devices, ...kept],
  failovers: [network],
  scenarios,
  standards,
  controls,
  incidents,
  functions,
  forecasts,
  drills,
  alerts,
  monitoring: [monitoringStack, drawnMonitoring],
})
