import type { Manifest } from '../../kubernetes/types.ts'
import type { Alert } from '../../platform/model.ts'
import { given, unlessEmpty } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { sortedBy } from '../order.ts'
import { expressionOf, isSayable } from './expression.ts'
import { receiverName } from './routing.ts'

/** All alerts of the cluster as one group of rules, beside what evaluates them. */
export function prometheusRule(
  alerts: readonly Alert[],
  { component, environment }: Member,
  members: readonly Member[],
): Manifest | undefined {
  const sayable = alerts.filter(({ when, expression }) => expression !== undefined || isSayable(when))
  const rules = sortedBy(sayable, ({ name, in: where }) => `${name}/${where?.name ?? ''}`).map((alert) =>
    given({
      alert: alert.name,
      expr: expressionOf(alert, members),
      for: alert.for,
      labels: given({ severity: alert.severity, receiver: receiverName(alert), environment: alert.in?.name }),
      annotations: unlessEmpty(given({ runbook_url: alert.runbook })),
    }),
  )
  if (rules.length === 0) return undefined
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: {
      name: `${component.name}-alerts`,
      namespace: environment.namespace,
      labels: { 'app.kubernetes.io/name': component.name },
    },
    spec: { groups: [{ name: 'alerts', rules }] },
  }
}
