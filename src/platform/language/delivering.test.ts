// Pipelines, promotions and what goes with them: what is refused, and the twin that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  blueGreen,
  branch,
  canary,
  chart,
  cluster,
  command,
  configuration,
  drawing,
  environment,
  gate,
  infrastructure,
  PlatformProblems,
  phase,
  pipeline,
  planned,
  platform,
  promotion,
  registry,
  release,
  rollout,
  service,
  stage,
  task,
  team,
} from '../../index.ts'
import type { PlatformOptions } from './platform.ts'

const web = service('web', { listens: 8080 })
const other = service('other', { listens: 8080 })
const east = cluster('east', { kubernetes: '1.36', nodes: [] })
const trial = environment('trial', { on: east, namespace: 'trial', runs: [web] })
const live = environment('live', { on: east, namespace: 'live', runs: [web] })
const later = environment('later', { on: east, namespace: 'later' })
const standing = 'an environment of the platform that is not planned: live, trial'
const main = branch('main', { deploysTo: trial, reviews: 2, dismissesStale: true, checks: ['tests'], signed: true })
const managers = team('release managers')
const stages = [stage('build', { does: ['build'], makes: ['image'] })]

const rows: [name: string, plans: Partial<PlatformOptions>, told: readonly string[]][] = [
  [
    'a way to where it is live',
    {
      branches: [main],
      pipelines: [
        pipeline('main', {
          on: ['push'],
          branches: [main],
          stages: [
            stage('build', { does: ['build'], gates: [gate('coverage', { above: '90%', bypassedBy: [managers] })] }),
            stage('live', { does: ['deploy'], in: live, after: ['build'], takes: { from: '5m', to: '10m' } }),
          ],
        }),
      ],
      promotions: [
        promotion({ to: trial, on: 'push' }),
        promotion({ from: main, to: trial, on: 'merge', requires: ['tests'], rollback: 'automatic' }),
        promotion({
          from: trial,
          to: live,
          on: 'schedule',
          every: 'week',
          approvers: [managers, { team: managers, count: 2 }],
          by: [canary({ steps: [{ weight: '10%' }, { weight: '50%' }], abortsAbove: '5%' }), blueGreen()],
          rollback: 'switch',
        }),
      ],
      releases: [release('patches', { to: live, every: 'demand', within: '24h', validatedIn: trial })],
      rollouts: [rollout('web', { of: [web], in: [live], by: blueGreen({ keepsOld: '1h' }) })],
      charts: [
        chart('shop', { deploys: [web], values: { 'live.yaml': [live] }, commands: [command('helm test shop')] }),
      ],
      configurations: [configuration('values', { of: [trial, live], holds: ['variables', 'flags'] })],
      registries: [registry('images', { host: 'ghcr.io' })],
      infrastructure: [infrastructure('infra', { by: 'terraform', modules: { eks: [east] }, environments: [live] })],
      roadmap: [phase('one', { weeks: [1, 2], tasks: [task('provide', { of: [east], done: true })] })],
      drawings: [drawing('layout', { of: live, arrows: [[web, 'lake']], boxes: ['users'], says: [[web, 'Web shop']] })],
    },
    [],
  ],
  [
    'a promotion to what is planned',
    { promotions: [promotion({ from: live, to: later })] },
    [`promotion: to: found 'later', allowed: ${standing}`],
  ],
  [
    'a promotion to itself',
    { promotions: [promotion({ from: live, to: live })] },
    ["promotion: to: found 'live' itself, allowed: another environment"],
  ],
  [
    'a promotion twice',
    { promotions: [promotion({ from: trial, to: live }), promotion({ from: trial, to: live, on: 'manual' })] },
    ['promotion: to: found a second promotion from trial to live, allowed: one'],
  ],
  [
    'how often, without a schedule',
    { promotions: [promotion({ from: trial, to: live, every: 'week' })] },
    ["promotion: every: found 'week' without a schedule, allowed: nothing, or on: 'schedule'"],
  ],
  [
    'two teams of one name',
    {
      promotions: [
        promotion({ from: main, to: trial, approvers: [team('developers')] }),
        promotion({ from: trial, to: live, approvers: [team('developers')] }),
      ],
    },
    ["team developers: name: found a second 'developers', allowed: a name of its own"],
  ],
  [
    'nobody of a team',
    { promotions: [promotion({ from: trial, to: live, approvers: [{ team: managers, count: 0 }] })] },
    ['promotion: approvers[0].count: found 0, allowed: a whole number from 1'],
  ],
  [
    'a stage that deploys nowhere',
    { pipelines: [pipeline('main', { on: ['push'], stages: [stage('live', { does: ['deploy'] })] })] },
    ['stage live: in: found nothing, allowed: where it deploys to'],
  ],
  [
    'a stage that replaces, and deploys nothing',
    { pipelines: [pipeline('main', { on: ['push'], stages: [stage('b', { does: ['build'], by: [blueGreen()] })] })] },
    ['stage b: by: found a strategy, allowed: nothing, or a stage that deploys'],
  ],
  [
    'a stage that migrates nowhere, and what is nowhere',
    { pipelines: [pipeline('main', { on: ['push'], stages: [stage('s', { does: ['verify'], migrates: [other] })] })] },
    ['stage s: in: found nothing, allowed: where it migrates'],
  ],
  [
    'a promotion that migrates what does not run there',
    { promotions: [promotion({ from: trial, to: live, migrates: [other] })] },
    ["promotion: migrates: found 'other', allowed: a component that live runs: web"],
  ],
  [
    'a stage after what is not before it',
    { pipelines: [pipeline('main', { on: ['push'], stages: [stage('test', { does: ['test'], after: ['build'] })] })] },
    ["pipeline main: stages[0].after: found 'build', allowed: the name of a stage before it"],
  ],
  [
    'a way past what stops nothing',
    {
      pipelines: [
        pipeline('main', {
          on: ['push'],
          stages: [stage('b', { does: ['build'], gates: [gate('docs', { blocks: false, bypassedBy: [managers] })] })],
        }),
      ],
    },
    ['gate docs: bypassedBy: found a way past what stops nothing, allowed: nothing, or a gate that blocks'],
  ],
  [
    'steps that go back',
    { rollouts: [rollout('web', { of: [web], by: canary({ steps: [{ weight: '50%' }, { weight: '10%' }] }) })] },
    ['strategy: steps[1].weight: found 10%, allowed: more than the step before'],
  ],
  [
    'a rollout of what runs nowhere',
    { rollouts: [rollout('other', { of: [other], in: [live], by: blueGreen() })] },
    ["rollout other: of: found 'other', allowed: a component that live runs: web"],
  ],
  [
    'values for what is planned',
    { charts: [chart('shop', { values: { 'later.yaml': [later] } })] },
    [`chart shop: values.later.yaml[0]: found 'later', allowed: ${standing}`],
  ],
  [
    'told where they stand in what is written',
    { charts: [chart('shop', { values: { 'all.yaml': [live, later] } })] },
    [`chart shop: values.all.yaml[1]: found 'later', allowed: ${standing}`],
  ],
  [
    'two pipelines of one name',
    { pipelines: [pipeline('main', { on: ['push'], stages }), pipeline('main', { on: ['tag'], stages })] },
    ["pipeline main: name: found a second 'main', allowed: a name of its own"],
  ],
  [
    'weeks that end before they begin',
    { roadmap: [phase('one', { weeks: [2, 1], tasks: [task('provide')] })] },
    ['phase one: weeks: found 2 to 1, allowed: a last week that is no earlier than the first'],
  ],
  [
    'a picture of nothing',
    { drawings: [drawing('layout', {})] },
    ['drawing layout: arrows: found nothing, allowed: what is drawn'],
  ],
]

for (const [name, plans, told] of rows) {
  test(`delivering: ${name}`, () => assert.deepEqual(problemsIn(plans), told))
}

function problemsIn(plans: Partial<PlatformOptions>): readonly string[] {
  try {
    platform('shop', { environments: [trial, live, planned(later)], ...plans })
    return []
  } catch (error) {
    if (!(error instanceof PlatformProblems)) throw error
    return error.problems.map(({ of, path, found, allowed }) => `${of}: ${path}: found ${found}, allowed: ${allowed}`)
  }
}
