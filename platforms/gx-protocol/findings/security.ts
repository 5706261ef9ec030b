import { completesTheStatefulSet, marksExcerpts, startsAsTheUserOfItsImage } from '../corrections.ts'
import type { Entry } from './entry.ts'

const database = 'admitted/mainnet/StatefulSet/postgres/shown'

// What each excerpt of a Deployment leaves out that the API server wants.
const shownInPart = {
  'outbox-submitter': 'spec.selector, spec.template.spec.containers are missing',
  projector: 'spec.selector, spec.template are missing',
  'svc-identity': 'spec.selector, spec.template.spec.containers are missing',
  'api-gateway': 'spec.selector, spec.template are missing',
} as const

export const security: readonly Entry[] = [
  {
    id: 'C32',
    fault: 'the StatefulSet has no selector, no labels, no mount',
    found: [
      {
        verdict: database,
        rule: 'incomplete',
        cause: 'incomplete/StatefulSet/backend-mainnet/postgres',
        shows: ['the API server refuses it: spec.selector is missing'],
      },
      {
        verdict: database,
        rule: 'unlabelled',
        cause: 'unlabelled/StatefulSet/backend-mainnet/postgres',
        shows: ['its pods have no labels', 'podAntiAffinity: app=postgres', 'budget postgres-pdb: app=postgres'],
      },
      {
        verdict: database,
        rule: 'unmounted',
        cause: 'unmounted/StatefulSet/backend-mainnet/postgres',
        shows: ['no container mounts postgres-data'],
      },
    ],
    by: [completesTheStatefulSet],
    ends: { [database]: 'kept' },
  },
  {
    id: 'C33',
    fault: 'five Deployment manifests cannot be applied',
    found: Object.entries(shownInPart).map(([name, missing]) => ({
      verdict: `admitted/mainnet/Deployment/${name}/shown`,
      rule: 'incomplete',
      cause: `incomplete/Deployment/backend-mainnet/${name}`,
      shows: [missing],
    })),
    by: [marksExcerpts],
    ends: Object.fromEntries(
      Object.keys(shownInPart).map((name) => [`admitted/mainnet/Deployment/${name}/shown`, 'kept' as const]),
    ),
  },
  {
    id: 'C80',
    fault: 'not root, with an image that starts as root',
    found: ['mainnet', 'testnet'].map((environment) => ({
      verdict: `runs-as/${environment}/postgres`,
      rule: 'user',
      cause: `starts-as-root/${environment}/postgres`,
      shows: ['no runAsUser is said, and postgres:15-alpine starts as root', 'it serves as 70 only later'],
    })),
    by: [startsAsTheUserOfItsImage],
    ends: { 'runs-as/mainnet/postgres': 'kept', 'runs-as/testnet/postgres': 'kept' },
  },
]
