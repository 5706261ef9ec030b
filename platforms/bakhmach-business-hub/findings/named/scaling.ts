import type { Named } from '../../../findings/entry.ts'

export const scaling: readonly Named[] = [
  {
    id: 'C141',
    fault: 'VPA Auto is not a rolling restart',
    certainty: 'likely',
    lines: [199],
    why: 'what a change of requests takes down is weighed where a budget is declared',
  },
  {
    id: 'C142',
    fault: 'weekly recommendation contradicts Auto mode',
    certainty: 'likely',
    lines: [[198, 200]],
    why: 'somebody is taken to look at what is recommended',
  },
  {
    id: 'C143',
    fault: '24-hour history misses the week',
    certainty: 'likely',
    lines: [198, 200],
    why: 'how far back a recommendation has to look is not asked',
  },
  {
    id: 'C145',
    fault: 'scale-up in 30 seconds cannot be kept',
    certainty: 'likely',
    lines: [193, 205, 238],
    why: 'the time is transcribed as the window that an autoscaler has',
  },
  {
    id: 'C146',
    fault: 'node target utilisation is not a cluster autoscaler control',
    certainty: 'likely',
    lines: [203],
    why: 'what holds nodes at a share is not asked',
  },
  {
    id: 'C147',
    fault: 'node scale-up of 1–2 minutes is optimistic and unbacked',
    certainty: 'interpretation',
    lines: [205],
    why: 'how long a node takes is an estimate, and its own',
  },
  {
    id: 'C148',
    fault: 'memory-based scaling of JVM and TensorFlow services',
    certainty: 'likely',
    lines: [38, 40, 190],
    why: 'how memory of a framework behaves is not declared',
  },
  {
    id: 'C149',
    fault: 'one HPA setting for eight unlike services',
    certainty: 'interpretation',
    lines: [[189, 195]],
    why: 'one setting for many is no contradiction',
  },
  {
    id: 'C151',
    fault: 'cloud quotas not treated',
    certainty: 'interpretation',
    lines: [206],
    why: 'quotas of a provider are not declared',
  },
]
