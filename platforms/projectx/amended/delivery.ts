// One way for every change: looked at before it is merged, tried in each environment, agreed to before production.

import {
  branch,
  canary,
  gate,
  infrastructure,
  pipeline,
  promise,
  promotion,
  rolling,
  rollout,
  stage,
  team,
} from 'seaworthy'
import { says } from '../as-written/says.ts'
import { development, live, operations, preProduction, second } from './cluster.ts'
import { archive, feed, gateway, services } from './components.ts'
import { dev, observability, production, staging, standby } from './environments.ts'
import { blockchain } from './ledger.ts'
import { analytics, broker, database, documents } from './stores.ts'

const row = (line: number) => says('Environments', line)
const operated = says('Observability and Operations', 57)

const developers = team('developers')
const releaseManagers = team('release managers', { apartFrom: [developers] })

const main = branch('main', { reviews: 1, dismissesStale: true, checks: ['unit'], writers: [developers] })
export const branches = [main]

const answersInTime = gate('answers within 500 ms', { measures: 'p95 of all answers', below: '500ms', stated: row(10) })
const progressive = canary({
  steps: [
    { weight: '10%', for: '10m' },
    { weight: '50%', for: '10m' },
  ],
  abortsAbove: '1%',
  by: 'Argo Rollouts',
})

export const pipelines = [
  pipeline('proposals', {
    on: ['pull-request'],
    branches: [main],
    stages: [stage('try', { does: ['test'], tests: ['unit'] })],
  }),
  pipeline('main', {
    on: ['merge'],
    branches: [main],
    stages: [
      stage('build', { does: ['build', 'test', 'package'], tests: ['unit'], makes: ['image'], onFailure: 'stop' }),
      stage('dev', { does: ['deploy', 'verify'], in: dev, tests: ['smoke'], onFailure: 'stop', stated: row(9) }),
      stage('staging', {
        does: ['deploy', 'test'],
        in: staging,
        tests: ['integration', 'performance'],
        gates: [answersInTime],
        onFailure: 'stop',
        stated: row(10),
      }),
    ],
  }),
]

export const promotions = [
  promotion({
    from: staging,
    to: production,
    on: 'manual',
    requires: ['integration', 'performance', answersInTime],
    approvers: [releaseManagers],
    rollback: 'automatic',
    by: [progressive],
    migrates: [database],
    stated: row(10),
  }),
  promotion({ from: production, to: standby, on: 'promotion', requires: ['smoke'], rollback: 'automatic' }),
]

/** How the rest changes, so that nothing that the services need goes away with them. */
export const rollouts = [
  rollout('one member after the other', {
    of: [database, broker, blockchain],
    in: [production, standby],
    by: rolling(),
    stated: row(11),
  }),
]

/** Changes take nothing away. */
export const zeroDowntime = [...services, gateway, archive, feed].map((each) =>
  promise.rolls(each, { in: production, stated: says('Hosting Strategy', 42) }),
)

export const changes = [
  promise.changes('approved', { in: production, stated: row(11) }),
  promise.changes('recorded', { in: production, stated: row(11) }),
]

// What is to stand is Terraform's; what is done in steps, one after the other, is a playbook of Ansible.
export const infrastructures = [
  infrastructure('landscape', {
    by: 'terraform',
    modules: {
      clusters: [development, preProduction, live, second, operations],
      documents: [documents],
      warehouse: [analytics],
    },
    environments: [dev, staging, production, standby, observability],
    state: { remote: true, locked: true },
    guarded: true,
    stated: operated,
  }),
  infrastructure('runbooks', { by: 'ansible', runbooks: true, guarded: true, stated: operated }),
]
