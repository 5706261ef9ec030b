// Branches, what happens to a push, and what goes out when.

import { branch, canary, gate, pipeline, promise, registry, release, stage, team } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, production, secondary, staging } from './environments.ts'
import { database } from './stores.ts'

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

/** Each change is merged when it is ready, and goes out on the day that its kind has. */
const managers = team('release managers')

// A Rollout with two strategies is refused (argo-rollouts, pkg/apis/rollouts/validation: "Multiple Strategies can not be
// listed"): of the row of line 280 it is the one that the document has figures for.
const careful = canary({ steps: [{ weight: '10%', for: '10m' }], abortsAbove: '5%', by: 'Argo Rollouts' })
// The baseline that the document speaks of: what production answered before.
const baseline = gate('performance baseline', {
  measures: 'p95 of answers, slower than before by',
  below: '10%',
  stated: line(281),
})
const critical = gate('no critical errors', { measures: 'errors', none: ['critical'], stated: line(282) })

const deploys = (where: typeof production) => [
  stage(`deploy to ${where.name}`, {
    does: ['deploy'],
    in: where,
    by: [careful],
    // The other region gets the tables with the rows.
    ...(where === production && { migrates: [database] }),
    approvers: [managers],
    takes: '20m',
    stated: says('Service Mesh, CI/CD Pipeline Integration', 118, 119, 280),
  }),
  stage(`validation of ${where.name}`, {
    does: ['verify'],
    in: where,
    tests: ['health', 'performance'],
    gates: [critical, baseline],
    onFailure: 'rollback',
    takes: '10m',
    stated: line(281, 282),
  }),
]

// The checks that each branch requires look at a change before it is merged; what is merged is looked at again.
const looked = [
  stage('build', { does: ['build'], makes: ['image'], takes: '10m', stated: line(277) }),
  stage('scan', {
    does: ['analyse'],
    scans: ['code', 'images', 'dependencies'],
    gates: [gate('no critical findings', { measures: 'findings', none: ['critical'] })],
    takes: '10m',
    onFailure: 'stop',
    stated: line(278),
  }),
  stage('test', {
    does: ['test'],
    tests: ['unit', 'integration'],
    takes: '20m',
    onFailure: 'stop',
    stated: line(279),
  }),
]

export const pipelines = [
  pipeline('proposals', { on: ['pull-request'], branches, stages: looked, stated: line(270, 271) }),
  pipeline('automated-deployment', {
    on: ['push'],
    branches: [main],
    stages: [
      ...looked,
      stage('deploy to staging', {
        does: ['deploy', 'test'],
        in: staging,
        tests: ['smoke'],
        onFailure: 'stop',
        takes: '10m',
        stated: line(279, 288),
      }),
      ...deploys(production),
      ...deploys(secondary),
    ],
    stated: line(276),
  }),
]

/** Two others look at each change, and commits say who made them. */
export const changed = [
  ...[production, staging, development].map((place) => promise.changes('byTwo', { in: place, stated: line(270, 272) })),
  ...[production, staging, development].map((place) => promise.changes('recorded', { in: place, stated: line(273) })),
]

export const releases = [
  release('features', { to: production, every: 'fortnight', stated: line(285) }),
  release('hotfixes', { to: production, every: 'demand', mostPerMonth: 20, stated: line(286) }),
  release('security patches', {
    to: production,
    every: 'demand',
    mostPerMonth: 20,
    within: '24h',
    stated: line(287),
  }),
  release('security patches of the second region', {
    to: secondary,
    every: 'demand',
    within: '24h',
    stated: line(287),
  }),
  release('major upgrades', { to: production, every: 'quarter', validatedIn: staging, stated: line(288) }),
]

export const registries = [
  registry('github-container-registry', {
    host: 'ghcr.io',
    scans: true,
    keepsTags: true,
    stated: says('Cloud Deployment Stack', 21),
  }),
]
