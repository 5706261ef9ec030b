// Whoever looks whether all is well has to look at what will be there: a step that still changes something while the last look
// is taken is seen by nobody. A procedure that looks nowhere is asked nothing here.

import type { Procedure, Step } from '../../platform/model.ts'
import { type Part, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { overBefore } from './over-before.ts'

interface Looks {
  /** Steps that look, and how many of what changes something are over before one of them. */
  readonly looks: readonly string[]
  readonly seen: readonly string[]
  readonly missed: readonly string[]
}

export type LookParts = { looks: Looks }

const changes: ReadonlySet<Step['does']> = new Set([
  'assess',
  'configure',
  'deploy',
  'migrate',
  'promote',
  'provision',
  'redirect',
  'restore',
  'rollback',
  'rotate',
  'scale',
  'seed',
])

export function lookPart({ name, steps, stated }: Procedure): readonly Part<'looks', Looks>[] {
  const over = overBefore(steps)
  const looks = steps.flatMap((step, at) => (step.does === 'verify' ? [{ step, at }] : []))
  const changing = steps.flatMap((step, at) => {
    const later = looks.filter((look) => look.at > at && isAbout(look.step, step))
    if (!changes.has(step.does) || later.length === 0) return []
    return [{ name: step.name, isSeen: later.some((look) => over[look.at]?.has(at)), stated: step.stated }]
  })
  if (changing.length === 0) return []
  const of = (isSeen: boolean) => changing.filter((one) => one.isSeen === isSeen).map((one) => one.name)
  return [
    part(
      'looks',
      changing.every(({ isSeen }) => isSeen),
      { looks: looks.map(({ step }) => step.name), seen: of(true), missed: of(false) },
      {
        cause: `looks/${name}`,
        hint: `a look that waits for ${of(false).join(' and ')}`,
        stated: [stated, ...changing.map((one) => one.stated)],
      },
    ),
  ]
}

// A look at one thing says nothing of another.
function isAbout({ of: seen }: Step, { of: changed }: Step): boolean {
  if (seen === undefined || changed === undefined) return true
  return seen.some((one) => changed.some(({ name }) => name === one.name))
}

export const lookWords = {
  looks: ({ looks, seen, missed }: Looks, truth: Truth): string =>
    truth === true
      ? `${looks.join(', ')} ${looks.length === 1 ? 'looks' : 'look'} once this is over: ${seen.join(', ')}`
      : `${looks.join(', ')} may look before this is over: ${missed.join(', ')}`,
}
