import { type Call, callsOf, type NameAnswer } from '../../engine/reachability/call.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { type ConnectionRules, connectionParts, connectionWords } from './connection-parts.ts'
import { callEnds, callName } from './ends.ts'
import { reachable } from './reachable.ts'

interface NameData {
  readonly service: Ref
  readonly leads: NameAnswer['leads']
  readonly to: string
}

type Rules = ConnectionRules & { name: NameData; stands: { to: string } }

// A declared call that a policy stops is broken whoever wrote the policy; what is open without being declared is not asked here.
export const reaches = defineQuestion<Rules>({
  id: 'reaches',
  asks: 'Does every declared call get through?',

  *judge(world) {
    for (const view of world.views)
      for (const call of callsOf(reachable(view), { denied: world.denied })) yield findingOf(call, view)
  },

  says: {
    ...connectionWords,
    name: ({ service, leads, to }) => `${partsOf(service).name} ${nameWords[leads]} ${to}`,
    stands: ({ to }) => `${to} does not stand in this environment`,
  },
})

const truths: { readonly [L in NameAnswer['leads']]: Truth } = {
  there: true,
  missing: false,
  elsewhere: false,
  port: false,
  unsaid: undefined,
}

const nameWords: { readonly [L in NameAnswer['leads']]: string } = {
  there: 'leads to',
  missing: 'is no Service: nothing leads to',
  elsewhere: 'selects none of the pods of',
  port: 'does not lead to that port of',
  unsaid: 'has no selector, so nobody shows that it leads to',
}

function findingOf(call: Call, view: View): Finding<Rules> {
  const { fact, connection, name } = call
  const ends = callEnds(fact.from, fact.to)
  return {
    id: [fact.environment, partsOf(fact.from).name, callName(fact.from, fact.to)],
    environment: fact.environment,
    cluster: view.estate.cluster,
    says: `${ends.from} reaches ${ends.to}${ends.at && ` at ${ends.at}`}`,
    source: fact.source,
    parts: [
      ...(name ? [part('name', truths[name.leads], { ...name, to: ends.to }, { cause: `name/${name.service}` })] : []),
      ...(connection
        ? connectionParts(connection, ends, view)
        : [part('stands', false, { to: ends.to }, { cause: `absent/${fact.environment}/${ends.to}` })]),
    ],
  }
}
