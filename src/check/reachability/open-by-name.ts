// A rule that names a port which several ports of a pod are called takes one of them at least, whichever the network plugin
// means: each alone may be assumed to be shut, all of them together may not.

import type { Connection } from '../../engine/reachability/connection.ts'
import { portNameDoubt } from '../../engine/reachability/doubt.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import type { AskedPort } from './every-port.ts'

export interface AskedWay {
  readonly port: AskedPort
  readonly is: Connection
}

/** Names of the doubts that are assumed away at every port of a name: which of them is open nobody knows, that one is they do. */
export function openByName(r: Reachability, to: Endpoint, ways: readonly AskedWay[]): readonly string[] {
  const at = typeof to === 'string' ? r.classOf.get(to) : undefined
  const named = at === undefined ? [] : (r.classes[at]?.named ?? [])
  const names = [...new Set(named.map(({ name }) => name))].sort()
  return names.flatMap((name) => {
    const { name: doubt, closes = [] } = portNameDoubt(r.estate.cluster, name)
    const isAssumedShut = ({ is }: AskedWay) => is.assumes.some(({ id }) => closes.some((shut) => shut.id === id))
    const shut = ways.filter(isAssumedShut)
    if (shut.length === 0) return []
    const own = named.filter((each) => each.name === name && each.protocol === shut[0]?.port.protocol)
    const isAll = own.every(({ port, protocol }) =>
      shut.some((way) => way.port.port === port && way.port.protocol === protocol),
    )
    return isAll ? [doubt] : []
  })
}
