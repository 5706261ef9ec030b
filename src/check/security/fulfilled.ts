// What is done for laws and standards is in place as far as the promises are kept that fulfil it.

import { sourceOf } from '../../estate/source.ts'
import { knownStandard } from '../../knowledge/standards.ts'
import { longestCadenceSeconds } from '../../platform/cadence.ts'
import type { Control } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { type Fulfilling, fulfilling, onlyNamed, sayFulfilled } from './fulfilling.ts'

type Parts = {
  by: { readonly promise: string; readonly verdict: string; readonly line: string }
  named: { readonly control: string; readonly measures: readonly string[] }
  nothing: { readonly control: string }
  unsaid: { readonly standard: string; readonly control: string }
  excluded: { readonly standard: string; readonly control: string }
  audited: {
    readonly control: string
    readonly audited: string
    readonly standard: string
    readonly every: string
    /** By what the standard itself says; absent: as it is said of the platform. */
    readonly known?: string
  }
}

export const fulfilled = defineQuestion<Parts>({
  id: 'fulfilled',
  asks: 'Is what is done for laws and standards in place?',

  *judge(world) {
    const place = world.platform?.name ?? 'platform'
    for (const control of (world.platform?.controls ?? []).toSorted((a, b) => byCodePoint(a.name, b.name)))
      yield {
        id: [place, control.name],
        says: `${control.name} is in place`,
        source: sourceOf(control, control.stated),
        parts: partsOf(control, world),
      }
  },

  says: {
    by: ({ promise, verdict, line }) => `${promise} is ${verdict}: ${line}`,
    named: ({ control, measures }) =>
      `${measures.join(', ')}: said to fulfil ${control}, and no promise here shows ${measures.length === 1 ? 'it' : 'them'}`,
    nothing: ({ control }, truth) =>
      truth === false ? `it is said that nothing fulfils ${control}` : `nobody says what fulfils ${control}`,
    unsaid: ({ standard, control }) => `${control} is for ${standard}, and nobody says how the platform stands to it`,
    excluded: ({ standard, control }) => `${control} is for ${standard}, which is said not to apply`,
    audited: auditedWords,
  },
})

function partsOf(control: Control, world: World): readonly AnyPart<Parts>[] {
  const by = fulfilling(control, world)
  const measures = onlyNamed(control)
  const more = { waitsFor: `control/${control.name}`, hint: sayFulfilled(control), stated: [control.stated] }
  const nothing = part(
    'nothing',
    control.fulfilledBy?.length === 0 ? false : undefined,
    { control: control.name },
    { ...more, cause: `unfulfilled/${control.name}` },
  )
  const named = part('named', undefined, { control: control.name, measures }, more)
  const done = [...by.map(byPart), ...(measures.length > 0 ? [named] : [])]
  return [...(done.length > 0 ? done : [nothing]), ...standardParts(control, world), ...auditedParts(control)]
}

function byPart({ verdict, truth, line, cause, hint, stated }: Fulfilling): AnyPart<Parts> {
  const because = { promise: verdict.id, verdict: verdict.verdict, line }
  return part('by', truth, because, {
    ...(cause !== undefined && { cause }),
    ...(hint !== undefined && { hint }),
    assumes: verdict.assumes,
    stated: [stated],
  })
}

// A standard by its name alone is one that the platform says nothing about, unless it says so elsewhere.
function standardParts(control: Control, { platform }: World): readonly AnyPart<Parts>[] {
  const known = new Map((platform?.standards ?? []).map((one) => [one.name, one]))
  return control.of.flatMap((one): readonly AnyPart<Parts>[] => {
    const name = typeof one === 'string' ? one : one.name
    const standard = typeof one === 'string' ? known.get(one) : one
    const because = { standard: name, control: control.name }
    if (standard === undefined) {
      const hint = `standards: [standard('${name}', …)] of the platform`
      return [part('unsaid', undefined, because, { waitsFor: `standard/${name}`, hint })]
    }
    if (standard.status !== 'not-applicable') return []
    const hint = `another status of ${name}, or ${control.name} without it`
    return [part('excluded', undefined, because, { waitsFor: `standard/${name}`, hint, stated: [standard.stated] })]
  })
}

// Whoever verifies a standard wants to see that somebody has looked since the time before.
function auditedParts({ name, of, audited, stated }: Control): readonly AnyPart<Parts>[] {
  if (audited === undefined) return []
  return of.flatMap((one): readonly AnyPart<Parts>[] => {
    const standard = typeof one === 'string' ? { name: one } : one
    const known = knownStandard(standard.name)
    const said = typeof one === 'string' ? undefined : one.every
    const every = said ?? known?.value.every
    if (every === undefined) return []
    const isOften = audited === 'continuous' || longestCadenceSeconds(audited) <= longestCadenceSeconds(every)
    const by = said === undefined && known ? { known: `${known.source} (${known.asOf})` } : {}
    return [
      part(
        'audited',
        isOften,
        { control: name, audited, standard: standard.name, every, ...by },
        {
          cause: `audited/${name}`,
          hint: `audited: '${every}'`,
          stated: [stated, ...(typeof one === 'string' ? [] : [one.stated])],
        },
      ),
    ]
  })
}

function auditedWords({ control, audited, standard, every, known }: Parts['audited'], truth: Truth): Words {
  const looks = audited === 'continuous' ? 'is looked at all the time' : `is looked at every ${audited}`
  const line = `${control} ${looks}, and ${standard} wants to see it every ${every}`
  return {
    line: truth === true ? line : `${line}: nothing shows it then`,
    rows: known === undefined ? [] : [['known', known]],
  }
}
