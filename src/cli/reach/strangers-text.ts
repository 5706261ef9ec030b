import { portsText } from '../../check/reachability/miss-words.ts'
import { unknownText } from '../../check/reachability/unknown-words.ts'
import type { Direction } from '../../engine/reachability/policy.ts'
import type { LetStranger } from '../../engine/reachability/strangers.ts'
import type { ReachAnswer } from './reach-task.ts'

export interface ToldStranger {
  readonly workload: string
  /** As policies mean them: `ingress-nginx (a namespace no file shows)`. */
  readonly name: string
  /** The same, with what is in doubt about them. */
  readonly who: string
  /** `TCP 3000`. */
  readonly ports: string
  readonly doubt?: string
}

/** Whom policies let in, or what they let out to, that no file shows: each once for a workload, with all its ports. */
export function strangersTold(
  { strangers }: Pick<ReachAnswer, 'strangers'>,
  direction: Direction,
): readonly ToldStranger[] {
  const own = strangers.filter((one) => one.direction === direction)
  const alike = Map.groupBy(own, ({ workload, who, doubt = '' }) => JSON.stringify([workload, who, doubt]))
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { workload, doubt } = first
    return [
      { workload, name: first.who, who: whoText(first), ports: atText(group), ...(doubt !== undefined && { doubt }) },
    ]
  })
}

function whoText({ who, doubt }: LetStranger): string {
  if (doubt === undefined) return who
  return doubt.startsWith('domain-names/') ? `${who} (by name)` : `${who} (${unknownText([doubt])})`
}

function atText(group: readonly LetStranger[]): string {
  if (group.some(({ ports }) => ports === undefined)) return 'every port'
  const ports = group.flatMap((one) => one.ports ?? [])
  return portsText([...new Map(ports.map((port) => [JSON.stringify(port), port])).values()])
}
