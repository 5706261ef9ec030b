import type { Manifest } from '../../kubernetes/types.ts'
import { selectorOf, sorted } from '../lower/labels.ts'
import type { Member } from '../lower/members.ts'
import { metadataOf } from '../lower/metadata.ts'
import { operatorOf } from '../lower/operated.ts'
import type { Placed } from '../lower/placed.ts'

/** Where the metrics of a component are: one for each workload whose pods have the port. */
export function podMonitor({ traits: { metered }, workloads }: Member): readonly Manifest[] {
  if (!metered) return []
  return workloads
    .filter(({ workload }) => portsOf(workload).some(({ name }) => name === metered.port))
    .map((placed) => ({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: metadataOf(placed),
      spec: {
        selector: { matchLabels: labelsOfPods(placed) },
        podMetricsEndpoints: [{ port: metered.port, path: metered.path }],
      },
    }))
}

function portsOf({ controller, ports, beside = [] }: Placed['workload']): Placed['workload']['ports'] {
  return controller === 'CronJob' ? [] : [...ports, ...beside.flatMap((each) => each.ports)]
}

// CloudNativePG labels its pods by the Cluster that they are of.
function labelsOfPods(placed: Placed) {
  return operatorOf(placed) ? { 'cnpg.io/cluster': placed.workload.name } : sorted(selectorOf(placed))
}
