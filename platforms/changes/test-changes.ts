// Single changes over a platform that keeps its promises: each breaks something, or leaves a margin that can be read.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Platform } from '../../src/platform/model.ts'
import { type Field, fieldsOf } from './fields.ts'
import { beforeOf, type Outcome, outcomeOf } from './outcome.ts'
import { randomOf } from './random.ts'
import { wordsAt } from './words-at.ts'

export interface Changes {
  readonly platform: Platform
  readonly seed: number
  /** How many changes of fields that some verdict reads. */
  readonly least: number
  /** Fields that no verdict reads, by name: what they are is asked by `node scripts/changes.ts --check`, for it takes minutes. */
  readonly unread: readonly string[]
}

export function testChanges({ platform, seed, least, unread }: Changes): void {
  const fields = fieldsOf(platform)
  const drawn = draw(platform, fields, { seed, least, unread: new Set(unread) })
  const of = (is: Outcome['is']) => drawn.filter(({ outcome }) => outcome.is === is)
  const broken = of('broken').length

  test(`${least} changes of what verdicts read, seed ${seed}: ${broken} break something, and half must`, () => {
    assert.ok(broken + of('shown').length >= least)
    assert.ok(broken * 2 >= least, `${broken} of ${least}`)
  })

  test('what breaks nothing is read in a derivation, and reads otherwise there', () => {
    for (const { outcome } of of('shown'))
      if (outcome.is === 'shown') assert.notEqual(outcome.was, outcome.now, outcome.verdict)
  })

  test('what no verdict reads is listed, and is at most one field in ten', () => {
    assert.deepEqual(
      of('unread').map(({ field }) => field.name),
      [],
    )
    assert.ok(unread.length * 10 <= fields.length, `${unread.length} of ${fields.length} fields`)
    const names = new Set(fields.map(({ name }) => name))
    assert.deepEqual(
      unread.filter((name) => !names.has(name)),
      [],
    )
  })
}

interface Drawn {
  readonly field: Field
  readonly outcome: Outcome
}

interface Drawing extends Pick<Changes, 'seed' | 'least'> {
  readonly unread: ReadonlySet<string>
}

// Drawn without putting back, until so many are found that some verdict reads.
function draw(platform: Platform, fields: readonly Field[], { seed, least, unread }: Drawing): readonly Drawn[] {
  const random = randomOf(seed)
  const before = beforeOf(platform)
  const left = fields.filter(({ name }) => !unread.has(name))
  const drawn: Drawn[] = []
  let read = 0
  while (read < least && left.length > 0) {
    const [field] = left.splice(Math.floor(random() * left.length), 1) as [Field]
    const outcome = outcomeOf(field, before, wordsAt(fields, field))
    drawn.push({ field, outcome })
    if (outcome.is === 'broken' || outcome.is === 'shown') read++
  }
  return drawn
}
