// Of questions on environments and the clusters under them.

import type { Explanations } from './explanation.ts'

export const explainedEnvironments: Explanations = {
  'control-plane': {
    reads:
      'how many members the control plane of a cluster with production has, and distributions whose provider keeps it',
    broken: 'etcd has one member or two: the loss of one leaves no majority',
    open: 'how many there are, where nobody says',
    absent: 'no cluster with production is called {name}, or nobody says what its control plane is',
    confirm: 'kubectl get nodes --selector node-role.kubernetes.io/control-plane',
  },
  pools: {
    reads: 'how many machines each pool has and who changes their number, their family, zones and disks',
    broken:
      'a pool is fixed and has a range at once, or an autoscaler and one number, no machine of its family has so much memory for its cores, or it is to stand in zones of another region',
    open: 'how many there are, where nobody says; whose machines they are, where no one provider has those of all pools; disks that logs may fill',
    absent: 'no pool is called {name}',
    confirm: 'kubectl get nodes --show-labels',
  },
  provided: {
    reads: 'distributions of clusters and the provider that each stands with',
    broken: 'the distribution is a service of another provider',
    open: 'nothing',
    absent: '{name} names no provider, or a distribution that anybody may run',
    confirm: 'kubectl version',
  },
  rows: {
    reads:
      'whose rows an environment may hold, where they come from and what masks them, and the stores of other environments that it calls',
    broken: 'rows come in as they are that may lie there only masked, or a store with such rows is called',
    open: 'where rows come from and what masks them, where nobody says',
    absent: 'nobody says whose rows may lie in {name}',
    confirm: 'look at what fills its stores, and at the addresses that its pods are given',
  },
  'serves-both': {
    reads: 'environments that serve at the same time, and the stores that stand in both',
    broken: 'a store takes writes in one of them only, or in each without the other',
    open: 'whether what lies in a store is made again from elsewhere',
    absent: 'nothing serves beside {name}',
    confirm: 'write a row in one and look for it in the other',
  },
  'stands-by': {
    reads:
      'environments that wait to take over, on which clusters, how much of them stands, and what is set for each environment',
    broken:
      'both stand on one cluster, less or more stands than is said, or what is set for the one is not set for the other',
    open: 'nothing',
    absent: '{name} waits for no other',
    confirm: 'kubectl get deployments --namespace {namespace}',
  },
}
