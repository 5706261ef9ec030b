import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostgresOptions } from '../../platform/component/postgres.ts'
import { type ChartOptions, chart, command } from '../../platform/language/chart.ts'
import { local } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { cloudNativePg } from '../../platform/language/operator.ts'
import { pipeline, stage } from '../../platform/language/pipeline.ts'
import type { Stage } from '../../platform/model.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { charted } from './charted.ts'
import { askedOf, type Places } from './sample-plans.ts'

const rows: [name: string, options: (places: Places) => ChartOptions, verdict: Word | undefined, line: string][] = [
  ['nothing is said', () => ({}), undefined, ''],
  [
    'rows in a Deployment',
    ({ ledgerDb }) => ({ charts: [chart('rows', { deploys: [ledgerDb], makes: ['Deployment', 'Service'] })] }),
    'broken',
    'rows makes a Deployment of ledger-db, whose pods keep rows of their own: they need a StatefulSet',
  ],
  [
    'rows in a StatefulSet',
    ({ ledgerDb }) => ({ charts: [chart('rows', { deploys: [ledgerDb], makes: ['StatefulSet'] })] }),
    'kept',
    'rows makes a StatefulSet of ledger-db',
  ],
  ['no rows in a Deployment', ({ checkout }) => ({ deploys: [checkout], makes: ['Deployment'] }), undefined, ''],
  [
    'values for each',
    ({ live, trial, last, standby }) => ({ values: { 'live.yaml': [live, standby], 'trial.yaml': [trial, last] } }),
    'kept',
    'last, live, standby, trial: each has values over those of shop',
  ],
  [
    'no values for one',
    ({ live, trial, last }) => ({ values: { 'live.yaml': [live], 'trial.yaml': [trial, last] } }),
    'unknown',
    'nobody says which values standby gets over those of shop',
  ],
  [
    'back to one revision',
    ({ live }) => ({ commands: [command('helm rollback shop 3 --wait', { in: [live] })] }),
    'broken',
    'helm rollback shop 3 --wait goes to revision 3 whatever runs: that is the one before only while revision 4 runs',
  ],
  [
    'back to the one before',
    ({ live }) => ({ commands: [command('helm rollback shop -n live --kube-context harbour', { in: [live] })] }),
    undefined,
    '',
  ],
  [
    'back by 0',
    ({ live }) => ({ commands: [command('helm rollback shop 0 -n live --kubeconfig=harbour.yaml', { in: [live] })] }),
    undefined,
    '',
  ],
  [
    'values of another place',
    ({ live, trial, last, standby }) => ({
      values: { 'live.yaml': [live, last, standby], 'trial.yaml': [trial] },
      commands: [command('helm upgrade shop . -n shop -f trial.yaml', { in: [live] })],
    }),
    'broken',
    'helm upgrade shop . -n shop -f trial.yaml: trial.yaml is for trial, and this is typed for live',
  ],
  [
    'values of another place, only looked at',
    ({ live, trial, last, standby }) => ({
      values: { 'live.yaml': [live, last, standby], 'trial.yaml': [trial] },
      commands: [command('helm template shop . --values=trial.yaml', { in: [live] })],
    }),
    'kept',
    'last, live, standby, trial: each has values over those of shop',
  ],
  [
    'where it goes is left to whoever types it',
    ({ live }) => ({ commands: [command('helm upgrade shop oci://charts/shop', { in: [live] })] }),
    'unknown',
    'helm upgrade shop oci://charts/shop has no --namespace: which of 4 places it goes to is left to whoever types it',
  ],
  [
    'a chart that lies where it is looked for',
    () => ({ path: 'kit/charts/shop', commands: [command('helm lint ./charts/shop')] }),
    'kept',
    'helm lint ./charts/shop finds its chart, which lies in kit/charts/shop',
  ],
  [
    'a chart that lies elsewhere',
    () => ({ path: 'kit/shop', commands: [command('helm lint ./charts/shop')] }),
    'broken',
    'helm lint ./charts/shop looks in charts/shop, and the chart lies in kit/shop',
  ],
  [
    'a chart that is looked for from above',
    () => ({ path: 'kit/shop', commands: [command('helm lint ../charts/shop')] }),
    undefined,
    '',
  ],
  ['another tool', ({ live }) => ({ commands: [command('kubectl rollback shop 3', { in: [live] })] }), undefined, ''],
]

for (const [name, options, verdict, line] of rows) {
  test(`charted: ${name}`, () => {
    const [found] = askedOf(charted, (places) => ({ charts: [chart('shop', options(places))] }))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const lines = found?.because.map(({ says }) => says.line) ?? []
    if (verdict !== undefined) assert.ok(lines.includes(line), lines.join('\n'))
  })
}

const shipped: [name: string, line: string, stages: (places: Places) => readonly Stage[], word: Word | undefined][] = [
  [
    'a deployment that goes back by itself, and nobody sees that it failed',
    'helm upgrade shop oci://charts/shop -n live',
    ({ live }) => [stage('out', { does: ['deploy'], in: live, onFailure: 'rollback' })],
    'broken',
  ],
  [
    'and somebody does',
    'helm upgrade shop oci://charts/shop -n live --atomic',
    ({ live }) => [stage('out', { does: ['deploy'], in: live, onFailure: 'rollback' })],
    'kept',
  ],
  [
    'told not to wait',
    'helm rollback shop --namespace=live --wait=false',
    ({ live }) => [stage('out', { does: ['deploy'], in: live, onFailure: 'rollback' })],
    'broken',
  ],
  [
    'put there for the first time: nothing to go back to',
    'helm install shop oci://charts/shop -n live',
    ({ live }) => [stage('out', { does: ['deploy'], in: live, onFailure: 'rollback' })],
    undefined,
  ],
  [
    'going back elsewhere',
    'helm upgrade shop oci://charts/shop -n live',
    ({ trial }) => [stage('out', { does: ['deploy'], in: trial, onFailure: 'rollback' })],
    undefined,
  ],
  [
    'a chart is packaged, and another taken',
    'helm install shop ./shop -n live',
    ({ live }) => [
      stage('pack', { does: ['package'], makes: ['chart'] }),
      stage('out', { does: ['deploy'], in: live }),
    ],
    'broken',
  ],
  [
    'a chart is packaged, and taken',
    'helm install shop oci://charts/shop --version 1.2.3 -n live',
    ({ live }) => [
      stage('pack', { does: ['package'], makes: ['chart'] }),
      stage('out', { does: ['deploy'], in: live }),
    ],
    undefined,
  ],
  [
    'images alone are packaged',
    'helm install shop . -n live',
    ({ live }) => [
      stage('pack', { does: ['package'], makes: ['image'] }),
      stage('out', { does: ['deploy'], in: live }),
    ],
    undefined,
  ],
]

for (const [name, line, stages, word] of shipped)
  test(`charted: ${name}`, () => {
    const [found] = askedOf(charted, (places) => ({
      charts: [chart('shop', { commands: [command(line, { in: [places.live] })] })],
      pipelines: [pipeline('ship', { on: ['push'], stages: stages(places) })],
    }))
    assert.equal(found?.verdict, word, found && linesOf(found).join('\n'))
  })

test('a developer’s machine gets no values, and no context leads there', () => {
  const world = sampleWorld({
    environments: () => [environment('own', { on: local('machines'), namespace: 'own' })],
    plans: ({ live }) => ({
      charts: [
        chart('shop', {
          values: { 'live.yaml': [live] },
          commands: [command('helm rollback shop', { in: [live] })],
        }),
      ],
    }),
  })
  assert.deepEqual(
    verdictsOf(charted, world).map((found) => [found.verdict, ...linesOf(found)]),
    [['kept', 'live: each has values over those of shop']],
  )
})

test('going back is over before what it goes back to is ready', () => {
  const [found] = askedOf(charted, ({ live }) => ({
    charts: [chart('shop', { commands: [command('helm rollback shop -n live', { in: [live] })] })],
    pipelines: [
      pipeline('ship', {
        on: ['push'],
        stages: [stage('out', { does: ['deploy'], in: live, onFailure: 'rollback' })],
      }),
    ],
  }))
  assert.deepEqual(found && linesOf(found), [
    'helm rollback shop -n live is over before its pods are ready: whether what it goes back to runs again, it cannot see',
  ])
})

const several = { members: 3, replication: { mode: 'asynchronous', failover: 'manual' } } as const
const grown: [name: string, makes: readonly string[], ledgerDb: PostgresOptions, verdict: Word, line: string][] = [
  [
    'claims that come of a template',
    ['StatefulSet'],
    {},
    'broken',
    'an update of shop is to make volumes of ledger-db larger: their claims come of the template of a StatefulSet, and the API server refuses to change that',
  ],
  [
    'claims beside, and more pods than one',
    ['StatefulSet', 'PersistentVolumeClaim'],
    several,
    'broken',
    'an update of shop is to make volumes of ledger-db larger: their claims come of the template of a StatefulSet, and the API server refuses to change that',
  ],
  [
    'a claim beside one pod',
    ['StatefulSet', 'PersistentVolumeClaim'],
    {},
    'unknown',
    'an update of shop is to make volumes of ledger-db larger, and nobody says whether its claim is made from the template of a StatefulSet, which cannot be changed',
  ],
  [
    'an operator',
    ['StatefulSet'],
    { ...several, operatedBy: cloudNativePg() },
    'kept',
    'an update of shop is to make volumes of ledger-db larger: its operator does that',
  ],
  [
    'kinds that nobody says',
    [],
    {},
    'unknown',
    'an update of shop is to make volumes of ledger-db larger, and nobody says whether its claim is made from the template of a StatefulSet, which cannot be changed',
  ],
]

for (const [name, makes, ledgerDb, verdict, line] of grown)
  test(`charted: volumes that an update makes larger, ${name}`, () => {
    const [found] = askedOf(
      charted,
      (places) => ({
        charts: [chart('shop', { enlarges: true, charts: [chart('rows', { deploys: [places.ledgerDb], makes })] })],
      }),
      { ledgerDb },
    )
    const lines = found?.because.map(({ says }) => says.line) ?? []
    assert.equal(found?.verdict, verdict, lines.join('\n'))
    assert.ok(lines.includes(line), lines.join('\n'))
  })
