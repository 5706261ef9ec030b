// Of questions on pods that go and others that come: drains, rollouts, starts.

import { type Explanations, nodes, workloads } from './explanation.ts'

export const explainedDisruption: Explanations = {
  drains: {
    reads: `disruption budgets, the pods that they select and how many there are, autoscalers, and ${nodes}`,
    broken:
      'a budget allows no eviction when all is well, or cannot be counted; two budgets cover a pod; or pods of one node have no other place',
    open: 'nodes that nobody says, room that others may take, a number that an autoscaler moves, and what owns pods',
    absent: 'no budget covers {name}, so there is nothing to judge: its pods may be evicted at any time',
    confirm: 'kubectl -n {namespace} get pdb -o custom-columns=NAME:.metadata.name,ALLOWED:.status.disruptionsAllowed',
  },
  finishes: {
    reads: `the strategy of Deployments, anti-affinity, host ports and claims of their pods, quotas, ${nodes}, and what a snapshot shows to be under way`,
    broken:
      'no old pod may go first, and a new one has no place beside the old ones; or a ReplicaSet notes another number of replicas than its Deployment has',
    open: 'nodes that nobody says, what may add nodes, and a member that is not ready and of an older template',
    absent: '{name} is no Deployment with pods, and others replace theirs one by one',
    confirm: 'kubectl -n {namespace} rollout status deployment/{name} --timeout=5m',
    kinds: ['Deployment'],
  },
  'keeps-rows': {
    reads: 'disruption budgets over stores, and how the members of each follow one another',
    broken: 'what a budget lets go takes rows with it that no other member has, or leaves no majority',
    open: 'how members follow each other where nobody says',
    absent: 'no budget covers several members of {name} of which somebody says how they follow each other',
    confirm: 'kubectl -n {namespace} get pdb -o custom-columns=NAME:.metadata.name,ALLOWED:.status.disruptionsAllowed',
  },
  probed: {
    reads:
      'promises of an availability in production and of rollouts, and readiness probes of Deployments that are called',
    broken: 'nothing',
    open: 'Deployments without a readiness probe, and health checks of which nobody says what they decide',
    absent: 'no availability of production and no rollout is promised of {name}, or nothing calls it',
    confirm: 'kubectl -n {namespace} get deployment {name} -o jsonpath={..readinessProbe}',
    kinds: ['Deployment'],
  },
  quorum: {
    reads: `the members of stores that elect, their number, anti-affinity and spread, how many copies topics want in step, and ${nodes}`,
    broken: 'one node that is lost certainly takes the majority, or a topic wants all of its copies in step',
    open: 'where the scheduler puts members that no rule keeps apart',
    absent: 'nothing shows that members of {name} elect',
    confirm: 'kubectl -n {namespace} get pods -o wide',
  },
  starts: {
    reads: 'how long somebody says that a start takes, probes, and the progress deadline of Deployments',
    broken: 'a probe ends what is still starting, or a rollout counts as failed before a new pod is ready',
    open: 'the time that a start takes, and what a program answers before it is ready',
    absent: 'nobody says how long a start of {name} takes, or nothing waits for it',
    confirm: 'kubectl -n {namespace} get events --field-selector reason=Unhealthy',
    kinds: workloads,
  },
}
