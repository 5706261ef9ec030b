// How each tier is delivered to, what images are built on, and the infrastructure as code.

import { blueGreen, canary, infrastructure, promise, promotion, undecided } from 'seaworthy'
import { eks } from './cluster.ts'
import { dev, prod, staging } from './environments.ts'
import { says } from './says.ts'
import { database } from './stores.ts'
import { vpc } from './subnets.ts'

const tier = (line: number) => says('Environment Tiering', line)

// For the last tier the column of strategies says a standby, which brings no version there.
export const promotions = [
  promotion({ to: dev, on: 'push', stated: tier(66) }),
  promotion({ to: staging, on: 'merge', stated: tier(67) }),
  promotion({ to: prod, by: [undecided('rollout', blueGreen(), canary(), tier(68))], stated: tier(68) }),
]

const bases = (...lines: readonly number[]) => says('Base Images', ...lines)

export const images = [
  promise.bases(
    [
      { base: 'distroless', of: 'runtimes', in: [prod], stated: bases(49) },
      { base: 'alpine', of: 'jobs', stated: bases(50) },
      { base: 'ubi', labels: { compliance: 'enterprise' }, stated: bases(51) },
    ],
    { stated: bases(49, 50, 51) },
  ),
]

const code = (...lines: readonly number[]) => says('Infrastructure as Code (IaC)', ...lines)

export const infrastructures = [
  infrastructure('infra', {
    by: 'terraform',
    modules: { vpc: [vpc], eks: [eks], rds: [database] },
    environments: [dev, staging, prod],
    state: { remote: true, locked: true, stated: code(75) },
    stated: code(75, 79, 80, 81, 82, 83, 84, 85, 86),
  }),
]

export const replaced = [promise.immutable('everything', { stated: says('Immutable Infrastructure', 90) })]
