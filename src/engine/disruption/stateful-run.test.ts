import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runStatefulSet } from './stateful-run.ts'
import { type MemberPod, type MemberStep, type StatefulState, syncStatefulSet } from './stateful-sync.ts'

/** `0 1 2`: members of the old template, ready; `2b` of the new one; `2-` not ready, `2x` on its way out, `2f` failed. */
function members(text: string): MemberPod[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((one) => ({
      ordinal: Number.parseInt(one, 10),
      revision: one.includes('b') ? 'b' : 'a',
      phase: one.includes('f') ? 'Failed' : one.includes('p') ? 'Pending' : 'Running',
      isReady: !/[-fp]/.test(one),
      readySeconds: one.includes('s') ? 5 : 100,
      isTerminating: one.includes('x'),
    }))
}

function state(text: string, more: Partial<StatefulState> = {}): StatefulState {
  const rolling = { policy: 'OrderedReady', strategy: 'RollingUpdate', partition: 0, minReadySeconds: 0 } as const
  return { replicas: 3, start: 0, ...rolling, currentRevision: 'a', updateRevision: 'b', pods: members(text), ...more }
}

const said = (step: MemberStep) => (step.does === 'make' ? `+${step.ordinal}${step.revision}` : `-${step.ordinal}`)

const parallel = { policy: 'Parallel' } as const
const gate = { ...parallel, maxUnavailable: 2 }
const steps: [name: string, before: string, more: Partial<StatefulState>, says: string][] = [
  ['the first first', '', {}, '+0b waits for 0: missing'],
  ['the next when it is ready', '0b', {}, '+1b waits for 1: missing'],
  ['not before', '0b-', {}, ' waits for 0: not ready'],
  [
    'not before it has been ready for long enough',
    '0bs',
    { minReadySeconds: 10 },
    ' waits for 0: not long enough ready',
  ],
  ['a pod that is pending', '0bp', {}, ' waits for 0: not ready'],
  ['a pod that has ended goes', '0f 1 2', {}, '-0 waits for 0: ended'],
  ['a pod on its way out is waited for', '0 1x 2', {}, ' waits for 1: terminating'],
  ['the last is replaced first', '0 1 2', {}, '-2'],
  ['then the one before it', '0 1 2b', {}, '-1'],
  ['a new one that is not ready holds the rest', '0 1 2b-', {}, ' waits for 2: not ready'],
  ['members below the partition stay', '0 1 2b', { partition: 2 }, ''],
  ['and are made again as they were', '0 2b', { partition: 2 }, '+1a waits for 1: missing'],
  ['OnDelete replaces nothing', '0 1 2', { strategy: 'OnDelete' }, ''],
  ['too many: the last goes', '0b 1b 2b 3b 4b', {}, '-4'],
  ['one at a time', '0b 1b 2b 3b 4bx', {}, ' waits for 4: terminating'],
  ['an unwell one below it is waited for', '0b 1b 2b 3b- 4b-', {}, ' waits for 3: not ready'],
  ['the only unwell one goes', '0b 1b 2b 3b 4b-', {}, '-4'],
  ['ordinals begin where they are told to', '0b 1b', { start: 1 }, '+2b waits for 2: missing'],
  ['Parallel makes all at once', '1b', parallel, '+0b +2b waits for 2: missing'],
  ['and takes all away at once', '0b 1b 2b 3b 4b-', parallel, '-3 -4'],
  ['but replaces one by one', '0 1 2', parallel, '-2'],
  ['several where the gate is open', '0 1 2', gate, '-1 -2'],
  ['less those that are away', '0 1 2b-', gate, '-1'],
  ['none where enough are away', '0 1b- 2b-', gate, ' waits for 2: not ready'],
  ['a share of them', '0 1 2', { maxUnavailable: '67%' }, '-1 -2'],
  ['at least one', '0 1 2', { maxUnavailable: '1%' }, '-2'],
]
for (const [name, before, more, says] of steps) {
  test(`stateful sync: ${name}`, () => {
    const { steps: found, waits } = syncStatefulSet(state(before, more))
    const end = waits ? ` waits for ${waits.ordinal}: ${waits.why}` : ''
    assert.equal(`${found.map(said).join(' ')}${end}`, says)
  })
}

const whys: [before: string, does: MemberStep['does'], why: string | undefined][] = [
  ['0b 1b', 'make', undefined],
  ['0f 1 2', 'delete', 'ended'],
  ['0b 1b 2b 3b', 'delete', 'scaled down'],
  ['0 1 2', 'delete', 'replaced'],
]
for (const [before, does, why] of whys)
  test(`StatefulSet: what it does of ${before}, and why`, () => {
    const [step] = syncStatefulSet(state(before)).steps
    assert.deepEqual([step?.does, step?.does === 'delete' ? step.why : undefined], [does, why])
  })

const runs: [name: string, before: string, more: Partial<StatefulState>, broken: readonly string[], says: string][] = [
  ['one by one', '0 1 2', {}, [], '-2 +2b -1 +1b -0 +0b: 2, complete'],
  ['a new template that never becomes ready', '0 1 2', {}, ['b'], '-2 +2b: 2, stuck at 2: not ready'],
  [
    'mended afterwards it is stuck all the same',
    '0 1 2-',
    { currentRevision: 'a' },
    ['a'],
    ': 2, stuck at 2: not ready',
  ],
  ['half of it on purpose', '0 1 2', { partition: 2 }, [], '-2 +2b: 2, kept back'],
  ['by hand', '0 1 2', { strategy: 'OnDelete' }, [], ': 3, kept back'],
  ['two at a time', '0 1 2', gate, [], '-1,-2 +1b,+2b -0 +0b: 1, complete'],
  ['scaled down in order', '0b 1b 2b 3b 4b', {}, [], '-4 -3: 3, complete'],
]
for (const [name, before, more, broken, says] of runs) {
  test(`stateful run: ${name}`, () => {
    const run = runStatefulSet(state(before, more), broken)
    const end = run.waits ? `${run.end} at ${run.waits.ordinal}: ${run.waits.why}` : run.end
    assert.equal(`${run.steps.map((one) => one.map(said).join(',')).join(' ')}: ${run.leastAvailable}, ${end}`, says)
  })
}
