// The scheduler's sentences, which it counts nodes by, as sentences about one node.

import { nodeSays, podSays } from '../../engine/scheduling/scheduler-says.ts'

const words: { readonly [S in keyof typeof nodeSays]: string } = {
  cordoned: 'is cordoned',
  otherName: 'is not the node that the pod names',
  tainted: 'has a taint that the pod does not tolerate',
  notSelected: 'is not among the nodes that the pod selects',
  notNamed: 'is not among the nodes that the pod names',
  portTaken: 'holds a host port that the pod asks for',
  tooManyPods: 'has no pod slot left',
  diskTaken: 'holds a pod with a disk that the pod mounts too',
  claimTaken: 'a claim of the pod is for one pod only, and another has it',
  tooManyVolumes: 'attaches no more volumes',
  volumeAway: 'a volume of the pod cannot be reached from there',
  volumeGone: 'a claim of the pod is bound to a volume that is gone',
  noVolume: 'no volume for a claim of the pod is there, or can be made there',
  noSpace: 'no space for a volume that the pod claims',
  otherZone: 'a volume of the pod lies in another zone',
  tooSkewed: 'one more pod there goes beyond maxSkew',
  notSpreadOver: 'lacks the label over which the pods are spread',
  noCompany: 'has no company that the pod requires',
  badCompany: 'holds company that the pod rules out',
  unwelcome: 'holds a pod that rules this one out',
  noFeature: 'its kubelet declares no feature that the pod needs',
}

const keys = Object.keys(nodeSays) as readonly (keyof typeof nodeSays)[]
const sentences: ReadonlyMap<string, string> = new Map([
  ...keys.map((key) => [nodeSays[key], words[key]] as const),
  [podSays.twoNames(), 'the pod names two nodes at once'],
  [podSays.claimUnbound(), 'a claim of the pod is not bound yet'],
])

/** What stands in no row names its claim, volume or gate, and is said as it is. */
export function sayOfNode(reason: string): string {
  return sentences.get(reason) ?? reason.replace(/^Insufficient (.*)$/, 'has not enough $1 left')
}
