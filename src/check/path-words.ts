// A procedure as time, in words.

import type { CriticalPath } from '../engine/recovery/critical-path.ts'
import { saySpan } from './span-words.ts'
import type { Truth } from './verdict.ts'

export interface ProcedureTime {
  readonly path: CriticalPath
  readonly within: string
  readonly procedure?: string
}

export function timeLine({ path, within, procedure }: ProcedureTime, truth: Truth): string {
  const takes = `${procedure} takes ${saySpan(path.span)}`
  if (truth === true) return `${takes}, within ${within}`
  if (truth === false) return `${takes}, and ${within} is promised`
  const unsaid = path.steps.filter(({ by }) => by === 'nobody').map(({ step }) => step.name)
  return `${takes}: nobody says how long ${unsaid.join(' and ')} ${unsaid.length === 1 ? 'takes' : 'take'}, so ${within} is not shown`
}

export function stepRow({ step, takes, ends, by, promised }: CriticalPath['steps'][number]): readonly [string, string] {
  const who = by === 'estimate' ? ' (estimate)' : promised ? ` (${promised.says})` : ''
  return [step.name, `+ ${saySpan(takes)}${who} = ${saySpan(ends)}`]
}
