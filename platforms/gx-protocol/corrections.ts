// What would put each fault right, one small change of the platform each, to be argued with one by one. None of them
// touches what is expected; what they change is said again at the same place.

export * from './corrections/capacity.ts'
export * from './corrections/delivery.ts'
export * from './corrections/drills.ts'
export * from './corrections/estimates.ts'
export * from './corrections/manifests.ts'
export * from './corrections/monitoring.ts'
export * from './corrections/network.ts'
export * from './corrections/node-loss.ts'
export * from './corrections/placement.ts'
export * from './corrections/policies.ts'
export * from './corrections/security.ts'
export * from './corrections/stores.ts'
export * from './corrections/sums.ts'
