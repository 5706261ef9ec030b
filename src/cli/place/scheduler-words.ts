// The scheduler's sentences, which it counts nodes by, as sentences about one node.

const sentences: ReadonlyMap<string, string> = new Map([
  ['node(s) were unschedulable', 'is cordoned'],
  ["node(s) didn't match the requested node name", 'is not the node that the pod names'],
  ['node(s) had untolerated taint(s)', 'has a taint that the pod does not tolerate'],
  ["node(s) didn't match Pod's node affinity/selector", 'is not among the nodes that the pod selects'],
  ["node(s) didn't satisfy plugin(s) [NodeAffinity]", 'is not among the nodes that the pod names'],
  ['pod affinity terms conflict', 'the pod names two nodes at once'],
  ["node(s) didn't have free ports for the requested pod ports", 'holds a host port that the pod asks for'],
  ['Too many pods', 'has no pod slot left'],
  ['node(s) had no available disk', 'holds a pod with a disk that the pod mounts too'],
  [
    'node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod',
    'a claim of the pod is for one pod only, and another has it',
  ],
  ['node(s) exceed max volume count', 'attaches no more volumes'],
  ['pod has unbound immediate PersistentVolumeClaims', 'a claim of the pod is not bound yet'],
  ["node(s) didn't match PersistentVolume's node affinity", 'a volume of the pod cannot be reached from there'],
  [
    "node(s) didn't find available persistent volumes to bind",
    'no volume for a claim of the pod is there, or can be made there',
  ],
  ['node(s) did not have enough free storage', 'no space for a volume that the pod claims'],
  [
    'node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)',
    'a claim of the pod is bound to a volume that is gone',
  ],
  ['node(s) had no available volume zone', 'a volume of the pod lies in another zone'],
  ["node(s) didn't match pod topology spread constraints", 'one more pod there goes beyond maxSkew'],
  [
    "node(s) didn't match pod topology spread constraints (missing required label)",
    'lacks the label over which the pods are spread',
  ],
  ["node(s) didn't match pod affinity rules", 'has no company that the pod requires'],
  ["node(s) didn't match pod anti-affinity rules", 'holds company that the pod rules out'],
  ["node(s) didn't satisfy existing pods anti-affinity rules", 'holds a pod that rules this one out'],
  ["node(s) didn't match Pod's required features", 'its kubelet declares no feature that the pod needs'],
])

/** What stands in no row names its claim, volume or gate, and is said as it is. */
export function sayOfNode(reason: string): string {
  return sentences.get(reason) ?? reason.replace(/^Insufficient (.*)$/, 'has not enough $1 left')
}
