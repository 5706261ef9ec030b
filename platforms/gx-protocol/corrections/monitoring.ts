// Alerts that fire in time, exporters of what stores do not say themselves, and somebody outside who misses a sign of life.

import { alert, always, down, metric, receiver, rises, service } from 'seaworthy'
import type { Component } from '../../../src/platform/component.ts'
import type { Alert } from '../../../src/platform/model.ts'
import { type Correction, change, components, listed } from '../../findings/changing.ts'
import { stores } from './named.ts'

const pagerDuty = receiver('pagerduty', { by: 'PagerDuty' })

/** Slow loops too: so many restarts in an hour. */
export const countsRestartsOverAnHour = alertToo(() => {
  const restarts = metric('kube_pod_container_status_restarts_total', { unit: 'count' })
  return alert('PodCrashLoopSlow', {
    when: rises(restarts, { by: 5, over: '1h' }),
    severity: 'critical',
    to: pagerDuty,
  })
})

/** A page at the first instance that is down. */
export const pagesAtOneDown = alertToo((alerts) => {
  const database = alerts.find(({ when }) => when.down?.name === 'postgres')?.when.down as Component
  return alert('PostgresInstanceDown', { when: down(database, 'any'), severity: 'critical', to: pagerDuty })
})

/** A sign of life that somebody outside misses when it ends. */
export const signsOfLife = alertToo(() => {
  const outside = receiver('dead-mans-switch', { by: 'a service outside the cluster', expects: '5m' })
  return alert('Watchdog', { when: always(), severity: 'none', to: outside })
})

const exporter = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '100m', memory: '128Mi' } }

/** Beside each pod of a store, and within the room that is planned for it; what an operator makes has its own. */
export const storesHaveExporters = components(stores, (options) =>
  options.operatedBy ? options : { ...options, exporter },
)

/** What tells of pods and nodes stands beside what collects it. */
export const countsPodsAndNodes = change('environment', ['monitoring'], (options) => ({
  ...options,
  runs: [
    ...listed(options.runs),
    service('kube-state-metrics', {
      image: 'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.17.0',
      listens: { metrics: 8080 },
      metrics: { port: 'metrics' },
    }),
  ],
}))

function alertToo(make: (alerts: readonly Alert[]) => Alert): Correction {
  return change('platform', ['gx-protocol'], (options) => {
    const alerts = options.alerts as readonly Alert[]
    return { ...options, alerts: [...alerts, make(alerts)] }
  })
}
