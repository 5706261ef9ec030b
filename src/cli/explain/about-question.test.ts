import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explained } from '../../check/explained.ts'
import { allQuestions } from '../../check/platform-questions.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { questionLines, whyNoVerdict } from './about-question.ts'

test('explain: every question says what it reads, and no other', () => {
  assert.deepEqual(Object.keys(explained).sort(), allQuestions.map(({ id }) => id).sort())
})

const commands: [name: string, question: string, about: readonly Ref[] | undefined, command: string][] = [
  ['of the question alone', 'finishes', undefined, 'kubectl -n NAMESPACE rollout status deployment/NAME --timeout=5m'],
  [
    'of the object of its kind',
    'finishes',
    ['ConfigMap/shop/rules', 'Deployment/shop/checkout'],
    'kubectl -n shop rollout status deployment/checkout --timeout=5m',
  ],
  [
    'what is no name is not handed to a shell',
    'finishes',
    ['Deployment/shop/$(reboot)'],
    'kubectl -n shop rollout status deployment/NAME --timeout=5m',
  ],
]
for (const [name, question, about, command] of commands) {
  test(`explain: how to see it: ${name}`, () => {
    const lines = questionLines(question, { subject: '', ...(about && { about }) }, undefined)
    assert.equal(lines.at(-1)?.replace(/^ *to see it +/, ''), command)
  })
}

const absent: [id: string, says: string | undefined][] = [
  [
    'drains/prod/shop/checkout',
    'no budget covers checkout, so there is nothing to judge: its pods may be evicted at any time',
  ],
  ['survives/prod/loss-of-a-node/checkout', undefined],
  ['constructor/prod/shop/checkout', undefined],
]
for (const [id, says] of absent)
  test(`explain: why nothing is judged: ${id}`, () => assert.equal(whyNoVerdict(id), says))
