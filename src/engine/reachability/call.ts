// A declared call, judged: does the name that it uses lead to the pods that are meant, and do the policies let it pass?

import type { FactOf } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type Connection, type ConnectionQuestion, connection } from './connection.ts'
import type { Reachability } from './reachability.ts'
import { answersOf } from './service.ts'

export interface Call {
  readonly fact: FactOf<'calls'>
  /** undefined where what is called does not stand in this environment. */
  readonly connection: Connection | undefined
  /** Where it goes by the name of a Service. */
  readonly name?: NameAnswer
}

export interface NameAnswer {
  readonly service: Ref
  /** `missing`: no such Service; `elsewhere`: its selector does not take the pods that are meant; `port`: not at that port. */
  readonly leads: 'there' | 'missing' | 'elsewhere' | 'port' | 'unsaid'
}

type Options = Pick<ConnectionQuestion, 'wanted' | 'denied' | 'asMeant'>

/** Every declared call between pods of the estate, or from them to the outside, in the order of their names. */
export function callsOf(r: Reachability, options: Options = {}): readonly Call[] {
  const facts = r.estate.facts.filter((fact): fact is FactOf<'calls'> => fact.trait === 'calls')
  const keyed = facts.map((fact) => ({ fact, key: keyOf(fact) })).sort((a, b) => (a.key < b.key ? -1 : 1))
  return keyed.map(({ fact }) => judgeCall(r, fact, options))
}

function judgeCall(r: Reachability, fact: FactOf<'calls'>, options: Options = {}): Call {
  const { from, to } = fact
  if (to.is === 'outside') {
    const { name, address, port } = to
    const end = { outside: name, ...(address !== undefined && { address }) }
    return { fact, connection: connection(r, { ...options, from, to: end, port }) }
  }
  if (to.is === 'absent') return { fact, connection: undefined }
  const { workload, port, protocol, service } = to
  const judged = connection(r, { ...options, from, to: workload, port, protocol })
  return { fact, connection: judged, name: service && { service, leads: leads(r, service, workload, port) } }
}

function leads(r: Reachability, service: Ref, workload: Ref, port: number): NameAnswer['leads'] {
  const object = r.services.get(service)
  if (!object) return 'missing'
  const answers = answersOf(r, object)
  if (!answers) return 'unsaid'
  const meant = answers.filter((answer) => answer.workload === workload)
  if (meant.length === 0) return 'elsewhere'
  const isHeadless = (object.manifest.spec as { clusterIP?: string }).clusterIP === 'None'
  return isHeadless || meant.some(({ at }) => at === port) ? 'there' : 'port'
}

function keyOf({ from, to }: FactOf<'calls'>): string {
  return to.is === 'workload' ? `${from} ${to.workload}:${to.port}/${to.protocol}` : `${from} ~${to.name}`
}
