import type { Named } from '../../../findings/entry.ts'

export const roadmap: readonly Named[] = [
  {
    id: 'C203',
    fault: 'services before their stores',
    certainty: 'likely',
    lines: [[301, 305]],
    why: 'in which order tasks set up what calls what is not asked; that no task sets up some stores is found beside',
  },
  {
    id: 'C208',
    fault: 'core business services and all 6 context services overlap',
    certainty: 'likely',
    lines: [303, 308, 37],
    why: 'which services are the core is not said',
  },
  {
    id: 'C209',
    fault: 'two weeks of services without alerts',
    certainty: 'interpretation',
    lines: [297, [301, 305], 312],
    why: 'in which order tasks set up what watches is not asked',
  },
  {
    id: 'C210',
    fault: 'security audit last, without time to mend',
    certainty: 'likely',
    lines: [[314, 319]],
    why: 'how long findings take to be mended is not said',
  },
  {
    id: 'C211',
    fault: 'no go-live step, cut-over or acceptance',
    certainty: 'interpretation',
    lines: [[314, 319]],
    why: 'whether somebody decides on the beginning is not declared',
  },
  {
    id: 'C212',
    fault: 'no responsible persons',
    certainty: 'likely',
    lines: [325, 319],
    why: 'whom a task is given to is not declared',
  },
]
