// Every answer that the engine of capacity can give stands in a session, in its words: whether there is room, what of it is an
// estimate, and what may add nodes where there is none.

import type { nodeMakers } from '../src/engine/capacity/grows.ts'
import type { LossRoom } from '../src/engine/capacity/loss-room.ts'
import type { GroupLabel } from '../src/engine/capacity/node-groups.ts'
import type { Anywhere, PoolRoom } from '../src/engine/capacity/pool-room.ts'
import type { Room } from '../src/engine/capacity/room.ts'
import { type Reasons, reasonsShown } from './shown.ts'

const rows = 'src/engine/capacity/*.test.ts'

const fits: Reasons<`${PoolRoom['fits']}`> = {
  true: /~ 1 core of cpu requested ≤ 7\.2 cores free on the pool front/,
  false: /- 1 core of cpu requested > 800m free on the pool front/,
  undefined: /\? 2Gi of memory requested ≤ 32Gi free on the pool front; of 31Gi taken in the cluster as a whole/,
}
const pooled = { true: /\), \[true, \w+\]/, false: /fits\('\w+'\), \[false/, undefined: /fits\('\w+'\), \[undefined/ }
reasonsShown('room', fits, { rows, provokedBy: pooled })

const lost: Reasons<`${LossRoom['fits']}`> = {
  true: /without n1, 1\.4 cores ≤ 3\.6 cores free on the pool front/,
  false: /without n1, 4\.6 cores > 400m free on the pool front/,
  undefined: /without n1, 1 core to 4\.5 cores against 4 cores free on the pool front/,
}
const after = { true: /\), \[true, true\]/, false: /\[undefined, false\]/, undefined: /\[true, undefined\]/ }
reasonsShown('room after a loss', lost, { rows, provokedBy: after })

const terms: Reasons<'tied' | 'neighbours' | ('neededAtMost' & keyof LossRoom)> = {
  tied: /requested − 1 × 3\.5 cores of ledger tied to the lost node = 1 core/,
  neighbours: /neighbours 3\.6 cores taken on n1 \(90%\)/,
  neededAtMost: /at most 4\.5 cores, where fewer pods than that are tied to it/,
}
reasonsShown('term of a loss', terms, {
  rows,
  provokedBy: { tied: /room\.tied\.map/, neighbours: /room\.neighbours/, neededAtMost: /room\.neededAtMost/ },
})

const somewhere: Reasons<Exclude<keyof Anywhere, 'taken'>> = {
  most: [
    /of 2 cores taken in the cluster as a whole at most 2 cores may stand here/,
    /without n1, 1 core \+ at most 2 cores taken somewhere ≤ 4 cores free/,
  ],
  least: [/15Gi to 31Gi may stand here/, /without n1, 2Gi \+ at least 15Gi taken somewhere > 16Gi of memory free/],
}
reasonsShown('taken somewhere', somewhere, { rows, provokedBy: { most: /fits\('8Gi'\)/, least: /fits\('29Gi'\)/ } })

const counted: Reasons<'taken' | 'free' | ('assumes' & keyof Room)> = {
  taken:
    /31Gi of memory is said to be taken in somewhere as a whole, by no node: what is left for \S+ cannot be counted/,
  free: /~ 7\.2 cores free on the pool front − 1 core requested = 6\.2 cores, as stated/,
  assumes: /assuming that no more is taken than somebody estimated: n1 400m \(10%\)/,
}
reasonsShown('counted room', counted, {
  rows,
  provokedBy: { taken: /nobody knows what part of it is taken there/, free: /cpu\.free/, assumes: /'taken\/shop'/ },
})

type Kind<M> = M extends `${string}/${infer K}` ? K : never
const makers: Reasons<Kind<(typeof nodeMakers)[number]> | 'cluster-autoscaler'> = {
  NodePool: /, NodePool west, /,
  Provisioner: /, Provisioner before, /,
  MachineDeployment: /, MachineDeployment workers, /,
  MachinePool: /, MachinePool spot, /,
  ClusterAutoscaler: /, ClusterAutoscaler default, /,
  MachineAutoscaler: /, MachineAutoscaler workers, /,
  'cluster-autoscaler': [
    /, Deployment cluster-autoscaler, /,
    /: chart cluster-autoscaler 9\.50\.1 of \S+ is not among/,
  ],
}
reasonsShown('what may add nodes', makers, {
  rows,
  sessions: '*more nodes*',
  provokedBy: { 'cluster-autoscaler': /'aws-cluster-autoscaler'/ },
})

const groups: Reasons<GroupLabel> = {
  'eks.amazonaws.com/nodegroup': /node group east of EKS/,
  'kubernetes.azure.com/agentpool': /node pool north of AKS/,
  'cloud.google.com/gke-nodepool': /node pool south of GKE/,
  'karpenter.sh/nodepool': /node pool west of Karpenter may add nodes that do/,
}
reasonsShown('a group of nodes', groups, { rows, sessions: '*more nodes*' })
