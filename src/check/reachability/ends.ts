// How the two ends of a connection are called: by name within one namespace, with the namespace across.

import type { CallTarget } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Ends } from './connection-words.ts'

/** The ends of a connection to pods at a port. */
export function endsOf(from: Ref, to: Ref, port: number | undefined, protocol = 'TCP'): Ends {
  const source = partsOf(from)
  const target = partsOf(to)
  const isAcross = source.namespace !== target.namespace
  return {
    from: isAcross ? `${source.namespace}/${source.name}` : source.name,
    to: isAcross ? `${target.namespace}/${target.name}` : target.name,
    at: port === undefined ? '' : `${protocol} ${port}`,
    fromNamespace: source.namespace,
    toNamespace: target.namespace,
  }
}

/** The same for a call, whose caller its environment tells. */
export function callEnds(from: Ref, to: CallTarget): Ends {
  const { namespace, name } = partsOf(from)
  if (to.is === 'workload') return { ...endsOf(from, to.workload, to.port, to.protocol), from: name }
  const { address, port } = to.is === 'outside' ? to : {}
  const called = address === undefined || to.name.endsWith(`:${address}`) ? to.name : `${to.name} (${address})`
  return {
    from: name,
    to: called,
    at: typeof port === 'number' ? `TCP ${port}` : '',
    fromNamespace: namespace,
    toNamespace: '',
  }
}

/** What tells a call apart from its caller's others, in names: `orders`, `orders.shop`, `orders:metrics`. */
export function callName(from: Ref, to: CallTarget): string {
  if (to.is === 'outside' && to.portName !== undefined) return `${to.name}:${to.portName}`
  if (to.is !== 'workload') return to.name
  const target = partsOf(to.workload)
  const isAcross = partsOf(from).namespace !== target.namespace
  const where = isAcross ? `${target.name}.${target.namespace}` : target.name
  return `${where}:${to.portName ?? `${to.protocol}-${to.port}`}`
}
