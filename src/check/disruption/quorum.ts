// Members that decide by majority survive the loss of a node only where a rule keeps a minority on each. Luck is no rule,
// and volumes that are bound to their nodes keep a bad split for ever.

import type { Assumption } from '../../engine/assumption.ts'
import { electionsIn } from '../../engine/disruption/elections.ts'
import { type Split, worstSplit } from '../../engine/disruption/split.ts'
import { hostnameKey } from '../../engine/placement/reasons.ts'
import { usualShare } from '../../engine/placement/usual-share.ts'
import type { FactOf } from '../../estate/estate.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { componentBehind, componentEdit } from '../placement/component-edit.ts'
import { noNodes } from '../placement/no-nodes.ts'
import type { Edit } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { type InStep, inStepFindings, inStepWords } from './in-step.ts'

type Rules = InStep & {
  split: Pick<Split, 'voters' | 'needed' | 'mayLose' | 'worst' | 'atMost' | 'rules' | 'answer'> & {
    name: string
    settled: number
    nodes: number
  }
}

export const quorum = defineQuestion<Rules>({
  id: 'quorum',
  asks: 'Does every quorum keep its majority when one node is lost?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views)
      for (const fact of electionsOf(view)) {
        const split = worstSplit(view.estate, view.pods, fact, 'node')
        // One voter decides alone: there is no majority to lose.
        if (split.voters < 2) continue
        yield {
          id: [fact.environment, fact.component, ...(fact.name === fact.component ? [] : [fact.name])],
          environment: fact.environment,
          cluster: view.estate.cluster,
          says: `${fact.name} keeps a majority when any one node is lost`,
          source: fact.source,
          about: split.workloads.map(({ workload }) => workload),
          parts: [splitPart(fact, split, view, world)],
        }
      }
    yield* inStepFindings(world)
  },

  says: {
    split: ({ name, voters, needed, mayLose, worst, atMost, rules, settled, nodes, answer }, truth) => {
      const majority = `${needed} of the ${voters} voters of ${name} are needed, so ${mayLose || 'none'} may be lost`
      if (truth === true && answer === 'breaks')
        return `${majority}: its pods prefer nodes of their own, so that no node holds more than may be lost`
      if (truth === true)
        return `${majority}: ${rules.map(sayRule).join(' and ') || 'what nodes there are'} leaves at most ${atMost} on one node`
      if (mayLose === 0) return `${majority}: whichever node is lost that holds one of them, the majority is gone`
      if (nodes === 0) return `${majority}, and nobody says what nodes there are`
      if (truth === undefined) return `${majority}: between ${worst.voters} and ${atMost} may stand on one node`
      const why = rules.length === 0 ? 'no rule keeps them apart' : `${rules.map(sayRule).join(' and ')} is not enough`
      const stay = settled > 0 ? '; their volumes are bound to their nodes, so where they stand they stay' : ''
      return `${majority}: ${why}, and ${worst.voters} may stand on ${worst.domain}, whose loss leaves ${voters - worst.voters}${stay}`
    },
    step: inStepWords,
  },
})

function sayRule({ rule, topologyKey, maxSkew }: Split['rules'][number]): string {
  return rule === 'apart'
    ? `required anti-affinity on ${topologyKey}`
    : `a required spread over ${topologyKey} with maxSkew ${maxSkew}`
}

/** Elections that are said, and those that containers show by their own settings; sorted. */
export function electionsOf({ estate, pods }: View): readonly FactOf<'elects'>[] {
  const said = estate.facts.filter((fact): fact is FactOf<'elects'> => fact.trait === 'elects')
  const voters = new Set(said.flatMap((fact) => fact.voters))
  const seen = electionsIn(estate, pods).filter((fact) => !fact.voters.some((ref) => voters.has(ref)))
  const facts = [...said, ...seen]
  const key = ({ environment, component, name }: FactOf<'elects'>) => `${environment} ${component} ${name}`
  return facts.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function splitPart(fact: FactOf<'elects'>, split: Split, view: View, world: World): AnyPart<Rules> {
  const isCertain = split.mayLose === 0
  const prefers = isCertain ? undefined : preferring(split, view)
  const assumes = [...membershipOf(fact), ...(prefers ? [prefers] : [])]
  const isDenied = assumes.some(({ id }) => view.denied.has(id))
  const holds = split.answer === 'unknown' ? undefined : split.answer === 'holds' || prefers !== undefined
  const truth = isDenied || isCertain ? false : holds
  const { voters, needed, mayLose, worst, atMost, rules, answer } = split
  const because = {
    name: fact.name,
    voters,
    needed,
    mayLose,
    worst,
    atMost,
    rules,
    answer,
    settled: split.settled.length,
    nodes: view.estate.nodes.length,
  }
  return part('split', truth, because, {
    assumes,
    cause: `majority-on-one-node/${fact.environment}/${fact.component}`,
    waitsFor: view.estate.nodes.length === 0 ? noNodes : undefined,
    hint: isCertain
      ? `${voters + 1} voters: of ${voters} none may be lost`
      : `a required spread of all voters over ${hostnameKey}: at most ${mayLose} on one node`,
    fix: truth === false && split.answer === 'breaks' ? spreadFix(fact, split, view, world) : undefined,
    at: {
      source: split.workloads[0]?.source ?? fact.source,
      path: isCertain ? ['spec', 'replicas'] : ['spec', 'template', 'spec', 'affinity'],
    },
    stated: [fact.source.stated],
  })
}

// What the pods themselves prefer is not promised, and is no certain fault: it is counted on, by name. Volumes that are bound
// to their nodes would keep the one bad split for ever.
function preferring({ answer, workloads, settled, mayLose }: Split, { estate }: View): Assumption | undefined {
  const [only, ...others] = workloads
  if (answer !== 'breaks' || !only || others.length + settled.length > 0) return undefined
  const share = usualShare(estate, only)
  return share?.isAsked && share.most <= mayLose ? share.assumes : undefined
}

/** Who votes is said by somebody; no object in the cluster shows it. */
export function membershipOf({
  standing,
  environment,
  component,
  name,
  source,
}: FactOf<'elects'>): readonly Assumption[] {
  if (standing.is === 'carried') return []
  const says = `the voters of ${name} are those that are declared, and no others`
  return [
    {
      id: `elects/${environment}/${component}/${name}`,
      says,
      kind: standing.is === 'guessed' ? 'guess' : 'declared',
      source,
    },
  ]
}

/** The narrowest spread over nodes, where it is enough and all voters are of one component. */
function spreadFix(
  { environment, component }: FactOf<'elects'>,
  split: Split,
  view: View,
  world: World,
): readonly Edit[] | undefined {
  const rule = { by: hostnameKey, maxSkew: 1, how: 'required' }
  const place = componentBehind({ environment, component }, world)?.options.place as
    | { spread?: readonly unknown[] }
    | undefined
  const nodes = view.estate.nodes.length
  const most = Math.floor((split.voters + nodes - 1) / Math.max(1, nodes))
  if (most > split.mayLose) return undefined
  const edit = componentEdit({ environment, component }, world, ['place', 'spread'], [...(place?.spread ?? []), rule])
  return edit && [edit]
}
