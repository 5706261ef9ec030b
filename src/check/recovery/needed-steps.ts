// What a procedure cannot do without: rows that are left in a copy alone have to be brought back, machines that are gone to be
// provided, and what ran on them to be deployed.

import type { Span } from '../../engine/recovery/span.ts'
import type { Failure, Procedure, Step } from '../../platform/model.ts'
import { rangeSeconds } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import { saySpan } from '../span-words.ts'
import type { Truth, Words } from '../verdict.ts'

type Needed = 'restore' | 'provision' | 'deploy'

export type NeededParts = {
  steps: { procedure: string; needs: readonly (readonly [what: Needed, by: readonly string[]])[] }
  copying: { procedure: string; step: string; takes: Span; restores: Span }
}

interface Recovery {
  readonly from: Failure
  readonly store: string
  readonly by: Procedure
  /** The rows come back from a copy, and from nothing else. */
  readonly isRestored: boolean
  /** How long the soonest copy takes to be brought back, as somebody says. */
  readonly restores: Span | undefined
}

export function neededParts(recovery: Recovery): AnyPart<NeededParts>[] {
  return [...stepsPart(recovery), ...copyingParts(recovery)]
}

// A procedure of which a step does not say what it does may do anything there.
function stepsPart({ from, store, by, isRestored }: Recovery): AnyPart<NeededParts>[] {
  const { name, steps, stated } = by
  if (steps.some(({ does }) => does === undefined)) return []
  const stands = steps.some(({ does }) => does === 'promote')
  const wanted: readonly Needed[] = [
    ...(from.of === 'cluster' && !stands ? (['provision', 'deploy'] as const) : []),
    ...(isRestored ? (['restore'] as const) : []),
  ]
  const needs = wanted.map((what) => [what, stepsFor(what, store, steps)] as const)
  if (needs.length === 0) return []
  return [
    part(
      'steps',
      needs.every(([, done]) => done.length > 0),
      { procedure: name, needs },
      { cause: `steps/${name}`, hint: 'a step for it', stated: [stated] },
    ),
  ]
}

function stepsFor(what: Needed, store: string, steps: readonly Step[]): readonly string[] {
  const isMeant = ({ does, of }: Step) =>
    does === what && (what !== 'restore' || !of || of.some((one) => one.name === store))
  return steps.filter(isMeant).map(({ name }) => name)
}

// Two statements of one time: what somebody gives the step, and what somebody gives the copy.
function copyingParts({ by, restores, isRestored }: Recovery): AnyPart<NeededParts>[] {
  if (!restores || !isRestored) return []
  return by.steps.flatMap((step) => {
    const takes = step.does === 'restore' ? rangeSeconds(step.takes) : undefined
    if (!takes) return []
    const truth = takes.to >= (restores.to ?? Number.POSITIVE_INFINITY)
    const because = { procedure: by.name, step: step.name, takes, restores }
    return [
      part('copying', truth, because, {
        cause: `restore-takes/${by.name}/${step.name}`,
        hint: 'a step that takes as long as the copy does',
        stated: [step.stated ?? by.stated],
      }),
    ]
  })
}

const wants: { readonly [N in Needed]: string } = {
  restore: 'brings the rows back',
  provision: 'provides a cluster',
  deploy: 'deploys what runs there',
}

export const neededWords = {
  steps: ({ procedure, needs }: NeededParts['steps'], truth: Truth): Words => {
    const lacks = needs.filter(([, by]) => by.length === 0).map(([what]) => wants[what])
    const line =
      truth === true ? `${procedure} has the steps that it takes` : `no step of ${procedure} ${lacks.join(', or ')}`
    return { line, rows: needs.map(([what, by]) => [wants[what], by.join(', ') || 'no step'] as const) }
  },
  copying: ({ step, takes, restores }: NeededParts['copying'], truth: Truth): string => {
    const alone = `to bring the copy back alone takes ${saySpan(restores)}`
    return truth === true
      ? `${step} takes ${saySpan(takes)}, and ${alone}`
      : `${step} is given ${saySpan(takes)}, and ${alone}`
  },
}
