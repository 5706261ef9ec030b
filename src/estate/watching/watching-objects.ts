// What Prometheus and Alertmanager are told on a cluster where Prometheus Operator runs them: where the metrics are, when
// an alert fires, and who is told.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Alert } from '../../platform/model.ts'
import type { EstateObject, Source } from '../estate.ts'
import { lowered } from '../lower/lowered.ts'
import type { Member } from '../lower/members.ts'
import { optionSource } from '../source.ts'
import { podMonitor } from './pod-monitor.ts'
import { prometheusRule } from './prometheus-rule.ts'
import { routing } from './routing.ts'

/** None where nothing that an operator runs collects metrics. */
export function watchingObjects(members: readonly Member[], alerts: readonly Alert[]): readonly EstateObject[] {
  const collector = members.find(({ traits }) => traits.collects?.operatedBy)
  if (!collector) return []
  const notifier = members.find(({ traits }) => traits.notifies?.operatedBy === 'prometheus-operator')
  const here = alerts.filter(({ in: where }) => !where || members.some(({ environment }) => environment === where))
  return [
    ...members.flatMap((member) =>
      podMonitor(member).flatMap((manifest) => object(manifest, member, optionSource(member, 'metrics'))),
    ),
    ...object(prometheusRule(here, collector, members), collector, optionSource(collector, 'operatedBy')),
    ...(notifier ? object(routing(here, notifier), notifier, optionSource(notifier, 'operatedBy')) : []),
  ]
}

function object(manifest: Manifest | undefined, { component, environment }: Member, source: Source) {
  return manifest ? [lowered(manifest, { component: component.name, environment: environment.name, source })] : []
}
