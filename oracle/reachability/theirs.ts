import type { Json, JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import type { Judge } from '../values/judge.ts'
import type { TheirAnswer } from './answers.ts'
import { inWorld, worldsOf } from './blocks.ts'
import type { PolicyCase } from './policy-case.ts'

export interface Theirs {
  /** undefined where cyclonus refuses the case. */
  readonly answer: TheirAnswer | undefined
  /** How many sides come out otherwise when cyclonus reads the selectors itself. */
  readonly ownSelectors: number
}

/** What cyclonus says of each case, in each world of it. */
export async function theirsOf(judge: Judge, cases: readonly PolicyCase[]): Promise<readonly Theirs[]> {
  const asked = cases.map((one) => worldsOf(one).map((world) => ({ world, question: questionOf(one, world) })))
  const answers = await judge.ask(asked.flat().map(({ question }) => question))
  let at = 0
  return asked.map((worlds) => {
    const own = worlds.map(({ world }) => ({ world, answer: answers[at++] ?? null }))
    return joined(own)
  })
}

function joined(worlds: readonly { readonly world: string; readonly answer: Json }[]): Theirs {
  const read = worlds.map(({ world, answer }) => ({ world, ...(isObject(answer) ? answer : {}) }))
  if (!read.every((each): each is typeof each & { sides: Json } => 'sides' in each && Array.isArray(each.sides)))
    return { answer: undefined, ownSelectors: 0 }
  const answer = Object.fromEntries(read.map(({ world, sides }) => [world, sides])) as unknown as TheirAnswer
  const own = read.reduce((sum, each) => sum + Number('ownSelectors' in each ? each.ownSelectors : 0), 0)
  return { answer, ownSelectors: own }
}

const nameLabel = 'kubernetes.io/metadata.name'

function questionOf({ namespaces, pods, policies, addresses, ports }: PolicyCase, world: 'written' | 'whole' | 'none') {
  return {
    // The API server puts it on every namespace.
    namespaces: Object.fromEntries(
      Object.entries(namespaces).map(([name, labels]) => [name, { ...labels, [nameLabel]: name }]),
    ),
    pods: Object.entries(pods).map(([name, pod]) => ({ ...pod, namespace: name.split('/')[0] ?? '' })),
    addresses,
    policies: Object.entries(policies).map(([name, spec]) => ({
      namespace: name.split('/')[0] ?? '',
      spec: inWorld(spec, world),
    })),
    ports,
  } as unknown as JsonObject
}
