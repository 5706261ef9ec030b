// Every reason that the scheduler gives, in its own words: what it says of nodes, and what it says of a pod before it looks at
// any. Source: the ErrReason constants of pkg/scheduler/framework/plugins/*, and pkg/scheduler/schedule_one.go:687 for the nodes
// that NodeAffinity left out by name (kubernetes v1.36.3).

export const nodeSays = {
  cordoned: 'node(s) were unschedulable',
  otherName: "node(s) didn't match the requested node name",
  tainted: 'node(s) had untolerated taint(s)',
  notSelected: "node(s) didn't match Pod's node affinity/selector",
  notNamed: "node(s) didn't satisfy plugin(s) [NodeAffinity]",
  portTaken: "node(s) didn't have free ports for the requested pod ports",
  tooManyPods: 'Too many pods',
  diskTaken: 'node(s) had no available disk',
  claimTaken:
    'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod',
  tooManyVolumes: 'node(s) exceed max volume count',
  volumeAway: "node(s) didn't match PersistentVolume's node affinity",
  volumeGone: 'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)',
  noVolume: "node(s) didn't find available persistent volumes to bind",
  noSpace: 'node(s) did not have enough free storage',
  otherZone: 'node(s) had no available volume zone',
  tooSkewed: "node(s) didn't match pod topology spread constraints",
  notSpreadOver: "node(s) didn't match pod topology spread constraints (missing required label)",
  noCompany: "node(s) didn't match pod affinity rules",
  badCompany: "node(s) didn't match pod anti-affinity rules",
  unwelcome: "node(s) didn't satisfy existing pods anti-affinity rules",
  noFeature: "node(s) didn't match Pod's required features",
} as const

/** Of what a resource has too little; `cpu`. */
export function insufficient(resource: string): string {
  return `Insufficient ${resource}`
}

/** What keeps a pod from every node, by the names of what does. */
export const podSays = {
  gated: (gates: readonly string[]) => `waiting for scheduling gates: [${gates.join(' ')}]`,
  twoNames: () => 'pod affinity terms conflict',
  noClaim: (claim: string) => `persistentvolumeclaim "${claim}" not found`,
  claimToBeMade: (claim: string) =>
    `waiting for ephemeral volume controller to create the persistentvolumeclaim "${claim}"`,
  claimLost: (claim: string, volume: string) =>
    `persistentvolumeclaim "${claim}" bound to non-existent persistentvolume "${volume}"`,
  claimEnding: (claim: string) => `persistentvolumeclaim "${claim}" is being deleted`,
  claimOfOther: (claim: string, pod: string) => `PVC ${claim} was not created for pod ${pod} (pod is not owner)`,
  claimUnbound: () => 'pod has unbound immediate PersistentVolumeClaims',
  noVolume: (volume: string) => `persistentvolume "${volume}" not found`,
} as const
