import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branch } from '../../platform/language/branch.ts'
import { chart, command } from '../../platform/language/chart.ts'
import { delivery } from '../../platform/language/delivery.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promise } from '../../platform/language/promise.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { team } from '../../platform/language/team.ts'
import type { Environment, PlatformPromise, Team } from '../../platform/model.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { changes } from './changes.ts'
import { askedOf, type Places } from './sample-plans.ts'

type Are = Extract<PlatformPromise, { kind: 'changes' }>['are']

const managers = team('managers')
const main = branch('main')
const reviewed = branch('main', { reviews: 1, dismissesStale: true })

const deploying = (live: Environment) => stage('out', { does: ['deploy'], in: live })
const shipping = (live: Environment) => pipeline('ship', { on: ['push'], stages: [deploying(live)] })
const agreedOn = (live: Environment) =>
  pipeline('ship', {
    on: ['push'],
    stages: [stage('word', { does: ['approve'], approvers: [managers] }), deploying(live)],
  })
const typed = (line: string, live: Environment) => chart('shop', { commands: [command(line, { in: [live] })] })

const rows: [name: string, are: Are, plans: (shop: Shop) => Partial<PlatformOptions>, verdict: Word, line: string][] = [
  ['nobody says how', 'approved', () => ({}), 'unknown', 'nobody says how a change comes into live'],
  [
    'somebody agrees',
    'approved',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, approvers: [managers] })] }),
    'kept',
    'promotion from main to live: somebody has to agree',
  ],
  [
    'nobody agrees',
    'approved',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, on: 'push' })] }),
    'broken',
    'nobody has to agree on one way',
  ],
  [
    'a command beside a pipeline on which somebody agrees',
    'approved',
    ({ live }) => ({ pipelines: [agreedOn(live)], charts: [typed('helm upgrade shop .', live)] }),
    'unknown',
    'nobody says who types one command: ship, where somebody has to agree, or anybody by hand',
  ],
  [
    'a command beside a pipeline on which nobody agrees',
    'approved',
    ({ live }) => ({ pipelines: [shipping(live)], charts: [typed('helm upgrade shop .', live)] }),
    'broken',
    'nobody has to agree on 2 ways',
  ],
  [
    'a command beside a promotion on which somebody agrees',
    'approved',
    ({ live }) => ({
      promotions: [promotion({ from: main, to: live, approvers: [managers] })],
      charts: [typed('helm upgrade shop .', live)],
    }),
    'broken',
    'nobody has to agree on one way',
  ],
  [
    'a command beside a pipeline that keeps what was changed',
    'recorded',
    ({ live }) => ({ pipelines: [shipping(live)], charts: [typed('helm upgrade shop .', live)] }),
    'unknown',
    'nobody says who types one command: ship, where what was changed is kept where it came from, or anybody by hand',
  ],
  [
    'a command beside a pipeline on which it takes two',
    'byTwo',
    ({ live }) => ({
      pipelines: [pipeline('ship', { on: ['push'], branches: [reviewed], stages: [deploying(live)] })],
      charts: [typed('helm upgrade shop .', live)],
    }),
    'unknown',
    'nobody says that it takes two people',
  ],
  [
    'what is put there for the first time',
    'approved',
    ({ live }) => ({
      promotions: [promotion({ from: main, to: live, approvers: [managers] })],
      charts: [typed('helm install shop .', live)],
    }),
    'kept',
    'promotion from main to live: somebody has to agree',
  ],
  [
    'what only carries rows',
    'approved',
    ({ live }) => ({
      branches: [branch('main', { reviews: 1, deploysTo: live })],
      promotions: [promotion({ from: main, to: live, on: 'replication' })],
    }),
    'kept',
    'branch main: somebody has to agree',
  ],
  [
    'a stage behind those who agree',
    'approved',
    ({ live }) => ({
      pipelines: [
        pipeline('ship', {
          on: ['push'],
          stages: [
            stage('agree', { does: ['approve'], approvers: [managers] }),
            stage('deploy', { does: ['deploy'], in: live }),
          ],
        }),
      ],
    }),
    'kept',
    'stage deploy of ship: somebody has to agree',
  ],
  [
    'a stage before those who agree',
    'approved',
    ({ live }) => ({
      pipelines: [
        pipeline('ship', {
          on: ['push'],
          stages: [
            stage('deploy', { does: ['deploy'], in: live }),
            stage('agree', { does: ['approve'], approvers: [managers] }),
          ],
        }),
      ],
    }),
    'broken',
    'nobody has to agree on one way',
  ],
  [
    'by a controller',
    'recorded',
    ({ live }) => ({ deliveries: [delivery('git', { by: 'controller', applies: [live] })] }),
    'kept',
    'delivery git: what was changed is kept where it came from',
  ],
  [
    'by hand',
    'recorded',
    ({ live }) => ({
      deliveries: [delivery('hands', { by: 'person', applies: [live] })],
      charts: [chart('shop', { commands: [command('helm upgrade shop .', { in: [live] })] })],
    }),
    'broken',
    '2 changes are made by hand, and kept nowhere',
  ],
  [
    'a command that changes nothing',
    'recorded',
    ({ live }) => ({ charts: [chart('shop', { commands: [command('helm test shop', { in: [live] })] })] }),
    'unknown',
    'nobody says how a change comes into live',
  ],
  [
    'one beside the author',
    'byTwo',
    ({ live }) => ({ branches: [reviewed], promotions: [promotion({ from: reviewed, to: live })] }),
    'kept',
    'promotion from main to live: it takes two people',
  ],
  [
    'one beside the author, before the change was changed',
    'byTwo',
    ({ live }) => {
      const own = branch('main', { reviews: 1, dismissesStale: false })
      return { branches: [own], promotions: [promotion({ from: own, to: live })] }
    },
    'broken',
    'one person writes, agrees and brings it there',
  ],
  [
    'one beside the author, and nobody says what they have seen',
    'byTwo',
    ({ live }) => {
      const own = branch('main', { reviews: 1 })
      return { branches: [own], promotions: [promotion({ from: own, to: live })] }
    },
    'unknown',
    'nobody says that it takes two people',
  ],
  [
    'merged into the branch of the pipeline that deploys there',
    'byTwo',
    ({ live }) => ({
      branches: [reviewed],
      pipelines: [
        pipeline('ship', {
          on: ['push'],
          branches: [reviewed],
          stages: [stage('out', { does: ['deploy'], in: live })],
        }),
      ],
      promotions: [promotion({ to: live, on: 'merge' })],
    }),
    'kept',
    'promotion to live, stage out of ship: it takes two people',
  ],
  [
    'what a controller finds on a branch that is reviewed',
    'byTwo',
    ({ live }) => ({
      branches: [branch('main', { deploysTo: live, reviews: 1, dismissesStale: true })],
      deliveries: [delivery('git', { by: 'controller', applies: [live] })],
    }),
    'kept',
    'branch main, delivery git: it takes two people',
  ],
  [
    'signed by whoever made it',
    'recorded',
    ({ live }) => ({ branches: [branch('main', { deploysTo: live, signed: true })] }),
    'kept',
    'commits on main are signed by whoever made them',
  ],
  [
    'signed by nobody',
    'recorded',
    ({ live }) => ({ branches: [branch('main', { deploysTo: live, signed: false })] }),
    'broken',
    'main takes commits that nobody signed: the name in one is whatever its author types',
  ],
  [
    'two of one team',
    'byTwo',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, approvers: [{ team: managers, count: 2 }] })] }),
    'kept',
    'promotion from main to live: it takes two people',
  ],
  [
    'one of one team',
    'byTwo',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, approvers: [managers] })] }),
    'broken',
    'one person writes, agrees and brings it there',
  ],
  [
    'nobody at all',
    'byTwo',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live })] }),
    'broken',
    'one person writes, agrees and brings it there',
  ],
  [
    'two teams, and nobody says who is in them',
    'byTwo',
    ({ live }) => ({ promotions: [promotion({ from: main, to: live, approvers: [managers, team('lead')] })] }),
    'unknown',
    'nobody says that it takes two people',
  ],
  [
    'two teams that are apart',
    'byTwo',
    ({ live }) => ({
      promotions: [promotion({ from: main, to: live, approvers: [managers, team('lead', { apartFrom: [managers] })] })],
    }),
    'kept',
    'promotion from main to live: it takes two people',
  ],
  [
    'two teams of other people',
    'byTwo',
    ({ live }) => ({
      promotions: [
        promotion({
          from: main,
          to: live,
          approvers: [team('a', { members: ['ada'] }), team('b', { members: ['joan', 'grace'] })],
        }),
      ],
    }),
    'kept',
    'promotion from main to live: it takes two people',
  ],
  [
    'two teams with one who is in both',
    'byTwo',
    ({ live }) => ({
      promotions: [
        promotion({
          from: main,
          to: live,
          approvers: [team('a', { members: ['ada', 'grace'] }), team('b', { members: ['joan', 'grace'] })],
        }),
      ],
    }),
    'broken',
    'one person writes, agrees and brings it there',
  ],
  [
    'whoever agrees may not write',
    'byTwo',
    ({ live }) => {
      const own = branch('main', { writers: [team('developers', { apartFrom: [managers] })] })
      return { branches: [own], promotions: [promotion({ from: own, to: live, approvers: [managers] })] }
    },
    'kept',
    'promotion from main to live: it takes two people',
  ],
]

for (const [name, are, plans, verdict, line] of rows) {
  test(`changes: ${name}`, () => {
    const [found] = verdictsOf(changes, sampleWorld({ promises: () => [promise.changes(are)], plans }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}

test('changes: who agreed before counts', () => {
  const asked = (first: readonly Team[]) => {
    const plans = ({ trial, live }: Places) => ({
      promotions: [
        promotion({ from: main, to: trial, approvers: first }),
        promotion({ from: trial, to: live, approvers: [managers] }),
      ],
    })
    return askedOf(changes, plans, { promises: ({ live }) => [promise.changes('byTwo', { in: live })] })[0]
  }
  assert.equal(asked([team('lead', { apartFrom: [managers] })])?.verdict, 'kept')
  const found = asked([managers])
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found.because[0]?.says.rows, [['promotion from trial to live', 'one of managers']])
})
