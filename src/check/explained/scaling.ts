// Of questions on how many pods, nodes and connections there may be, and on what grows.

import type { Explanations } from './explanation.ts'

export const explainedScaling: Explanations = {
  autoscaling: {
    reads:
      'what components and environments say of autoscalers, of single metrics and of the time between changes, and who serves metrics',
    broken:
      'single metrics have bounds or steps of their own, a time between changes is said, nothing serves a metric, it holds a time at what is promised of it, it begins outside its bounds, or nothing applies what is recommended and nobody looks at it',
    open: 'bounds or targets that nobody says, and what only the recommender of the cluster is told',
    absent: 'nothing is said of an autoscaler of {name}',
    confirm: 'kubectl -n {namespace} describe hpa {name}',
  },
  connections: {
    reads: 'how many connections each call holds open, autoscalers, and how many each member of a store takes',
    broken: 'all pods that there may be hold more than all members take',
    open: 'whether they spread over several members',
    absent: 'nobody says how many connections {name} takes, or how many its callers hold',
    confirm: 'SELECT count(*) FROM pg_stat_activity',
  },
  consumers: {
    reads: 'pods that share out the partitions of a broker, the most of them that there may be, and its topics',
    broken: 'there may be more pods than partitions of all topics together',
    open: 'nothing',
    absent: 'nobody says that {name} shares out partitions, or which topics the broker has',
    confirm: 'kafka-consumer-groups.sh --describe --group GROUP',
  },
  forecasts: {
    reads:
      'forecasts, the volumes and disks that a store lies on, alerts on what is used, and the day of the check (--at)',
    broken:
      'it is full before more can be had, or before what is ordered at the first alert is there, or grows by more than the budget holds',
    open: 'how much there is room for, how large its volume is, how long more takes, and in how long a budget may be spent',
    absent: 'no forecast is called {name}',
    confirm: 'look at what is used, on two days',
  },
  maxima: {
    reads: 'the most pods that autoscalers may ask for, what each requests, and all nodes that pools may have',
    broken: 'all of them together request more than all nodes have',
    open: 'nodes of which nobody says how large they are or how many there may be, and a maximum that nobody says',
    absent: 'no autoscaler stands on {name}',
    confirm: 'kubectl get hpa --all-namespaces; kubectl get nodes',
  },
  'node-scaling': {
    reads:
      'the autoscaler of nodes, the pools that it moves, how many pods autoscalers may add until a node is there, and what is requested with the fewest pods',
    broken: 'each pool has one number, so that there is nothing it may change',
    open: 'clusters of which nobody says between which numbers it moves nodes, pods that may wait for a node, and nodes that may never go',
    absent: 'nobody says anything of an autoscaler of nodes of {name}',
    confirm: 'kubectl -n kube-system get configmap cluster-autoscaler-status -o yaml',
  },
  scales: {
    reads: 'autoscalers of all kinds, what they measure, the requests of containers, and quotas',
    broken: 'two autoscalers want one workload, nothing is there to measure, or a quota ends before the maximum',
    open: 'requests that others may set',
    absent: 'no autoscaler names {name}',
    confirm: 'kubectl -n {namespace} describe hpa',
  },
}
