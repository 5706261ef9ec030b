import type { Entry } from '../../findings/entry.ts'

export const roadmap: readonly Entry[] = [
  {
    id: 'C200',
    fault: 'READY FOR PRODUCTION with nothing done',
    certainty: 'certain',
    lines: [[294, 319], 326],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/roadmap',
        rule: 'tasks',
        cause: 'open-tasks/bakhmach-business-hub',
        shows: ['20 of 20 tasks are open, and the document says it is ready for production'],
      },
    ],
  },
  {
    id: 'C201',
    fault: 'document stale against its own rhythm',
    certainty: 'likely',
    lines: [288, [323, 324]],
    found: [
      {
        verdict: 'reviewed/bakhmach-business-hub/document',
        unsaid: 'review',
        shows: ['nobody says when DevOps Team looks at it again'],
      },
    ],
  },
  {
    id: 'C202',
    fault: 'no step deploys the databases or the cache',
    certainty: 'certain',
    lines: [[293, 312]],
    found: [{ verdict: 'ready/bakhmach-business-hub/roadmap', unsaid: 'left', shows: ['mongodb', 'redis'] }],
  },
  {
    id: 'C204',
    fault: 'nothing sets up backups',
    certainty: 'certain',
    lines: [[291, 319]],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/roadmap',
        unsaid: 'left',
        shows: ['no task takes copies of: mongodb, postgresql'],
      },
    ],
  },
  {
    id: 'C205',
    fault: 'nothing sets up the second region',
    certainty: 'certain',
    lines: [183, 227, 294, 315],
    found: [{ verdict: 'ready/bakhmach-business-hub/roadmap', unsaid: 'left', shows: ['the cluster secondary'] }],
  },
  {
    id: 'C206',
    fault: 'nothing sets up CI/CD',
    certainty: 'certain',
    lines: [
      [264, 289],
      [293, 319],
    ],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/roadmap',
        unsaid: 'left',
        shows: ['no task is of the pipeline: automated-deployment'],
      },
    ],
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
    found: [{ verdict: 'ready/bakhmach-business-hub/roadmap', unsaid: 'left', shows: ['keycloak'] }],
  },
]
