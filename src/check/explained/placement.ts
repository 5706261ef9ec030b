// Of questions on where pods may stand, and what is left of them without a node or a zone.

import { type Explanations, nodes } from './explanation.ts'

export const explainedPlacement: Explanations = {
  apart: {
    reads:
      'promises of an availability in production, spread and anti-affinity of workloads with several pods, disruption budgets, and what takes nodes away',
    broken: 'nothing',
    open: 'pods of which one node may hold all, and those without a budget where nodes are taken away',
    absent: 'no availability of production is promised of {name}, or nothing in it has two pods',
    confirm: 'kubectl -n {namespace} get pods -o wide; kubectl -n {namespace} get pdb',
  },
  'host-ports': {
    reads: `ports of nodes that DaemonSets ask for, which nodes take their pods, and ${nodes}`,
    broken: 'two of them ask for one port of a node that takes both: one pod stays Pending',
    open: 'nothing',
    absent: 'no DaemonSet asks for the port {name}, or no file shows nodes',
    confirm: 'kubectl get pods --all-namespaces --field-selector=status.phase=Pending',
  },
  placed: {
    reads: `requests, node rules, tolerations, affinity, spread and volumes of pods, and ${nodes}`,
    broken: 'it is proven that some pod has no place, whatever else runs',
    open: 'pods that no file shows, volumes whose place nobody says, and nodes that may be added',
    absent: '{name} has no pods',
    confirm: 'kubectl -n {namespace} get pods --field-selector=status.phase=Pending',
  },
  'survives-node': {
    reads: `node rules, anti-affinity and volumes of workloads with several pods, what environments are said to be for, and ${nodes}`,
    broken:
      'one node alone takes all pods, or a whole environment that is for production; one volume ties them to it; pods that keep apart fill every node; or what keeps them apart finds no key or no pod',
    open: 'what may add nodes; room is another matter: seaworthy sweep',
    absent: '{name} has one pod or runs on every node, or fewer than two nodes are said',
    confirm: 'kubectl -n {namespace} get pods -o wide',
  },
  'survives-zone': {
    reads: `the zones of nodes, node rules, anti-affinity and volumes of workloads with several pods, and ${nodes}`,
    broken: 'one zone alone takes all pods or most voters, though no rule names it, or one volume ties them to it',
    open: 'what may add nodes, and where voters stand that no rule spreads',
    absent:
      '{name} has one pod, names its zone, or stands on one node at most (survives-node), or nodes of fewer than two zones are said',
    confirm: 'kubectl get nodes -L topology.kubernetes.io/zone',
  },
}
