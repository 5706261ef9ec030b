import type { Named } from '../../../findings/entry.ts'

export const growth: readonly Named[] = [
  {
    id: 'C289',
    fault: 'growth passes the throughput target in five weeks',
    certainty: 'likely',
    lines: [828, 845],
    why: 'growth is not held against what is promised to be carried',
  },
  {
    id: 'C291',
    fault: '3-month lead time against autoscaling',
    certainty: 'likely',
    lines: [136, 210, 845],
    why: 'the time that ordering takes is not held against who changes the number of machines',
  },
  {
    id: 'C296',
    fault: 'current throughput measured by load testing',
    certainty: 'interpretation',
    lines: [828],
    why: 'by what a figure of today was learned is not declared',
  },
  {
    id: 'C295',
    fault: '100GB a month doesn’t fit 8,000 requests a minute',
    certainty: 'likely',
    lines: [828, 847],
    why: 'how large an answer is, is said nowhere',
  },
  {
    id: 'C299',
    fault: 'vertical scaling “Exponential cost increase”',
    certainty: 'likely',
    lines: [836],
    why: 'money is not declared',
  },
  {
    id: 'C300',
    fault: 'limits that are no limits',
    certainty: 'interpretation',
    lines: [836, 839],
    why: 'a limit without a figure is no promise',
  },
  {
    id: 'C301',
    fault: 'vertical scaling triggered by “Performance degradation” without mechanism',
    certainty: 'interpretation',
    lines: [836],
    why: 'who makes pods larger is not declared',
  },
  {
    id: 'C303',
    fault: 'load on the chain isn’t planned',
    certainty: 'likely',
    lines: [66, 737, [843, 848]],
    why: 'what an outside ledger takes from one customer is said nowhere',
  },
  {
    id: 'C304',
    fault: 'Redis memory isn’t planned',
    certainty: 'interpretation',
    lines: [518, [843, 848]],
    why: 'how much memory a store may fill is said nowhere',
  },
  {
    id: 'C305',
    fault: 'no runbook, DR plan, or on-call document among the resources',
    certainty: 'likely',
    lines: [
      [799, 815],
      [850, 888],
    ],
    why: 'links of a document are nothing that a platform declares',
  },
]
