import { make, type NounSpec } from '../make.ts'
import type { Incident } from '../model.ts'
import { duration, either, flag, list, need, noun, oneOf, record, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface IncidentOptions {
  readonly noticedBy: Incident['noticedBy']
  readonly answeredBy?: Incident['answeredBy']
  readonly told?: Incident['told']
  readonly discloses?: boolean
  /** Outside: `[{ to: 'authority', within: '72h' }]`. */
  readonly reports?: Incident['reports']
  readonly stated?: Stated
}

export const incidentSpec: NounSpec<IncidentOptions, Incident> = {
  is: 'incident',
  word: 'incident',
  named: text,
  fields: {
    noticedBy: need(
      list(either(noun('alert'), oneOf('anomalies', 'behaviour', 'failed-logins', 'runtime-scan', 'traffic')), 1),
      'what shows it',
    ),
    answeredBy: list(
      either(noun('procedure'), oneOf('contain', 'isolate', 'limit-rate', 'lock-account', 'review-access')),
    ),
    told: list(noun('team')),
    discloses: flag,
    reports: list(
      record("who outside is told, such as { to: 'authority', within: '72h' }", {
        to: need(oneOf('authority', 'persons'), 'who is told'),
        within: need(duration, 'how soon'),
        stated,
      }),
      1,
    ),
    stated,
  },
  build: (name, options) => ({ is: 'incident', name, answeredBy: [], told: [], ...options }),
}

/**
 * What somebody may do to the platform, how it is noticed, what is done at once, and who is told, one after the other.
 * `incident('guessed passwords', { noticedBy: ['failed-logins'], answeredBy: ['lock-account'], told: [securityTeam] })`
 */
export function incident(name: string, options: IncidentOptions): Incident {
  return make(incidentSpec, name, options)
}
