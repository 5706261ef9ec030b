// The Asset Tokenization Kit as its chapter on deployment and operations says it: contradictions included, nothing added
// by kindness.

import { platform } from 'seaworthy'
import { alerts } from './as-written/alerts.ts'
import { capacity, forecasts } from './as-written/capacity.ts'
import { charts } from './as-written/charts.ts'
import { controls } from './as-written/controls.ts'
import { copies } from './as-written/copies.ts'
import { branches, configurations, controlled, promotions, releases, rollouts } from './as-written/delivery.ts'
import { drawings } from './as-written/drawings.ts'
import {
  disasterRecovery,
  featureBranch,
  local,
  preProduction,
  production,
  shared,
  staging,
  tiers,
} from './as-written/environments.ts'
import { incidents } from './as-written/incidents.ts'
import { drawnMonitoring, kept, monitoringStack } from './as-written/monitoring.ts'
import { pipelines, registries } from './as-written/pipeline.ts'
import { protection } from './as-written/protection.ts'
import { functions, recovery, scenarios } from './as-written/recovery.ts'
import { standards } from './as-written/standards.ts'
import { traffic } from './as-written/traffic.ts'

export default platform('asset-tokenization-kit', {
  title: 'Asset Tokenization Kit, as written',
  branches,
  charts,
  configurations,
  drawings,
  pipelines,
  promotions,
  registries,
  releases,
  rollouts,
  environments: [local, shared, featureBranch, staging, preProduction, production, disasterRecovery],
  promises: [...tiers, ...recovery, ...copies, ...capacity, ...traffic, ...controlled, ...protection, ...kept],
  scenarios,
  standards,
  controls,
  incidents,
  functions,
  forecasts,
  alerts,
  monitoring: [monitoringStack, drawnMonitoring],
})
