// Every reason that placing, preempting and losing nodes can give has a row that provokes it and stands in a session, in its
// words. The reasons are those of the engines' own tables and types: one more does not compile, or has no session.

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Untried } from '../src/engine/loss/every-order.ts'
import type { Doubt } from '../src/engine/loss/judge.ts'
import type { Outcome } from '../src/engine/loss/outcome.ts'
import type { Reason, Unmet } from '../src/engine/placement/reasons.ts'
import type { NobodyGoes } from '../src/engine/scheduling/scheduler.ts'
import { nodeSays, podSays } from '../src/engine/scheduling/scheduler-says.ts'
import type { unmodelledSays } from '../src/engine/scheduling/unmodelled-says.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const textOf = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n')

// Lines that were broken for their width are one again.
const oneLine = (text: string) => text.replaceAll(/\n {4,}(?=\S)/g, ' ').replaceAll(/ {2,}/g, ' ')
const sessions = {
  place: oneLine(textOf('tests/cli/place*.md')),
  sweep: oneLine(textOf('tests/cli/sweep*.md')),
  check: oneLine(textOf('tests/cli/{check,explain}*.md')),
}
const rows = {
  scheduling: textOf('src/engine/scheduling/*.test.ts'),
  unmodelled: textOf('src/engine/{scheduling,placement}/*.test.ts'),
  preempt: readFileSync(`${root}/src/engine/scheduling/preempt.test.ts`, 'utf8'),
  loss: textOf('src/engine/loss/*.test.ts'),
  placement: textOf('src/engine/placement/*.test.ts'),
}

type Shown = readonly [row: string | RegExp, session: RegExp]
type Rows = keyof typeof rows
type Sessions = keyof typeof sessions

function holds(kind: string, reasons: { readonly [reason: string]: Shown }, at: Rows, shown: Sessions): void {
  for (const [reason, [row, session]] of Object.entries(reasons))
    test(`${kind}: ${reason}`, () => {
      assert.ok(typeof row === 'string' ? rows[at].includes(row) : row.test(rows[at]), `no row provokes ${reason}`)
      assert.match(sessions[shown], session)
    })
}

const ofNodes: { readonly [S in keyof typeof nodeSays]: RegExp } = {
  cordoned: / is cordoned/,
  otherName: / is not n1, which the pod names/,
  tainted: /has the taint dedicated=db:NoSchedule, which the pod does not tolerate/,
  notSelected: /lacks the label disk=ssd/,
  notNamed: / is not n9/,
  portTaken: /holds db: host port 8080\/TCP/,
  tooManyPods: /has no pod slot left/,
  diskTaken: /holds a pod with a disk that the pod mounts too/,
  claimTaken: /a claim of the pod is for one pod only, and another has it/,
  tooManyVolumes: /attaches no more volumes of disk.example.com, and the pod has 1/,
  volumeAway: /has no volume elsewhere, which stays on n9/,
  volumeGone: /a claim of the pod is bound to a volume that is gone/,
  noVolume: /no volume for a claim of the pod is there, or can be made there/,
  noSpace: /no space for a volume that the pod claims/,
  otherZone: /a volume of the pod lies in another zone/,
  tooSkewed: /one more goes beyond maxSkew 1/,
  notSpreadOver:
    /lacks the label topology.kubernetes.io\/zone, over which the pods are spread|lacks the label over which/,
  noCompany: /holds no pod that the required affinity on kubernetes.io\/hostname asks for/,
  badCompany: /holds db: required anti-affinity on kubernetes.io\/hostname/,
  unwelcome: /shop\/shunned: no place[^✗]* holds db: required anti-affinity/,
  noFeature: /its kubelet declares no feature that the pod needs/,
}
holds(
  'the scheduler of a node',
  Object.fromEntries(
    Object.entries(ofNodes).map(([key, shown]) => [key, [nodeSays[key as keyof typeof nodeSays], shown]]),
  ),
  'scheduling',
  'place',
)

const ofPods: { readonly [S in keyof typeof podSays]: Shown } = {
  gated: [/waiting for scheduling gates: \[/, /waiting for scheduling gates: \[example.com\/later\]/],
  twoNames: [podSays.twoNames(), /the pod names two nodes at once/],
  noClaim: [/persistentvolumeclaim "\w+" not found/, /persistentvolumeclaim "missing" not found/],
  claimToBeMade: [
    /waiting for ephemeral volume controller to create/,
    /waiting for ephemeral volume controller to create the persistentvolumeclaim "awaiting-data"/,
  ],
  claimLost: [
    /bound to non-existent persistentvolume "/,
    /persistentvolumeclaim "lost" bound to non-existent persistentvolume "lost"/,
  ],
  claimEnding: [/persistentvolumeclaim "\w+" is being deleted/, /persistentvolumeclaim "ending" is being deleted/],
  claimOfOther: [
    /was not created for pod \S+ \(pod is not owner\)/,
    /PVC shop\/foreign-data was not created for pod shop\/foreign \(pod is not owner\)/,
  ],
  claimUnbound: [podSays.claimUnbound(), /a claim of the pod is not bound yet/],
  noVolume: [/persistentvolume "\w+" not found/, /persistentvolume "gone" not found/],
}
holds('the scheduler of a pod', ofPods, 'scheduling', 'place')

// What the proofs do not follow is told by `sweep`, what the scheduler's filters do not follow by `place`.
const inPlace = {
  devices: ['dynamic resource allocation (spec.resourceClaims)', /not modelled: dynamic resource allocation/],
  podGroup: ['pod groups (spec.schedulingGroup)', /not modelled: pod groups/],
  scheduler: [/the scheduler \w+ \(spec.schedulerName\)/, /not modelled: the scheduler batch/],
  amounts: ['amounts beyond 2^53', /not modelled: amounts beyond 2\^53/],
  deviceClass: [
    /example\S+ by a DeviceClass/,
    /not modelled: deviceclass.resource.kubernetes.io\/gpu by a DeviceClass/,
  ],
  strayClaim: [
    'a claim that was not made for the pod that uses it',
    /not modelled: a claim that was not made for the pod/,
  ],
} as const
const inSweep = {
  gates: ['says.gates()', /not modelled: scheduling gates/],
  feature: [/says.feature\('\w+'\)/, /not modelled: the feature \w+ of a kubelet/],
  disk: [/says.disk\('\w+'\)/, /not modelled: disks that a node mounts once \(spec.volumes: gcePersistentDisk\)/],
  single: [/says.single\('\w+'\)/, /not modelled: the claim single for one pod only \(ReadWriteOncePod\)/],
  zoneLabel: [/says.zoneLabel\('\w+'\)/, /not modelled: the label that says where the volume zoned lies/],
} as const
const all: { readonly [S in keyof typeof unmodelledSays]: Shown } = { ...inPlace, ...inSweep }
holds(
  'not modelled',
  Object.fromEntries(Object.keys(inPlace).map((key) => [key, all[key as keyof typeof all]])),
  'unmodelled',
  'place',
)
holds('not modelled', inSweep, 'unmodelled', 'sweep')

// The question whether pods can be placed, and the promise that a lost node is survived, say it each in their words.
holds(
  'not modelled',
  {
    placed: [
      'says.gates()',
      /nobody can tell where pods of \w+ can stand: they use what is not modelled: scheduling gates/,
    ],
    survives: [
      /says.scheduler\('\w+'\)/,
      /without n1, nobody can tell where the pod of elsewhere can stand: it uses what is not modelled: the scheduler batch/,
    ],
  },
  'placement',
  'check',
)

const nobody: { readonly [N in NobodyGoes]: Shown } = {
  // The pod's place, the reason of the pod itself, and what it uses are told of nodes: no line of their own is due.
  fits: [/'fits'/, /room for one/],
  nowhere: [/'nowhere'/, /waiting for scheduling gates/],
  unknown: [/'unknown'/, /nobody can tell/],
  never: [/'never'/, /makes nobody go: its preemptionPolicy is Never/],
  ending: [/'ending'/, /waits: pods that it made go are still ending on the node that is kept for it/],
  final: [/'final'/, /makes nobody go: what keeps it from each node is no pod of lower priority/],
  'no lower': [/'no lower'/, /makes nobody go: no pod of lower priority stands where one less would help/],
  'not enough': [/'not enough'/, /makes nobody go: it would find no place though all pods of lower priority went/],
}
holds('preemption', nobody, 'preempt', 'place')
holds(
  'preemption',
  {
    'who goes': [
      'n1: shop/a shop/b',
      /no place unless others go [^✗]*goes before lower priority: on n1 shop\/report would go/,
    ],
    'beyond a budget': ['(1 beyond)', /on n2 shop\/guarded would go, beyond what its disruption budget allows/],
  },
  'preempt',
  'place',
)

const doubts: { readonly [D in Doubt]: RegExp } = {
  volume: /perhaps no place \S+: its volume may be tied to what is lost/,
  near: /perhaps no place \S+: it must stand near pods that may be gone too/,
  spread: /perhaps no place \S+: its spread rule leaves it some of the nodes/,
  room: /perhaps no place \S+: other pods may fill all nodes that are left/,
  apart: /perhaps no place \S+: pods that it keeps apart from may stand on all nodes that are left/,
  outranked: /perhaps no place \S+: pods of higher priority may take its place/,
  unmodelled: /perhaps no place \S+: it uses what is not modelled/,
}
const cannot: { readonly [P in Outcome['proofs'][number]['by']]: RegExp } = {
  'no node': /no place [^:]+: no node that is left takes them/,
  volume: /no place [^:]+: the volume is tied to what is lost/,
  apart: /no place [^:]+: those that they keep apart from stay everywhere else/,
  room: /no place [^:]+: what stays leaves too little room/,
  spread: /no place [^:]+: a domain that the spread rule counts stays empty/,
  search: /no place [^:]+: none in any order/,
}
const must: { readonly [P in keyof Outcome['must']]-?: RegExp } = {
  requests: /that pods have a place is shown by what all others ask for/,
  shares: /that pods have a place is shown by the shares of nodes that all others take/,
  count: /that pods have a place is shown[^\n]* by how many pods fill a node/,
  search: /that pods have a place is shown[^\n]* by every order, tried/,
}
const untried: { readonly [U in Untried]: RegExp } = {
  nodes: /not every order was tried: there are more than 12 nodes/,
  pods: /not every order was tried: more than 12 pods look for a node/,
  'pods anywhere': /not every order was tried: there are more than 8 pods, and nothing shows\s+where they run/,
  priorities: /not every order was tried: pods differ in priority/,
  volumes: /not every order was tried: volumes are tied to nodes or zones/,
  taken: /not every order was tried: what others take on a lost node, by an estimate,\s+may come\s+after its pods/,
  unmodelled: /not every order was tried: pods use what is not modelled/,
  states: /not every order was tried: pods may stand in more than 20,000 ways/,
}
const byRow = (words: string, of: { readonly [key: string]: RegExp }): { readonly [key: string]: Shown } =>
  Object.fromEntries(Object.entries(of).map(([key, shown]) => [key, [`${words} ${key}`, shown]]))
holds('perhaps no place', byRow('for', doubts), 'loss', 'sweep')
holds('certainly no place', byRow('cannot, by', cannot), 'loss', 'sweep')
holds('certainly a place', byRow('must, by', must), 'loss', 'sweep')
holds('not tried', byRow('untried for', untried), 'loss', 'sweep')

const outcomes: {
  readonly [K in 'lost' | 'may' | 'short' | 'preempted' | 'waiting' | 'filters' | 'scheduler']: Shown
} = {
  lost: [/'lost'/, /lost for good/],
  may: ['may, for room: api to n2', /no place in some order/],
  short: ['without 1', /no place at least 2 of 6 pods of shop\/crowd/],
  preempted: [/preempted/, /may be preempted 7 workloads of lower priority/],
  waiting: [/'waiting'/, /away until fenced[^✗]*away until moved/],
  filters: [
    /filters/,
    /no place in some order [^:]+: [^;\n]+; no order of choices that kube-scheduler finds best was found/,
  ],
  scheduler: [/by: 'scheduler'/, /no place in some order [^:]+: other pods may fill all nodes that are left\n/],
}
holds('what is left', outcomes, 'loss', 'sweep')

const filters: { readonly [F in Exclude<Reason['filter'], 'NodeLost'>]: RegExp } = {
  NodeName: /which the pod names/,
  NodeAffinity: /lacks the label/,
  TaintToleration: /has the taint/,
  NodePorts: /host port/,
  NodeResourcesFit: /has room for \d\S*( cores?)?, and the pod asks for/,
  NodeVolumeLimits: /attaches (no|1) more volumes? of/,
  VolumeBinding: /has no volume \S+, which stays on/,
  InterPodAffinity: /required anti-affinity on/,
  PodTopologySpread: /goes beyond maxSkew/,
}
const operators: { readonly [O in Unmet['operator']]: Shown } = {
  In: [/operator: 'In'/, /has the label \S+=a, not b/],
  NotIn: [/operator: 'NotIn'/, /has the label disk=hdd, which is ruled out/],
  Exists: [/operator: 'Exists'/, /lacks the label gpu\s/],
  DoesNotExist: [/operator: 'DoesNotExist'/, /has the label spot, which is ruled out/],
  Gt: [/operator: 'Gt'/, /has the label cores=4, not above 8/],
  Lt: [/operator: 'Lt'/, /has the label cores=4, not below 2/],
}
holds(
  'a filter',
  Object.fromEntries(Object.entries(filters).map(([key, shown]) => [key, [shown, shown]])),
  'placement',
  'place',
)
holds('a requirement on a node', operators, 'placement', 'place')
