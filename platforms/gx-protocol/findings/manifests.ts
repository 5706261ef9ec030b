import type { Entry } from '../../findings/entry.ts'
import { completesTheStatefulSet, limitsOfTheirOwn, testnetHasDefaults } from '../corrections.ts'

const deployments = ['api-gateway', 'outbox-submitter', 'projector', 'svc-identity', 'svc-tokenomics', 'svc-wallet']
const replicas: { readonly [name: string]: number } = { 'outbox-submitter': 2, projector: 2 }
const limited = [...deployments.map((name) => `Deployment/${name}`), 'StatefulSet/redis']

function kept(environment: string): Entry['ends'] {
  return Object.fromEntries(limited.map((name) => [`admitted/${environment}/${name}`, 'kept' as const]))
}

export const manifests: readonly Entry[] = [
  {
    id: 'C31',
    fault: 'claim templates inside the container',
    found: [
      {
        verdict: 'admitted/mainnet/StatefulSet/postgres/shown',
        rule: 'refused',
        cause: 'refused/admitted/mainnet/StatefulSet/postgres/shown',
        shows: [
          'spec.template.spec.containers[0].volumeClaimTemplates is no field of Container: it belongs to spec.volumeClaimTemplates',
        ],
      },
    ],
    by: [completesTheStatefulSet],
    ends: { 'admitted/mainnet/StatefulSet/postgres/shown': 'kept' },
  },
  {
    id: 'C35',
    fault: 'requests above the default limit',
    found: limited.map((name) => ({
      verdict: `admitted/mainnet/${name}`,
      rule: 'podRefused',
      cause: 'default-limit/gx-protocol-cluster/backend-mainnet/backend-mainnet-limits/memory',
      shows: [
        `none of its ${replicas[name.split('/')[1] ?? ''] ?? 3} pods is created`,
        'memory request 1Gi is above its limit 512Mi',
        'limit: 512Mi, from LimitRange backend-mainnet-limits, spec.limits[0].default.memory',
      ],
    })),
    by: [limitsOfTheirOwn],
    ends: kept('mainnet'),
  },
  {
    id: 'C37',
    fault: 'Testnet has a quota but no defaults',
    found: limited.map((name) => ({
      verdict: `admitted/testnet/${name}`,
      rule: 'podRefused',
      cause: 'unsaid/gx-protocol-cluster/backend-testnet/backend-testnet-quota',
      shows: ['its pod is never created: quota backend-testnet-quota counts limits.cpu, limits.memory'],
    })),
    by: [testnetHasDefaults],
    ends: { ...kept('testnet'), 'admitted/testnet/CronJob/postgres-backup': 'kept' },
  },
]
