// Deployment environments: a cluster for each, and a second region for production.

import { cluster, undecided } from 'seaworthy'
import { says } from './says.ts'
import { nodeScaling } from './scaling.ts'

const at = (...lines: readonly number[]) => says('Cloud Deployment Stack, Deployment Environments', 20, ...lines)

// "1.28+"
const version = { kubernetes: '1.28', orNewer: true }
const managed = undecided('managed-kubernetes', 'aks', 'eks', at(168, 176))

// What the cloud runs is said of the cloud; this is somebody's own machine.
const development = says('Deployment Environments', 161)

export const developing = cluster('development', {
  distribution: undecided('local-kubernetes', 'docker-desktop', 'minikube', development),
  nodes: 1,
  stated: development,
})

export const preProduction = cluster('staging', {
  ...version,
  distribution: managed,
  nodes: 5,
  stated: at(168),
})

// Of which clusters nodes come and go, the strategy does not say: of that which carries the load, if of any.
export const live = cluster('production', {
  ...version,
  distribution: managed,
  nodes: 15,
  autoscaler: nodeScaling,
  stated: at(176),
})

export const secondary = cluster('secondary', {
  ...version,
  distribution: managed,
  nodes: [],
  stated: says('Cloud Deployment Stack, Deployment Environments, Disaster Recovery', 20, 183, 218, 227),
})
