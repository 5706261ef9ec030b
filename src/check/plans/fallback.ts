// What is done where the way that is prepared fails: whether it brings anything back, and when at the worst.

import { criticalPath } from '../../engine/recovery/critical-path.ts'
import type { Span } from '../../engine/recovery/span.ts'
import type { Procedure, Scenario, Step } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import { saySpan, sayTime } from '../span-words.ts'
import type { Truth } from '../verdict.ts'

interface Time {
  readonly span: Span
  readonly failedSeconds: number
  /** Undefined where nobody says how long a step takes. */
  readonly allSeconds?: number
}

interface Fallback {
  readonly procedure: string
  readonly gone: string
  readonly backTo?: string
  readonly time?: Time
}

export type FallbackParts = { fallback: Fallback }

const bringsBack: ReadonlySet<Step['does']> = new Set([
  'restore',
  'promote',
  'redirect',
  'rollback',
  'deploy',
  'provision',
  'migrate',
  'seed',
  'configure',
])

/** `failedSeconds`: what the way that failed may have taken. */
export function fallbackPart(
  { fallback, of, in: place, stated }: Scenario,
  failedSeconds: number,
): readonly Part<'fallback', Fallback>[] {
  if (!fallback) return []
  const isGone = of.kind === 'loss' && (of.of === 'region' || of.of === 'cluster')
  const back = fallback.steps.filter(({ does }) => bringsBack.has(does))
  // A way back to what is gone is none while it is gone.
  const leadsBack =
    isGone && back.length > 0 && back.every(({ does, in: where }) => does === 'redirect' && where?.name === place.name)
  const isUnsaid = fallback.steps.some(({ does }) => does === undefined)
  const truth: Truth = leadsBack ? undefined : back.length > 0 ? true : isUnsaid ? undefined : false
  return [
    part(
      'fallback',
      truth,
      {
        procedure: fallback.name,
        gone: failureNoun(of),
        ...(leadsBack && { backTo: place.name }),
        ...(truth === true && { time: timeOf(fallback, failedSeconds) }),
      },
      {
        cause: `fallback/${fallback.name}`,
        hint: 'steps that bring it back by another way',
        stated: [stated, fallback.stated],
      },
    ),
  ]
}

export const fallbackWords = { fallback: sayFallback }

function sayFallback({ procedure, gone, backTo, time }: Fallback, truth: Truth): string {
  const line = `where that fails, ${procedure}`
  if (backTo !== undefined)
    return `${line} leads back to ${backTo}, which ${gone} took: nobody says when it is there again`
  if (truth === undefined) return `${line} does what nobody says`
  return `${line} brings ${truth ? `back what is gone${timeWords(time)}` : 'nothing back'}`
}

// It is begun where the other way has failed, at the worst when that should have been over.
function timeOf({ name, steps }: Procedure, failedSeconds: number): Time {
  const { span } = criticalPath(steps, { name })
  return { span, failedSeconds, ...(span.to !== undefined && { allSeconds: failedSeconds + span.to }) }
}

function timeWords(time: Time | undefined): string {
  if (time?.allSeconds === undefined) return ''
  const { span, failedSeconds, allSeconds } = time
  return failedSeconds === 0
    ? `, in ${saySpan(span)}`
    : `, in ${saySpan(span)}: ${sayTime(allSeconds)} at worst, with the ${sayTime(failedSeconds)} before it`
}
