// What somebody may do to the platform: something shows it, something is done at once, and somebody is told.

import { criticalPath } from '../../engine/recovery/critical-path.ts'
import type { Span } from '../../engine/recovery/span.ts'
import { sourceOf } from '../../estate/source.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Incident, Platform } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { saySpan } from '../span-words.ts'

type Parts = {
  noticed: { readonly incident: string; readonly alerts: readonly string[]; readonly signs: readonly string[] }
  done: {
    readonly incident: string
    readonly procedures: readonly { readonly name: string; readonly span: Span }[]
    readonly answers: readonly string[]
    /** What stands before the others and limits rates, whoever asks. */
    readonly limiters: readonly string[]
    /** What takes a flood of requests upon itself. */
    readonly absorbers: readonly string[]
  }
  told: { readonly incident: string; readonly teams: readonly string[] }
}

export const answered = defineQuestion<Parts>({
  id: 'answered',
  asks: 'Is it noticed, answered and told what somebody does to the platform?',

  *judge({ platform }) {
    const limiters = platform ? doing('limits-rate', platform) : []
    const absorbers = platform ? doing('absorbs-ddos', platform) : []
    for (const incident of (platform?.incidents ?? []).toSorted((a, b) => byCodePoint(a.name, b.name)))
      yield {
        id: [platform?.name ?? 'platform', incident.name],
        says: `${incident.name} is noticed, something is done at once, and somebody is told`,
        source: sourceOf(incident, incident.stated),
        parts: partsOf(incident, { limiters, absorbers }),
      }
  },

  says: {
    noticed: ({ alerts, signs }, truth) =>
      truth === true
        ? `${alerts.join(', ')} shows it`
        : signs.length === 0
          ? 'nobody says what would show it'
          : `${signs.join(', ')} would show it: nobody says which alert fires by that`,
    done: ({ procedures, answers, limiters, absorbers }, truth) => {
      if (truth === true) return `this is done: ${procedures.map(sayProcedure).join(', ')}`
      if (answers.length === 0) return 'nothing is said to be done'
      const limits = limiters.length === 1 ? 'limits rates' : 'limit rates'
      return limiters.length > 0 && answers.every((one) => one === 'limit-rate')
        ? `${limiters.join(', ')} ${limits}${absorbers.length > 0 ? ` behind ${absorbers.join(', ')}, which ${absorbers.length === 1 ? 'takes' : 'take'} floods` : ''}: nobody says to what, nor who does more`
        : `${answers.join(', ')} is said to be done: nobody says by whom, nor in which steps`
    },
    told: ({ teams }, truth) => (truth === true ? `told are ${teams.join(', then ')}` : 'nobody is said to be told'),
  },
})

function doing(what: 'limits-rate' | 'absorbs-ddos', platform: Platform): readonly string[] {
  const all = environmentsOf(platform).flatMap((environment) => componentsOf(environment))
  const named = all.filter((one) => traitsOf(one).forwards?.does?.includes(what))
  return [...new Set(named.map(({ name }) => name))].sort(byCodePoint)
}

// A word says what is meant; an alert fires, and a procedure has steps that somebody takes.
function partsOf(
  { name, noticedBy, answeredBy, told, stated }: Incident,
  before: Pick<Parts['done'], 'limiters' | 'absorbers'>,
): readonly AnyPart<Parts>[] {
  const alerts = noticedBy.flatMap((one) => (typeof one === 'string' ? [] : [one.name]))
  const signs = noticedBy.filter((one) => typeof one === 'string')
  const procedures = answeredBy.flatMap((one) =>
    typeof one === 'string' ? [] : [{ name: one.name, span: criticalPath(one.steps, { name: one.name }).span }],
  )
  const answers = answeredBy.filter((one) => typeof one === 'string')
  const teams = told.map((team) => team.name)
  const more = (isSaid: boolean, hint: string) => ({
    ...(!isSaid && { waitsFor: `incident/${name}`, hint }),
    stated: [stated],
  })
  return [
    part(
      'noticed',
      alerts.length > 0 || undefined,
      { incident: name, alerts, signs },
      more(alerts.length > 0, 'noticedBy: alerts of the platform'),
    ),
    part(
      'done',
      procedures.length > 0 || undefined,
      { incident: name, procedures, answers, ...before },
      more(procedures.length > 0, 'answeredBy: a procedure'),
    ),
    part('told', teams.length > 0 || undefined, { incident: name, teams }, more(teams.length > 0, 'told: teams')),
  ]
}

function sayProcedure({ name, span }: { readonly name: string; readonly span: Span }): string {
  return span.to === undefined ? name : `${name}, over in ${saySpan(span)}`
}
