import type { Manifest } from '../../kubernetes/types.ts'
import type { Endpoint, Workload } from '../../platform/component.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedBy } from '../order.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'

/**
 * A name for the pods of a workload. A name that promises a role selects all of them too: no label tells who has the
 * role unless something keeps it.
 */
export function service(placed: Placed, endpoint: Endpoint): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(placed, endpoint.name),
    spec: given({
      type: endpoint.type,
      clusterIP: endpoint.headless ? 'None' : undefined,
      selector: selectorOf(placed),
      ports: unlessEmpty(
        portsOf(placed.workload, endpoint).map(({ name, port, protocol }) =>
          given({ name, port, targetPort: name, protocol: protocol === 'TCP' ? undefined : protocol }),
        ),
      ),
    }),
  }
}

/** The workload's ports that an endpoint opens: those it names, or all of them where it names none. */
export function portsOf({ ports }: Workload, endpoint: Endpoint): Workload['ports'] {
  const named = endpoint.ports.length === 0 ? ports : ports.filter(({ name }) => endpoint.ports.includes(name))
  return sortedBy(named, ({ name }) => name)
}
