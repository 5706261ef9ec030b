/** What pods may use that is not modelled, each by the one name that it has everywhere. */
export const unmodelledSays = {
  devices: () => 'dynamic resource allocation (spec.resourceClaims)',
  podGroup: () => 'pod groups (spec.schedulingGroup)',
  scheduler: (name: string) => `the scheduler ${name} (spec.schedulerName)`,
  amounts: () => 'amounts beyond 2^53',
  deviceClass: (resource: string) => `${resource} by a DeviceClass`,
  strayClaim: () => 'a claim that was not made for the pod that uses it',
  // The scheduler's filters follow these; the proofs of what a failure leaves do not.
  gates: () => 'scheduling gates (spec.schedulingGates)',
  feature: (name: string) => `the feature ${name} of a kubelet`,
  disk: (kind: string) => `disks that a node mounts once (spec.volumes: ${kind})`,
  single: (claim: string) => `the claim ${claim} for one pod only (ReadWriteOncePod)`,
  zoneLabel: (volume: string) => `the label that says where the volume ${volume} lies`,
} as const

/** `what is not modelled: the scheduler batch (spec.schedulerName)`. */
export function sayUnmodelled(names: readonly string[]): string {
  return `what is not modelled: ${names.join(', ')}`
}
