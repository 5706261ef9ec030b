// Failures that are prepared for: whether the steps bring back what is gone, and whether the time that is said holds them.

import { sourceOf } from '../../estate/source.ts'
import type { Procedure, Scenario } from '../../platform/model.ts'
import { type AnyPart, defineQuestion, type Part, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import { stepRow } from '../path-words.ts'
import { needsOf } from '../recovery/scenario-steps.ts'
import { areOverWithin, estimateOf, type ScenarioTime, scenarioTime } from '../recovery/scenario-time.ts'
import { listed, openWords } from '../recovery/scenario-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'
import { viewFor, type World } from '../world.ts'
import { type AwayOrderParts, awayOrderParts, awayOrderWords } from './away-order.ts'
import { type FallbackParts, fallbackPart, fallbackWords } from './fallback.ts'
import { type ReconciledParts, reconciledParts, reconciledWords } from './reconciled.ts'
import { type RestoredParts, restoredParts, restoredWords } from './restored-copies.ts'
import { type RowOrderParts, rowOrderParts, rowOrderWords } from './row-order.ts'

type Rules = {
  procedure: { failure: string }
  steps: { procedure: string; needs: readonly { readonly says: string; readonly by: readonly string[] }[] }
  total: { procedure: string; time: ScenarioTime }
} & AwayOrderParts &
  RowOrderParts &
  FallbackParts &
  RestoredParts &
  ReconciledParts

export const scenarios = defineQuestion<Rules>({
  id: 'scenarios',
  asks: 'Does what is prepared for a failure bring back what it takes, in the time that is said?',

  *judge(world) {
    for (const scenario of world.plans?.scenarios ?? []) {
      const { name, in: place, of, takes, stated } = scenario
      const within =
        takes === undefined ? '' : `, in ${typeof takes === 'string' ? takes : `${takes.from} to ${takes.to}`}`
      yield {
        id: [place.name, name],
        environment: place.name,
        cluster: viewFor(world, place)?.estate.cluster,
        says: `${place.name} comes back from ${failureNoun(of)} as it is prepared for${within}`,
        source: sourceOf(scenario, stated),
        parts: partsOf(scenario, world),
      }
    }
  },

  says: {
    procedure: ({ failure }) => `nobody says what is done about ${failure}`,
    steps: stepsWords,
    total: totalWords,
    ...awayOrderWords,
    ...fallbackWords,
    ...rowOrderWords,
    ...restoredWords,
    ...reconciledWords,
  },
})

function partsOf(scenario: Scenario, world: World): readonly AnyPart<Rules>[] {
  const { by, of, stated } = scenario
  if (!by)
    return [
      part(
        'procedure',
        false,
        { failure: failureNoun(of) },
        { hint: 'a procedure: who does what, in which order, in which time', stated: [stated] },
      ),
    ]
  return [
    ...stepsPart(scenario, by, world),
    ...awayOrderParts(scenario, by, world),
    ...rowOrderParts(scenario, by, world),
    ...restoredParts(scenario, by, world),
    ...reconciledParts(scenario, by),
    ...totalPart(scenario, by, world),
    ...fallbackPart(scenario, scenarioTime(scenario, world)?.timed.to ?? 0),
  ]
}

function stepsPart(scenario: Scenario, by: Procedure, world: World): readonly Part<'steps', Rules['steps']>[] {
  // A step that does not say what it does may do anything.
  if (by.steps.some(({ does }) => does === undefined)) return []
  const needs = needsOf(scenario, world).map(({ says, does, isOpen }) => {
    const done = by.steps.filter((step) => step.does !== undefined && does.includes(step.does))
    return { says, isOpen, by: done.map(({ name }) => name) }
  })
  if (needs.length === 0) return []
  const missing = needs.filter((need) => need.by.length === 0)
  const truth: Truth = missing.some(({ isOpen }) => !isOpen) ? false : missing.length > 0 ? undefined : true
  return [
    part(
      'steps',
      truth,
      { procedure: by.name, needs: needs.map(({ says, by: done }) => ({ says, by: done })) },
      {
        cause: `steps/${by.name}`,
        hint: 'a step for it',
        stated: [by.stated, ...by.steps.map(({ stated }) => stated)],
      },
    ),
  ]
}

function stepsWords({ procedure, needs }: Rules['steps'], truth: Truth): Words {
  const missing = needs.filter(({ by }) => by.length === 0).map(({ says }) => says)
  return {
    line:
      missing.length === 0
        ? `${procedure} has a step for all that has to be done`
        : `${procedure} has no step for ${missing.join(' and ')}${truth === undefined ? ': nobody says that it can be done without' : ''}`,
    rows: needs.map(({ says, by }) => [says, by.length === 0 ? 'by no step' : by.join(', ')] as const),
  }
}

// What is said of the whole is held against its steps; without it there is nothing to hold. Steps that say nothing fit into it.
// Where what is promised of them leaves more than it, two figures stand beside each other, and neither refutes the other.
function totalPart(scenario: Scenario, by: Procedure, world: World): readonly Part<'total', Rules['total']>[] {
  const time = scenarioTime(scenario, world)
  if (!time?.isEstimated || !time.path) return []
  const whole = time.span.to ?? 0
  const holds = areOverWithin(time, whole)
  const isOpen = holds === undefined && (time.timed.to ?? 0) > whole
  const estimate = estimateOf(scenario)
  const isDenied = !isOpen && world.denied.has(estimate.id)
  return [
    part(
      'total',
      isOpen ? undefined : holds !== false && !isDenied,
      { procedure: by.name, time },
      {
        assumes: holds ? time.path.assumes : holds === undefined && !isOpen && !isDenied ? [estimate] : [],
        cause: `total/${by.name}`,
        ...(isOpen && { waitsFor: `how long ${listed(time.bounded)} ${time.bounded.length === 1 ? 'takes' : 'take'}` }),
        hint: `${sayTime(time.timed.to ?? 0)} for the whole, or steps that take less`,
        stated: time.stated,
      },
    ),
  ]
}

function totalWords({ procedure, time }: Rules['total'], truth: Truth): Words {
  return { line: totalLine(procedure, time, truth), rows: time.path?.steps.map(stepRow) ?? [] }
}

function totalLine(procedure: string, time: ScenarioTime, truth: Truth): string {
  const { saidSeconds, timed, span, unsaid, bounded, path } = time
  const said = saySpan(span)
  const whole = span.to ?? 0
  if (truth === undefined)
    return `${said} is said of ${procedure}, and what is promised of ${listed(bounded)} leaves up to ${sayTime(timed.to ?? 0)}: ${openWords(time)}`
  if (truth === false && saidSeconds > whole)
    return `the steps of ${procedure} may take ${sayTime(saidSeconds)}${unsaid.length + bounded.length === 0 ? '' : ' and more'}, and ${said} is said`
  if (truth === false) return `the steps of ${procedure} may take longer than the ${said} that is said`
  return unsaid.length === 0
    ? `the steps of ${procedure} take ${saySpan(path?.span ?? span)}, within the ${said} that is said`
    : `of the ${said} that is said for ${procedure}, ${sayTime(whole - (timed.to ?? 0))} is left for ${listed(unsaid)}`
}
