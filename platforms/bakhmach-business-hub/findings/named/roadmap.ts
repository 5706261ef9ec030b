import type { Named } from '../../../findings/entry.ts'

export const roadmap: readonly Named[] = [
  {
    id: 'C202',
    fault: 'no step deploys the databases or the cache',
    certainty: 'certain',
    lines: [[293, 312]],
    why: 'that a task sets up everything is not asked',
  },
  {
    id: 'C203',
    fault: 'services before their stores',
    certainty: 'likely',
    lines: [[301, 305]],
    why: 'in which order tasks set up what calls what is not asked',
  },
  {
    id: 'C204',
    fault: 'nothing sets up backups',
    certainty: 'certain',
    lines: [[291, 319]],
    why: 'that a task sets up everything is not asked',
  },
  {
    id: 'C205',
    fault: 'nothing sets up the second region',
    certainty: 'certain',
    lines: [183, 227, 294, 315],
    why: 'that a task sets up everything is not asked',
  },
  {
    id: 'C206',
    fault: 'nothing sets up CI/CD',
    certainty: 'certain',
    lines: [
      [264, 289],
      [293, 319],
    ],
    why: 'that a task sets up everything is not asked',
  },
  {
    id: 'C207',
    fault: 'nothing sets up secrets, Keycloak, MFA, RBAC, WAF, network policies or autoscaling',
    certainty: 'certain',
    lines: [
      [122, 155],
      [186, 208],
      [293, 319],
    ],
    why: 'that a task sets up everything is not asked',
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
