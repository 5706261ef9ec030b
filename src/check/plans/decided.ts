// Decisions on the architecture: whether one way is taken, whether it is there, and whether what was put off is overdue.

import { sourceOf } from '../../estate/source.ts'
import type { Decision, Option } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { namesOf } from './names-of.ts'

export type DecidedParts = {
  taken: { selected: readonly string[]; deferred: readonly string[] }
  there: { option: string; by: readonly string[]; absent: readonly string[] }
  refused: { option: string; there: readonly string[] }
  due: { option: string; until: string; asOf: string }
}

export const decided = defineQuestion<DecidedParts>({
  id: 'decided',
  asks: 'Is each decision taken, and does what is declared follow it?',

  *judge(world) {
    for (const decision of world.plans?.decisions ?? []) {
      yield {
        id: [world.platform?.name ?? 'platform', decision.name],
        says: `${decision.name} is decided, and what is declared follows it`,
        source: sourceOf(decision, decision.stated),
        parts: partsOf(decision, world),
      }
    }
  },

  says: {
    taken: ({ selected, deferred }, truth) => {
      if (truth === true) return `${selected[0]} is selected`
      if (selected.length > 1) return `${selected.join(' and ')} are selected, and one can be`
      return deferred.length > 0 ? `nothing is selected, and ${deferred.join(' and ')} put off` : 'nothing is selected'
    },
    there: ({ option, by, absent }, truth) => {
      if (truth === true) return `${by.join(' and ')} ${by.length === 1 ? 'implements' : 'implement'} ${option}`
      if (by.length === 0) return `nothing is said to implement ${option}`
      return `${option} is implemented by ${absent.join(' and ')}, which ${absent.length === 1 ? 'is' : 'are'} not there`
    },
    refused: ({ option, there }) =>
      `${option} is rejected, and ${there.join(' and ')} ${there.length === 1 ? 'implements' : 'implement'} it all the same`,
    due: ({ option, until, asOf }, truth) =>
      truth === true
        ? `${option} is put off until ${until}`
        : `${option} was put off until ${until}, and it is ${asOf}`,
  },
})

function partsOf({ name, options, stated }: Decision, world: World): readonly AnyPart<DecidedParts>[] {
  const sorted = options.toSorted((a, b) => byCodePoint(a.name, b.name))
  const named = (verdict: Option['verdict']) => sorted.filter((option) => option.verdict === verdict)
  const selected = named('selected')
  const because = { selected: namesOf(selected), deferred: namesOf(named('deferred')) }
  const isTaken = selected.length === 1 || (selected.length === 0 ? undefined : false)
  return [
    part('taken', isTaken, because, { cause: `undecided/${name}`, stated: [stated] }),
    ...selected.map((option) => therePart(option, world)),
    ...named('rejected').flatMap((option) => refusedPart(option, world)),
    ...named('deferred').flatMap((option) => duePart(option, world)),
  ]
}

function therePart(option: Option, world: World): AnyPart<DecidedParts> {
  const absent = namesOf(option.by.filter((one) => !isThere(one, world)))
  const because = { option: option.name, by: namesOf(option.by), absent }
  return part('there', option.by.length > 0 && absent.length === 0, because, {
    cause: `not-implemented/${option.name}`,
    hint: 'what implements it, declared',
    stated: [option.stated],
  })
}

function refusedPart(option: Option, world: World): readonly AnyPart<DecidedParts>[] {
  const there = namesOf(option.by.filter((one) => isThere(one, world)))
  if (there.length === 0) return []
  const more = { cause: `rejected-and-there/${option.name}`, stated: [option.stated] }
  return [part('refused', false, { option: option.name, there }, more)]
}

function duePart({ name, until, stated }: Option, { asOf }: World): readonly AnyPart<DecidedParts>[] {
  if (until === undefined) return []
  const more = { cause: `decision-overdue/${name}`, hint: 'take it, or say until when it waits', stated: [stated] }
  return [part('due', until >= asOf, { option: name, until, asOf }, more)]
}

function isThere(one: Option['by'][number], { views }: World): boolean {
  return views.some(({ estate }) => {
    if (one.is === 'cluster') return estate.cluster === one.name
    if (one.is === 'environment') return estate.environments.some(({ name }) => name === one.name)
    return estate.objects.some(({ component }) => component === one.name)
  })
}
