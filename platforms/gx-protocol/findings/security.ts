import type { Entry } from '../../findings/entry.ts'
import {
  callsMainnetMainnet,
  callsTheAuditTableOneName,
  completesTheStatefulSet,
  keepsSecretsInVault,
  marksExcerpts,
  mayOnlyExec,
  namesTheDigest,
  startsAsTheUserOfItsImage,
  writesAnAuditLog,
} from '../corrections.ts'

const least = 'accounts/mainnet/leastPrivilege'
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
    id: 'C48',
    fault: 'one environment, two values of one label',
    found: [
      {
        verdict: 'sharesLabel/fabric/environment',
        rule: 'shared',
        cause: 'label-values/environment/fabric/mainnet',
        shows: ['environment=production: finds backend-mainnet only', 'environment=mainnet: finds fabric only'],
      },
    ],
    by: [callsMainnetMainnet],
    ends: { 'sharesLabel/fabric/environment': 'kept' },
  },
  {
    id: 'C69',
    fault: 'the role of the backup is wider than its use',
    found: ['create-pods', 'list-pods/exec'].map((permission) => ({
      verdict: least,
      rule: 'unused',
      cause: `unused-permission/Role/backend-mainnet/postgres-backup-role/${permission}`,
      shows:
        permission === 'create-pods'
          ? [
              'may create pods (Role backend-mainnet/postgres-backup-role',
              'nothing shows that postgres-backup needs to',
              'starts: any pod of backend-mainnet, with any Secret mounted and as any account',
              'Secrets: postgres-secrets, redis-secrets',
            ]
          : ['may list pods/exec'],
    })),
    by: [mayOnlyExec],
    ends: { [least]: ['dumps-by-exec/gx-protocol-cluster/backend-mainnet/postgres-backup'] },
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
  {
    id: 'C81',
    fault: 'two answers on where Secrets are kept, and neither hides them',
    found: [
      ...['postgres-secrets', 'redis-secrets'].map((name) => ({
        verdict: 'secrets/mainnet/keptOutside',
        rule: 'inside',
        cause: `kept-inside/Secret/backend-mainnet/${name}`,
        shows: [`backend-mainnet/${name} is kept in the cluster alone, put there by hand`],
      })),
      {
        verdict: 'secrets/mainnet/encrypted',
        rule: 'encrypted',
        cause: 'secrets-in-plain/gx-protocol-cluster',
        shows: ['as k3s starts it without being told otherwise', 'base64 is an encoding, and hides nothing'],
      },
    ],
    by: [keepsSecretsInVault],
    ends: {
      'secrets/mainnet/keptOutside': ['made/gx-protocol-cluster/external-secrets'],
      'secrets/mainnet/encrypted': 'kept',
    },
  },
  {
    id: 'C84',
    fault: 'one table for the audit, two names',
    found: ['mainnet', 'testnet'].map((environment) => ({
      verdict: `tables/${environment}/postgres/auditlog`,
      rule: 'names',
      cause: `table-names/${environment}/postgres/auditlog`,
      shows: [
        '2 names for what must be one table of postgres: AuditLog and audit_log',
        'without quotes it is auditlog',
      ],
    })),
    by: [callsTheAuditTableOneName],
    ends: { 'tables/mainnet/postgres/auditlog': 'kept', 'tables/testnet/postgres/auditlog': 'kept' },
  },
  {
    id: 'C85',
    fault: 'the audit log is taken for granted',
    found: [
      {
        verdict: 'audits/mainnet/audit-log',
        rule: 'written',
        cause: 'no-audit-log/gx-protocol-cluster',
        shows: [
          'the API server of gx-protocol-cluster writes no audit log, as k3s starts it without being told otherwise',
        ],
      },
    ],
    by: [writesAnAuditLog],
    ends: { 'audits/mainnet/audit-log': 'kept' },
  },
  {
    id: 'C87',
    fault: 'a tag that moves',
    found: [
      {
        advice: 'moving-tags/gx-protocol-cluster',
        shows: ['the tag of postgres:15-alpine moves', 'postgres:15-alpine: 3 pods of backend-mainnet/postgres'],
      },
    ],
    by: [namesTheDigest],
    ends: {},
  },
]
