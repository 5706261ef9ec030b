// Section 3.2 and the checklists of appendix A: who deploys, and in which order.

import { delivery, procedure, step } from 'seaworthy'
import { cache, database, gateway, identity, outbox, projector, tokenomics, wallet } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { says } from './says.ts'

export const deliveries = [
  delivery('gitops', { by: 'controller', applies: [mainnet, testnet], stated: says('3.2', 234) }),
]

const person = { actor: 'person' } as const

export const checklists = [
  procedure('infrastructure-deployment', {
    in: mainnet,
    steps: [
      step('deploy PostgreSQL', { ...person, does: 'deploy', of: [database], stated: says('A', 1169) }),
      step('see the claims bound', { ...person, does: 'verify', of: [database], stated: says('A', 1170) }),
      step('deploy Redis', { ...person, does: 'deploy', of: [cache], stated: says('A', 1171) }),
      step('see all pods run', { ...person, does: 'verify', of: [database, cache], stated: says('A', 1172) }),
    ],
    stated: says('A', [1168, 1172]),
  }),
  procedure('application-deployment', {
    in: mainnet,
    steps: [
      step('migrate', { ...person, does: 'migrate', of: [database], stated: says('A', 1175, 1176) }),
      step('seed', { ...person, does: 'seed', of: [database], stated: says('A', 1177) }),
      step('see the schema', { ...person, does: 'verify', of: [database], stated: says('A', 1178) }),
      step('deploy the workers', { ...person, does: 'deploy', of: [outbox, projector], stated: says('A', 1181) }),
      step('deploy the services', {
        ...person,
        does: 'deploy',
        of: [identity, wallet, tokenomics],
        stated: says('A', 1182),
      }),
      step('deploy the gateway', { ...person, does: 'deploy', of: [gateway], stated: says('A', 1183) }),
    ],
    stated: says('A', [1174, 1184]),
  }),
]
