// Resources of operators stand for what is made of them; a promise by guess is never kept.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { problemLine } from '../../platform/problem.ts'
import { promiseKinds } from '../promises.ts'
import { runEstates } from '../run-estates.ts'
import { withBeside } from './beside.ts'

const pool = (name: string, role: string) => `---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: { name: ${name}, namespace: shop, labels: { strimzi.io/cluster: events } }
spec: { replicas: 3, roles: [${role}] }
`
const shop = `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: { name: events, namespace: shop }
spec: { kafka: {} }
${pool('brokers', 'broker')}${pool('voters', 'controller')}---
apiVersion: v1
kind: Pod
metadata: { name: checkout, namespace: shop }
spec: { containers: [{ name: checkout, image: checkout }] }
`
const { estate } = importManifests(readManifests(shop, 'shop.yaml').manifests, { kubernetes: '1.34' })

function judged(promise: string) {
  const text = `apiVersion: seaworthy/v1\nkind: Promises\npromises: [${promise}]\n`
  const { estates, promises, problems } = withBeside([estate], readManifests(text, 'promises.yaml').manifests)
  const options = { title: 'shop', asOf: '2026-11-21', unread: [], promises, judges: promiseKinds }
  const { verdicts } = runEstates(estates, options)
  return {
    verdicts: verdicts.filter(({ kind }) => kind === 'promise'),
    problems: problems.map((problem) => problemLine(problem)),
  }
}

const rows: [promise: string, ids: string[], problem?: RegExp][] = [
  ['{ stands: KafkaNodePool/shop/brokers, apart: kubernetes.io/hostname }', ['stands/shop/events-brokers']],
  ['{ stands: Kafka/shop/events, apart: kubernetes.io/hostname }', [], /is several.*events-brokers, .*events-voters/],
  [
    '{ survives: pod, keeps: [Kafka/shop/events], within: 1m, losing: nothing }',
    ['survives/shop/loss-of-a-pod/events-brokers', 'survives/shop/loss-of-a-pod/events-voters'],
  ],
]

for (const [promise, ids, problem] of rows)
  test(`resources of operators are promised: ${promise}`, () => {
    const { verdicts, problems } = judged(promise)
    assert.deepEqual(verdicts.map(({ id }) => id).sort(), ids)
    assert.match(problems.join('\n'), problem ?? /^$/)
  })

const guesses: [guessed: string, word: string][] = [
  ['', 'kept'],
  [', guessed: its settings', 'assumed'],
]

for (const [guessed, word] of guesses)
  test(`a promise by guess is never kept: ${word}`, () => {
    const [verdict] = judged(`{ figure: pods, of: shop, is: 7${guessed} }`).verdicts.concat(
      judged(`{ resolves: shop${guessed} }`).verdicts,
    )
    const said = verdict?.because.filter(({ rule }) => rule === 'guessed').map(({ says }) => says.line)
    assert.deepEqual(said, guessed ? ['this is promised by guess, from its settings: confirm it'] : [])
    assert.equal(
      verdict?.assumes.some(({ id }) => id === 'guessed/promises'),
      word === 'assumed',
    )
  })
