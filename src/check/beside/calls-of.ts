// Calls that a file declares: what no setting shows, as where the address lies in a Secret.

import { type NamedService, portBehind, serviceNames } from '../../estate/calls/service-names.ts'
import type { CallTarget, Estate } from '../../estate/estate.ts'
import { given } from '../../estate/given.ts'
import { nearest } from '../../platform/nearest.ts'
import type { Found } from './found.ts'

export interface CallWritten {
  /** `Service/shop/orders`. */
  readonly to: string
  /** Name or number of the Service's port; needed where it has several. */
  readonly port?: string | number
}

/** What answers there; undefined where something is wrong, which is said. */
export function targetsOf(written: CallWritten, estate: Estate, { say }: Found): readonly CallTarget[] | undefined {
  const service = serviceOf(written.to, estate, say)
  const port = service && portOf(service, written.port, say)
  if (!service || !port) return undefined
  const targets = service.behind.flatMap((backing): readonly CallTarget[] => {
    const at = service.isHeadless ? port.port : portBehind(port, backing)
    if (at === undefined) return []
    const { workload } = backing
    const { protocol, name: portName } = port
    return [given<CallTarget>({ is: 'workload', workload, service: service.ref, port: at, protocol, portName })]
  })
  if (targets.length > 0) return targets
  say({
    path: 'calls.to',
    found: `${written.to}, behind which nobody shows pods`,
    allowed: 'a Service that pods answer',
  })
  return undefined
}

const byEstate = new WeakMap<Estate, ReadonlyMap<string, NamedService>>()

function servicesIn(estate: Estate): ReadonlyMap<string, NamedService> {
  const known = byEstate.get(estate)
  if (known) return known
  const made = new Map([...serviceNames(estate.objects).values()].map((service) => [String(service.ref), service]))
  byEstate.set(estate, made)
  return made
}

function serviceOf(to: string, estate: Estate, say: Found['say']): NamedService | undefined {
  const names = servicesIn(estate)
  const found = names.get(to)
  if (found) return found
  const near = nearest(to, [...names.keys()].sort())
  const allowed = 'a Service among the files, as Service/shop/orders'
  say({
    path: 'calls.to',
    found: `'${to}', which is not there`,
    allowed,
    ...(near !== undefined && { didYouMean: near }),
  })
  return undefined
}

function portOf({ ports, ref }: NamedService, written: CallWritten['port'], say: Found['say']) {
  const [only, ...others] = ports
  const found = written === undefined ? undefined : ports.find(({ name, port }) => name === written || port === written)
  if (found ?? (written === undefined && others.length === 0 ? only : undefined)) return found ?? only
  const allowed = ports.map(({ name, port }) => (name === undefined ? `${port}` : `${name} (${port})`)).join(', ')
  say({
    path: 'calls.port',
    found: written === undefined ? 'nothing' : `'${written}'`,
    allowed: allowed === '' ? `a port of ${ref}, which has none` : `one of ${allowed}`,
  })
  return undefined
}
