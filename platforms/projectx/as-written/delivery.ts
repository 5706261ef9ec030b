// What is said of rollouts, of changes to production, and of how runbooks are run.

import { infrastructure, paper, promise, undecided } from 'seaworthy'
import { services } from './components.ts'
import { production } from './environments.ts'
import { says } from './says.ts'

export const document = paper('ProjectX - Deployment Topology', {
  status: 'target',
  stated: says('Deployment Topology', 3),
})

/** Rollouts of the API layer take nothing away. */
export const rollouts = services.map((service) =>
  promise.rolls(service, {
    in: production,
    stated: says('Hosting Strategy', 42),
  }),
)

/** Audited change management. */
export const changes = [
  promise.changes('approved', { in: production, stated: says('Environments', 11) }),
  promise.changes('recorded', { in: production, stated: says('Environments', 11) }),
]

const operations = says('Observability and Operations', 57)

export const infrastructures = [
  infrastructure('runbooks', {
    by: undecided('infrastructure as code', 'terraform', 'ansible', operations),
    runbooks: true,
    guarded: true,
    stated: operations,
  }),
]
