import type { Manifest } from '../../kubernetes/types.ts'
import type { Alert, Receiver } from '../../platform/model.ts'
import { receiversOf } from '../../platform/receivers.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { sortedBy } from '../order.ts'
import { integrationOf } from './integration.ts'

/** What the rule of an alert, and the route of its receivers, are labelled with: their names. */
export function receiverName(alert: Alert): string | undefined {
  const receivers = sortedBy(receiversOf(alert), ({ name }) => name)
  return receivers.length === 0 ? undefined : receivers.map(({ name }) => name).join(' and ')
}

/** Each alert to its receivers, by the label that its rule has; what names none goes to the first receiver of all. */
export function routing(alerts: readonly Alert[], { component, environment }: Member): Manifest | undefined {
  const named = new Map<string, readonly Receiver[]>()
  for (const alert of alerts) {
    const name = receiverName(alert)
    if (name !== undefined)
      named.set(
        name,
        sortedBy(receiversOf(alert), (one) => one.name),
      )
  }
  // A sign of life says nothing to people.
  const receivers = sortedBy(named, ([name, all]) => `${all.some(isForSigns) ? 1 : 0}/${name}`)
  const [first] = receivers
  if (!first) return undefined
  return {
    apiVersion: 'monitoring.coreos.com/v1alpha1',
    kind: 'AlertmanagerConfig',
    metadata: {
      name: component.name,
      namespace: environment.namespace,
      labels: { 'app.kubernetes.io/name': component.name },
    },
    spec: {
      route: {
        receiver: first[0],
        groupBy: ['alertname', 'namespace'],
        groupWait: '30s',
        routes: receivers.map(([name, all]) => routeTo(name, all.some(isForSigns))),
      },
      receivers: receivers.map(([name, all]) => ({ name, ...integrationsOf(all) })),
    },
  }
}

function isForSigns({ expects }: Receiver): boolean {
  return expects !== undefined
}

function routeTo(name: string, forSigns: boolean): object {
  return given({
    receiver: name,
    matchers: [{ name: 'receiver', value: name, matchType: '=' }],
    // A sign of life is repeated before it is missed.
    repeatInterval: forSigns ? '1m' : undefined,
    groupInterval: forSigns ? '1m' : undefined,
  })
}

// One receiver of Alertmanager tells all whom it names.
function integrationsOf(receivers: readonly Receiver[]): { readonly [list: string]: readonly object[] } {
  const all = receivers.map(integration)
  return Object.fromEntries(
    [...Map.groupBy(all, ([list]) => list)].map(([list, some]) => [list, some.map(([, is]) => is)]),
  )
}

// What is secret is named, never held: its key or its address stands in a Secret.
function integration({ name, by, secret = name }: Receiver): readonly [list: string, config: object] {
  const key = { name: secret, key: 'key' }
  const known = integrationOf(by)
  if (known === 'pagerduty') return ['pagerdutyConfigs', { routingKey: key }]
  if (known === 'slack') return ['slackConfigs', { apiURL: key, sendResolved: true }]
  return ['webhookConfigs', { urlSecret: key }]
}
