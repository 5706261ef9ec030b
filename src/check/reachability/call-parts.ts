// A declared call as parts of a verdict: where its name leads, and whether the connection passes.

import type { Call, NameAnswer } from '../../engine/reachability/call.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { connectionParts } from './connection-parts.ts'
import { type ConnectionRules, connectionWords } from './connection-words.ts'
import { callEnds } from './ends.ts'

interface NameData {
  readonly service: Ref
  readonly leads: NameAnswer['leads']
  readonly to: string
}

export type CallRules = ConnectionRules & { name: NameData; stands: { to: string } }

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

/** The name that it goes by, then the connection; that it stands nowhere, where it does not. */
export function callParts({ fact, connection, name }: Call, view: View): readonly AnyPart<CallRules>[] {
  const ends = callEnds(fact.from, fact.to)
  return [
    ...(name ? [part('name', truths[name.leads], { ...name, to: ends.to }, { cause: `name/${name.service}` })] : []),
    ...(connection
      ? connectionParts(connection, ends, view)
      : [part('stands', false, { to: ends.to }, { cause: `absent/${fact.environment}/${ends.to}` })]),
  ]
}

/** The words for those rules. */
export const callWords = {
  ...connectionWords,
  name: ({ service, leads, to }: NameData) => `${partsOf(service).name} ${nameWords[leads]} ${to}`,
  stands: ({ to }: { to: string }) => `${to} does not stand in this environment`,
}
