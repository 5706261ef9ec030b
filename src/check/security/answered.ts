// What somebody may do to the platform: something shows it, something is done at once, and somebody is told.

import { criticalPath } from '../../engine/recovery/critical-path.ts'
import type { Span } from '../../engine/recovery/span.ts'
import { sourceOf } from '../../estate/source.ts'
import type { Incident } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { saySpan } from '../span-words.ts'

type Parts = {
  noticed: { readonly incident: string; readonly alerts: readonly string[]; readonly signs: readonly string[] }
  done: {
    readonly incident: string
    readonly procedures: readonly { readonly name: string; readonly span: Span }[]
    readonly answers: readonly string[]
  }
  told: { readonly incident: string; readonly teams: readonly string[] }
}

export const answered = defineQuestion<Parts>({
  id: 'answered',
  asks: 'Is it noticed, answered and told what somebody does to the platform?',

  *judge({ platform }) {
    for (const incident of (platform?.incidents ?? []).toSorted((a, b) => byCodePoint(a.name, b.name)))
      yield {
        id: [platform?.name ?? 'platform', incident.name],
        says: `${incident.name} is noticed, something is done at once, and somebody is told`,
        source: sourceOf(incident, incident.stated),
        parts: partsOf(incident),
      }
  },

  says: {
    noticed: ({ alerts, signs }, truth) =>
      truth === true ? `${alerts.join(', ')} shows it` : `${signs.join(', ')} would show it, and no alert is said to`,
    done: ({ procedures, answers }, truth) => {
      if (truth === true) return `this is done: ${procedures.map(sayProcedure).join(', ')}`
      return answers.length === 0
        ? 'nothing is said to be done'
        : `this is said to be done, by nobody and by no steps: ${answers.join(', ')}`
    },
    told: ({ teams }, truth) => (truth === true ? `told are ${teams.join(', then ')}` : 'nobody is said to be told'),
  },
})

// A word says what is meant; an alert fires, and a procedure has steps that somebody takes.
function partsOf({ name, noticedBy, answeredBy, told, stated }: Incident): readonly AnyPart<Parts>[] {
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
      { incident: name, procedures, answers },
      more(procedures.length > 0, 'answeredBy: a procedure'),
    ),
    part('told', teams.length > 0 || undefined, { incident: name, teams }, more(teams.length > 0, 'told: teams')),
  ]
}

function sayProcedure({ name, span }: { readonly name: string; readonly span: Span }): string {
  return span.to === undefined ? name : `${name}, over in ${saySpan(span)}`
}
