// What each question reads, when it breaks and what it leaves open, what lacks a verdict, and how to see it on a cluster.

import { explainedDelivery } from './explained/delivery.ts'
import { explainedDisruption } from './explained/disruption.ts'
import { explainedEnvironments } from './explained/environments.ts'
import type { Explanations } from './explained/explanation.ts'
import { explainedMonitoring } from './explained/monitoring.ts'
import { explainedNetworks } from './explained/networks.ts'
import { explainedObjects } from './explained/objects.ts'
import { explainedPlacement } from './explained/placement.ts'
import { explainedPlans } from './explained/plans.ts'
import { explainedScaling } from './explained/scaling.ts'
import { explainedSecurity } from './explained/security.ts'
import { explainedStores } from './explained/stores.ts'
import { explainedTraffic } from './explained/traffic.ts'

export const explained: Explanations = {
  ...explainedDelivery,
  ...explainedDisruption,
  ...explainedEnvironments,
  ...explainedMonitoring,
  ...explainedNetworks,
  ...explainedObjects,
  ...explainedPlacement,
  ...explainedPlans,
  ...explainedScaling,
  ...explainedSecurity,
  ...explainedStores,
  ...explainedTraffic,
}
