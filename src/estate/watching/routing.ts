import type { Manifest } from '../../kubernetes/types.ts'
import type { Alert, Receiver } from '../../platform/model.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { sortedBy } from '../order.ts'
import { integrationOf } from './integration.ts'

/** Each alert to its receiver, by the label that its rule has; what names none goes to the first receiver of all. */
export function routing(alerts: readonly Alert[], { component, environment }: Member): Manifest | undefined {
  const named = new Map(alerts.flatMap(({ to }) => (to ? [[to.name, to] as const] : [])))
  // A sign of life says nothing to people.
  const receivers = sortedBy(named.values(), ({ name, expects }) => `${expects === undefined ? 0 : 1}/${name}`)
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
        receiver: first.name,
        groupBy: ['alertname', 'namespace'],
        groupWait: '30s',
        routes: receivers.map(routeTo),
      },
      receivers: receivers.map(receiverOf),
    },
  }
}

function routeTo({ name, expects }: Receiver): object {
  return given({
    receiver: name,
    matchers: [{ name: 'receiver', value: name, matchType: '=' }],
    // A sign of life is repeated before it is missed.
    repeatInterval: expects === undefined ? undefined : '1m',
    groupInterval: expects === undefined ? undefined : '1m',
  })
}

// What is secret is named, never held: its key or its address stands in a Secret.
function receiverOf({ name, by, secret = name }: Receiver): object {
  const key = { name: secret, key: 'key' }
  const integration = integrationOf(by)
  if (integration === 'pagerduty') return { name, pagerdutyConfigs: [{ routingKey: key }] }
  if (integration === 'slack') return { name, slackConfigs: [{ apiURL: key, sendResolved: true }] }
  return { name, webhookConfigs: [{ urlSecret: key }] }
}
