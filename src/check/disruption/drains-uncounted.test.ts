// Pods that have no part in the number of pods that there should be, and pods that keep a budget from being counted at all.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { drains } from './drains.ts'

const cart = (spec: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  replicas: 3
  selector: { matchLabels: { app: cart } }
  template: { metadata: { labels: { app: cart } }, spec: { containers: [{ name: main, image: cart }] } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, ${spec} }
`

const report = (kind: 'Job' | 'CronJob', { spec = '', history = '', annotations = '' }) => {
  const template = `template: { metadata: { labels: { app: cart } }, spec: { restartPolicy: Never, containers: [{ name: main, image: cart }] } }`
  const job = `{ ${spec} ${template} }`
  const body = kind === 'Job' ? job : `{ schedule: "0 3 * * *", ${history} jobTemplate: { spec: ${job} } }`
  return `
---
apiVersion: batch/v1
kind: ${kind}
metadata: { name: report, namespace: shop, annotations: { ${annotations} } }
spec: ${body}
`
}
const share = 'maxUnavailable: 1'
const uncounted = (ref: string) => `budget a counts from the scale of ${ref}, which has none: allowed disruptions = 0`
const spare = 'budget a wants 2 to stay and there are 3: allowed disruptions = 3 − 2 = 1'
const beside: [name: string, job: string, spec: string, says: string][] = [
  ['a CronJob’s pods stay', report('CronJob', {}), share, uncounted('CronJob/shop/report')],
  ['a Job’s pods stay', report('Job', {}), share, uncounted('Job/shop/report')],
  ['a share counts from scales too', report('Job', {}), 'minAvailable: 50%', uncounted('Job/shop/report')],
  ['a number of pods does not', report('Job', {}), 'minAvailable: 2', spare],
  ['they are taken away after a time', report('Job', { spec: 'ttlSecondsAfterFinished: 60,' }), share, spare],
  ['those of each run are', report('CronJob', { spec: 'ttlSecondsAfterFinished: 60,' }), share, spare],
  ['none is kept', report('CronJob', { history: 'successfulJobsHistoryLimit: 0,' }), share, spare],
  ['it never runs', report('CronJob', { history: 'suspend: true,' }), share, spare],
  ['the release may take it away', report('Job', { annotations: 'helm.sh/hook: post-install' }), share, spare],
]
for (const [name, job, spec, says] of beside) {
  test(`drains, beside a job: ${name}`, () => {
    const [found] = verdictsOf(drains, manifestWorld(cart(spec) + job))
    assert.equal(found?.because[0]?.says.line, says)
    assert.equal(found?.because[0]?.truth, says === spare)
  })
}

const alone = (more: string, spec: string) => `
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop, labels: { app: cart }, ${more} }
spec: { containers: [{ name: main, image: cart }] }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: a, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, ${spec} }
`
const owned = 'ownerReferences: [{ apiVersion: acme.io/v1, kind: Cart, name: c, uid: c, controller: true }]'
const single: [name: string, yaml: string, says: string][] = [
  [
    'bare, so none is expected',
    alone('', 'maxUnavailable: 1'),
    'broken: budget a expects no pod, since bare pods have no scale: allowed disruptions = 0',
  ],
  [
    'bare, and a number to stay',
    alone('', 'minAvailable: 0'),
    'kept: budget a wants 0 to stay and there are 1: allowed disruptions = 1 − 0 = 1',
  ],
  [
    'its owner is not shown',
    alone(owned, 'maxUnavailable: 1'),
    'unknown: budget a counts from the scale of what owns Pod/shop/cart, and nobody shows whether that has one',
  ],
  [
    'its owner is no matter',
    alone(owned, 'minAvailable: 0'),
    'kept: budget a wants 0 to stay and there are 1: allowed disruptions = 1 − 0 = 1',
  ],
]
for (const [name, yaml, says] of single) {
  test(`drains, a pod alone: ${name}`, () => {
    const [found] = verdictsOf(drains, manifestWorld(yaml))
    assert.equal(found && `${found.verdict}: ${linesOf(found)[0]}`, says)
  })
}
