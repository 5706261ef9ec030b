// How one of those whom an alert tells hears of it: by a way that is there, of its severity, in a form that reaches people.

import type { Assumption } from '../../engine/assumption.ts'
import { integrationOf } from '../../estate/watching/integration.ts'
import type { Alert, Receiver } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'

export type ReceiverParts = {
  severity: { to: string; severity: string | undefined; severities: readonly string[] }
  sign: { to: string; expects: string }
  offered: { to: string; by: string; ways: readonly string[] }
  understood: { to: string; by: string; integration: string | undefined }
}

/** What sends alerts on, as far as it is declared. */
export interface Sending {
  /** An Alertmanager is there whose routes are those of the platform's alerts. */
  readonly isRouted: boolean
  /** The ways by which it is said to tell people; empty: nobody says. */
  readonly receivers: readonly Receiver[]
  readonly denied: ReadonlySet<string>
}

export function receiverParts(alert: Alert, to: Receiver, sending: Sending): AnyPart<ReceiverParts>[] {
  return [...toParts(alert, to), ...offeredParts(alert, to, sending), ...sentParts(to, sending)]
}

function toParts({ name, severity, when, stated }: Alert, to: Receiver): AnyPart<ReceiverParts>[] {
  const { severities, expects } = to
  const said = { stated: [stated, to.stated] }
  const isSign = when.always === true
  return [
    ...(severities === undefined
      ? []
      : [
          part(
            'severity',
            severity === undefined ? undefined : severities.includes(severity),
            { to: to.name, severity, severities },
            { cause: `severity/${name}`, hint: `a receiver that is told of what is ${severity}`, ...said },
          ),
        ]),
    ...(expects === undefined
      ? []
      : [
          part(
            'sign',
            isSign,
            { to: to.name, expects },
            { cause: `sign-of-life/${to.name}`, hint: 'a receiver of its own for signs of life', ...said },
          ),
        ]),
  ]
}

function offeredParts({ stated }: Alert, to: Receiver, { receivers }: Sending): AnyPart<ReceiverParts>[] {
  if (receivers.length === 0) return []
  const isOffered = receivers.some(({ name }) => name === to.name)
  const because = { to: to.name, by: to.by, ways: receivers.map(({ name }) => name).sort() }
  return [
    part('offered', isOffered, because, {
      cause: `no-such-way/${to.name}`,
      hint: `${to.name} among the receivers of the Alertmanager, or another way`,
      stated: [stated, to.stated, ...receivers.map((one) => one.stated)],
    }),
  ]
}

function sentParts({ name, by, stated }: Receiver, { isRouted, denied }: Sending): AnyPart<ReceiverParts>[] {
  if (!isRouted) return []
  const integration = integrationOf(by)
  const taken: Assumption = {
    id: `webhook/${name}`,
    says: `what ${name} is reached by takes what Alertmanager posts: ${by}`,
    kind: 'outside',
    source: { stated },
  }
  const assumes = integration ? [] : [taken]
  const truth = assumes.every(({ id }) => !denied.has(id))
  return [part('understood', truth, { to: name, by, integration }, { assumes, cause: taken.id, stated: [stated] })]
}

export const receiverWords = {
  severity: ({ to, severity, severities }: ReceiverParts['severity'], truth: boolean | undefined): string =>
    truth === undefined
      ? `nobody says how severe it is, and ${to} is told of what is ${severities.join(' or ')} alone`
      : truth
        ? `${to} is told of what is ${severity}`
        : `it is ${severity}, and ${to} is told of what is ${severities.join(' or ')} alone`,
  sign: ({ to, expects }: ReceiverParts['sign'], truth: boolean | undefined): string =>
    truth === true
      ? `a sign of life, which ${to} expects every ${expects}`
      : `${to} takes whatever it hears for the sign of life that it expects every ${expects}, and tells nobody`,
  offered: ({ to, ways }: ReceiverParts['offered'], truth: boolean | undefined): string =>
    truth === true
      ? `${to} is among the ways by which alerts are sent`
      : `it goes to ${to}, and the ways by which alerts are sent are ${ways.join(', ')}`,
  understood: ({ to, by, integration }: ReceiverParts['understood'], truth: boolean | undefined): string => {
    if (integration) return `${to} is reached by ${by}, which Alertmanager writes to itself`
    return truth === true
      ? `${to} is reached by ${by}, which takes what Alertmanager posts`
      : `${to} is reached by ${by}, which does not take what Alertmanager posts`
  },
}
