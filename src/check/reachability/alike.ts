// Connections that end alike are told once, with the names of all.

import { joinAssumptions } from '../../engine/assumption.ts'
import type { ConnectionPart } from './connection-parts.ts'
import { groupName } from './connection-words.ts'

/** Parts of one rule and one cause as one, for all the workloads at the end that differs. */
export function alikeAsOne(parts: readonly ConnectionPart[], differs: 'from' | 'to'): readonly ConnectionPart[] {
  const same = differs === 'from' ? 'to' : 'from'
  const alike = Map.groupBy(parts, (part) =>
    JSON.stringify([part.rule, part.cause, part.because[same], part.because.at]),
  )
  return [...alike.values()].flatMap((group) => (group.length < 2 ? group : [oneOf(group, differs)]))
}

function oneOf(parts: readonly ConnectionPart[], differs: 'from' | 'to'): ConnectionPart {
  const [first] = parts as readonly [ConnectionPart]
  const group = [...new Set(parts.map(({ because }) => because[differs]))].sort()
  const lists = {
    lets: unionOf(parts, 'lets'),
    isolatedBy: unionOf(parts, 'isolatedBy'),
    unknown: unionOf(parts, 'unknown'),
  }
  const held = Object.fromEntries(Object.entries(lists).filter(([key]) => key in first.because))
  const because = { ...first.because, ...held, [differs]: groupName(group), group }
  return { ...first, because, assumes: joinAssumptions(parts.map(({ assumes = [] }) => assumes)) } as ConnectionPart
}

function unionOf(parts: readonly ConnectionPart[], list: string): readonly string[] {
  const texts = parts.flatMap(({ because }) => (because as unknown as { [list: string]: string[] })[list] ?? [])
  return [...new Set(texts)].sort()
}
