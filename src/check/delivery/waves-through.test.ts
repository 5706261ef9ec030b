import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gate, pipeline, stage } from '../../platform/language/pipeline.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { team } from '../../platform/language/team.ts'
import type { Approval } from '../../platform/model.ts'
import { sampleWorld } from '../sample.ts'
import { wavesThrough } from './waves-through.ts'

const lead = team('lead')
const others = team('others')

const rows: [name: string, approver: Approval['team'] | Approval, says: readonly string[]][] = [
  [
    'the same team',
    lead,
    ['one of lead may wave a version through, and agrees to it next: passes quality, agrees promotion to live'],
  ],
  ['another team', others, []],
  ['two of the same team', { team: lead, count: 2 }, []],
]

for (const [name, approver, says] of rows)
  test(`waves through: ${name}`, () => {
    const world = sampleWorld({
      plans: ({ live }) => ({
        pipelines: [
          pipeline('ship', {
            on: ['push'],
            stages: [
              stage('look', {
                does: ['analyse'],
                gates: [gate('quality', { measures: 'grade', atLeast: 'A', bypassedBy: [lead] })],
              }),
            ],
          }),
        ],
        promotions: [promotion({ to: live, approvers: [approver] })],
      }),
    })
    assert.deepEqual(
      [...wavesThrough(world)].map(
        ({ says: { line, rows: said = [] } }) => `${line}: ${said.map((row) => row.join(' ')).join(', ')}`,
      ),
      says,
    )
  })
