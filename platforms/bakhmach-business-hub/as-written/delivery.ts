// CI/CD pipeline integration: branches, what happens to a push, and what goes out when.

import { blueGreen, branch, canary, gate, pipeline, registry, release, stage, undecided } from 'seaworthy'
import { development, production, staging } from './environments.ts'
import { says } from './says.ts'

const line = (...lines: readonly number[]) => says('CI/CD Pipeline Integration', ...lines)

const kept = {
  reviews: 2,
  checks: ['tests', 'security'],
  dismissesStale: true,
  signed: true,
  stated: line(268, 270, 271, 272, 273),
} as const

const main = branch('main', { deploysTo: production, ...kept })

export const branches = [
  main,
  branch('staging', { deploysTo: staging, ...kept }),
  branch('develop', { deploysTo: development, ...kept }),
]

export const pipelines = [
  pipeline('automated-deployment', {
    on: ['push'],
    branches: [main],
    stages: [
      stage('build', { does: ['build'], makes: ['image'], stated: line(277) }),
      stage('scan', { does: ['analyse'], scans: ['code', 'images', 'dependencies'], stated: line(278) }),
      stage('test', { does: ['test'], tests: ['unit', 'integration', 'smoke'], stated: line(279) }),
      stage('deploy', {
        does: ['deploy'],
        in: production,
        by: [canary({ steps: [{ weight: '10%' }], abortsAbove: '5%' }), blueGreen()],
        stated: says('Service Mesh, CI/CD Pipeline Integration', 118, 119, 280),
      }),
      stage('validation', {
        does: ['verify'],
        in: production,
        tests: ['health', 'performance'],
        gates: [gate('no critical errors', { measures: 'errors', none: ['critical'], stated: line(282) })],
        onFailure: 'rollback',
        stated: line(281, 282),
      }),
    ],
    stated: line(276),
  }),
]

export const releases = [
  release('features', { to: production, every: 'fortnight', stated: line(285) }),
  release('hotfixes', { to: production, every: 'demand', stated: line(286) }),
  release('security patches', { to: production, every: 'demand', within: '24h', stated: line(287) }),
  release('major upgrades', { to: production, every: 'quarter', validatedIn: staging, stated: line(288) }),
]

const stack = (...lines: readonly number[]) => says('Cloud Deployment Stack', ...lines)

export const registries = [
  undecided(
    'registry',
    registry('docker-hub', { host: 'docker.io', stated: stack(21) }),
    registry('github-container-registry', { host: 'ghcr.io', stated: stack(21) }),
    stack(21),
  ),
]
