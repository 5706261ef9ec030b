import type { Named } from '../../../findings/entry.ts'

export const monitoring: readonly Named[] = [
  {
    id: 'C216',
    fault: 'index lag, RPC health and gas balance aren’t metrics',
    certainty: 'likely',
    lines: [66, 739, 812],
    why: 'which figures of an outside ledger matter is knowledge of one product',
  },
  {
    id: 'C219',
    fault: 'cache, object storage, and ingress have no metrics',
    certainty: 'interpretation',
    lines: [518, [568, 570], [735, 739]],
    why: 'that of some component no metric is named at all is not asked',
  },
  {
    id: 'C220',
    fault: 'alert at 80% utilisation beside an autoscaler target of 80%',
    certainty: 'interpretation',
    lines: [526, 736],
    why: 'that an alert and an autoscaler look at one figure is not asked',
  },
  {
    id: 'C222',
    fault: 'security alert at more than 10 failures per hour',
    certainty: 'likely',
    lines: [738, 749, 779],
    why: 'what a number of events is counted over is said nowhere',
  },
  {
    id: 'C225',
    fault: 'synthetic monitoring, uptime monitoring, SIEM: named and not in the stack',
    certainty: 'certain',
    lines: [[671, 702], 779, 826, 829],
    why: 'that nobody is said to probe page loads is asked (`stays/production/page-load-time`); that anything does uptime monitoring, or is a SIEM, is not: what an availability is learned by, and with what a break-in is looked into, is declared nowhere',
  },
  {
    id: 'C228',
    fault: 'monitoring sub-chart has only half of the stack',
    certainty: 'certain',
    lines: [237, [675, 693]],
    why: 'what no chart deploys is not asked: somebody may install it otherwise',
  },
  {
    id: 'C231',
    fault: '“Immediate” as response time',
    certainty: 'likely',
    lines: [745, 749],
    why: 'that no one can begin at once is a matter of people',
  },
  {
    id: 'C232',
    fault: 'every security event is P1',
    certainty: 'interpretation',
    lines: [749, [779, 783]],
    why: 'how grave each event is, is one word for all of them',
  },
]
