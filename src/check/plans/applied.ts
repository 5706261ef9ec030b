// Deliveries: whether one hand alone applies what is declared, and whether its waves follow each other as they must.

import { sourceOf } from '../../estate/source.ts'
import type { Delivery, Procedure, Step } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { callersOf } from './callers-of.ts'
import { namesOf } from './names-of.ts'
import { type Act, type TooEarly, tooEarly, tooEarlyWords } from './sequence.ts'

interface Hand {
  readonly procedure: string
  readonly step: string
  readonly place: string
  readonly of: readonly string[]
}

export type AppliedParts = {
  alone: { by: Delivery['by']; places: readonly string[]; others: readonly string[]; hands: readonly Hand[] }
  schema: { stores: readonly string[]; hands: readonly Hand[] }
  order: { waves: readonly string[]; early: readonly TooEarly[] }
}

export const applied = defineQuestion<AppliedParts>({
  id: 'applied',
  asks: 'Is what is declared applied by one hand, in an order that works?',

  *judge(world) {
    for (const delivery of world.plans?.deliveries ?? []) {
      const { name, applies, stated } = delivery
      yield {
        id: [world.platform?.name ?? 'platform', name],
        says: `${name} alone applies ${namesOf(applies).join(' and ')}, in an order that works`,
        source: sourceOf(delivery, stated),
        parts: [alonePart(delivery, world), ...schemaPart(delivery, world), ...orderPart(delivery)],
      }
    }
  },

  says: {
    alone: ({ by, places, others, hands }, truth): Words => {
      const held = `a ${by} applies ${places.join(' and ')}`
      if (truth === true) return { line: `${held}, and nobody beside it` }
      const beside = [
        ...(hands.length > 0 ? [`${hands.length} ${hands.length === 1 ? 'step' : 'steps'} by hand`] : []),
        ...others,
      ]
      const undone = by === 'controller' ? ': what they change it changes back' : ''
      return {
        line: `${held}, and so ${beside.length === 1 && hands.length <= 1 ? 'does' : 'do'} ${beside.join(' and ')}${undone}`,
        rows: hands.map(handRow),
      }
    },
    schema: ({ stores, hands }, truth): Words =>
      truth === true
        ? { line: `the schema of ${stores.join(' and ')} is migrated in a wave of its own` }
        : {
            line: `the schema of ${stores.join(' and ')} is migrated by hand, and nothing makes what calls ${stores.length === 1 ? 'it' : 'them'} wait`,
            rows: hands.map(handRow),
          },
    order: ({ waves, early }): Words =>
      early.length === 0
        ? { line: `${waves.join(', then ')}: each finds what it needs` }
        : { line: 'waves come too early', rows: early.map(tooEarlyWords) },
  },
})

function handRow({ procedure, step, place, of }: Hand): readonly [string, string] {
  return [procedure, `${step}${of.length > 0 ? `: ${of.join(', ')}` : ''} in ${place}`]
}

function alonePart(delivery: Delivery, { plans }: World): AnyPart<AppliedParts> {
  const { name, by, applies, stated } = delivery
  const others = (plans?.deliveries ?? []).filter((other) => other.name !== name && shares(other, delivery))
  const hands = by === 'person' ? [] : handsOf(delivery, 'deploy', plans?.procedures ?? [])
  const because = {
    by,
    places: namesOf(applies),
    others: others.map((other) => other.name),
    hands: hands.map(({ hand }) => hand),
  }
  return part('alone', others.length + hands.length === 0, because, {
    cause: `applied-twice/${name}`,
    hint: `steps that change what ${name} applies, and wait until it is there`,
    stated: [stated, ...others.map((other) => other.stated), ...hands.map((one) => one.step.stated)],
  })
}

function shares(a: Delivery, b: Delivery): boolean {
  return a.applies.some(({ name }) => b.applies.some((place) => place.name === name))
}

interface ByHand {
  readonly hand: Hand
  readonly step: Step
}

/** Steps by which a person does this in an environment of the delivery. */
function handsOf({ applies }: Delivery, does: Step['does'], procedures: readonly Procedure[]): readonly ByHand[] {
  return procedures.flatMap((procedure) =>
    procedure.steps.flatMap((step) => {
      const place = (step.in ?? procedure.in)?.name ?? ''
      if (step.actor !== 'person' || step.does !== does || !applies.some(({ name }) => name === place)) return []
      const of = namesOf(step.of ?? [])
      return [{ hand: { procedure: procedure.name, step: step.name, place, of }, step }]
    }),
  )
}

// A controller applies what is in its repository when it is there: who migrates beside it is not waited for.
function schemaPart(delivery: Delivery, { plans }: World): readonly AnyPart<AppliedParts>[] {
  if (delivery.by === 'person') return []
  const waves = new Set(delivery.waves.flatMap(({ migrates }) => migrates.map(({ name }) => name)))
  const hands = handsOf(delivery, 'migrate', plans?.procedures ?? [])
  const stores = [...new Set(hands.flatMap(({ hand }) => hand.of))].sort()
  if (stores.length === 0 && waves.size === 0) return []
  const holds = hands.length === 0
  return [
    part(
      'schema',
      holds,
      { stores: holds ? [...waves].sort() : stores, hands: hands.map(({ hand }) => hand) },
      {
        cause: `schema-by-hand/${delivery.name}`,
        hint: 'a wave that migrates, between the store and what calls it',
        stated: [delivery.stated, ...hands.map(({ step }) => step.stated)],
      },
    ),
  ]
}

function orderPart({ name, applies, waves, stated }: Delivery): readonly AnyPart<AppliedParts>[] {
  if (waves.length === 0) return []
  const early = tooEarly(waves.flatMap(actsOf), callersOf(applies))
  const because = { waves: waves.map((wave) => wave.name), early }
  return [
    part('order', early.length === 0, because, {
      cause: `order/${name}`,
      hint: 'the store first, then its schema, then what calls it',
      stated: [stated, ...waves.map((wave) => wave.stated)],
    }),
  ]
}

// A wave deploys, and then migrates.
function actsOf({ name, applies, migrates }: Delivery['waves'][number], at: number): readonly Act[] {
  const over = Array.from({ length: 2 * at }, (_, index) => index)
  const none: readonly string[] = []
  return [
    { name, deploys: namesOf(applies), migrates: none, after: new Set(over) },
    { name, deploys: none, migrates: namesOf(migrates), after: new Set([...over, 2 * at]) },
  ]
}
