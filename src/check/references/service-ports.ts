// The ports that a Service answers on, and what they lead to.

import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import type { Manifest } from '../../kubernetes/types.ts'

export interface ServicePort {
  readonly name?: string
  readonly port: number
  readonly protocol: string
  readonly targetPort: number | string
  readonly index: number
}

/** The ports of a Service; undefined where anything may be asked for (an external name) and for what is no Service. */
export function portsOf({ kind, spec }: Manifest): readonly ServicePort[] | undefined {
  const { type, ports } = fieldsAt(spec)
  if (kind !== 'Service' || type === 'ExternalName') return undefined
  return fieldsIn(ports).flatMap(({ name, port, protocol, targetPort }, index): ServicePort[] => {
    if (typeof port !== 'number') return []
    const target = typeof targetPort === 'number' || typeof targetPort === 'string' ? targetPort : port
    const said = { port, protocol: typeof protocol === 'string' ? protocol : 'TCP', targetPort: target, index }
    return [typeof name === 'string' ? { name, ...said } : said]
  })
}
