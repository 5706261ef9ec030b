// Procedures that deploy and migrate: whether each step comes after what it needs.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, Procedure } from '../../platform/model.ts'
import { defineQuestion, type Part, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { callersOf } from './callers-of.ts'
import { type LookParts, lookPart, lookWords } from './looks-last.ts'
import { namesOf } from './names-of.ts'
import { overBefore } from './over-before.ts'
import { type Act, type TooEarly, tooEarly, tooEarlyWords } from './sequence.ts'

interface Order {
  readonly steps: readonly string[]
  readonly early: readonly TooEarly[]
}

export const ordered = defineQuestion<{ order: Order } & LookParts>({
  id: 'ordered',
  asks: 'Does each step of a procedure come after what it needs?',

  *judge({ plans, platform }) {
    for (const procedure of plans?.procedures ?? []) {
      const parts = [...orderPart(procedure), ...lookPart(procedure)]
      if (parts.length === 0) continue
      yield {
        id: [procedure.in?.name ?? platform?.name ?? 'platform', procedure.name],
        environment: procedure.in?.name,
        says: `each step of ${procedure.name} comes after what it needs`,
        source: sourceOf(procedure, procedure.stated),
        parts,
      }
    }
  },

  says: {
    order: ({ steps, early }): Words =>
      early.length === 0
        ? { line: `${steps.join(', then ')}: each finds what it needs` }
        : {
            line: `${early.length} of ${steps.length} steps ${early.length === 1 ? 'comes' : 'come'} too early`,
            rows: early.map(tooEarlyWords),
          },
    ...lookWords,
  },
})

function orderPart(procedure: Procedure): readonly Part<'order', Order>[] {
  const acts = actsOf(procedure)
  if (acts.every(({ deploys, migrates }) => deploys.length + migrates.length === 0)) return []
  const early = tooEarly(acts, callersOf(placesOf(procedure)))
  return [
    part(
      'order',
      early.length === 0,
      { steps: acts.map(({ name }) => name), early },
      {
        cause: `order/${procedure.name}`,
        hint: 'the store first, then its schema, then what calls it',
        stated: [procedure.stated, ...procedure.steps.map(({ stated }) => stated)],
      },
    ),
  ]
}

function placesOf({ in: place, steps }: Procedure): readonly Environment[] {
  return [...new Set([place, ...steps.map((step) => step.in)].filter((one) => one !== undefined))]
}

function actsOf({ steps }: Procedure): readonly Act[] {
  const over = overBefore(steps)
  return steps.map(({ name, does, of = [] }, at) => {
    const names = namesOf(of)
    const onlyIf = (what: typeof does) => (does === what ? names : [])
    return { name, deploys: onlyIf('deploy'), migrates: onlyIf('migrate'), after: over[at] ?? new Set() }
  })
}
