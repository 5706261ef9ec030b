// Production is harder than the rest, and what changes it asks policies first.

import { field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { change, components, held } from '../../findings/changing.ts'

export const security: readonly Fact[] = [
  {
    id: 'PX-14',
    title: 'no container of Production runs as root or writes to its own files',
    kinds: ['check', 'secure'],
    holds: [
      holds('hardened/production'),
      field(
        'Deployment/production/billing',
        ['spec', 'template', 'spec', 'containers', 0, 'securityContext', 'readOnlyRootFilesystem'],
        true,
      ),
    ],
    unless: components(['billing'], (options) => ({
      ...options,
      security: { ...held(options.security), nonRoot: false },
    })),
  },
  {
    id: 'PX-50',
    title: 'one stack for all environments: what comes from each is told apart, and read by those who are let in',
    kinds: ['render', 'check'],
    holds: [
      kept(
        'overlooks/projectx/observability',
        'told apart by environment, and read by who is let into it',
        'observability watches dev, production, production-standby, staging',
      ),
    ],
    unless: change('monitoring', ['observability'], (options) => ({ ...options, reads: 'everything' })),
  },
  {
    id: 'PX-55',
    title: 'policies are asked before a runbook changes anything',
    kinds: ['secure', 'check'],
    holds: [kept('coded/projectx/runbooks', 'policies are asked before runbooks changes anything')],
    unless: change('infrastructure', ['runbooks'], (options) => ({ ...options, guarded: false })),
  },
]
