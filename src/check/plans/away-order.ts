// Before rows and callers go elsewhere: somebody decides that the place is lost, since from elsewhere a cut connection looks
// like a lost place, and two that both write are worse than none (NIST SP 800-34 Rev. 1, 4.2.1: activation criteria, and the person who
// activates; docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws: failover that is begun by hand, against
// false alarms); and somebody looks whether what was taken over works, before callers come.

import type { Environment, Procedure, Scenario, Step } from '../../platform/model.ts'
import { type AnyPart, part } from '../define.ts'
import { failureNoun } from '../failure-words.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'
import { byItself, heldBack, leadsAway, type OwnChecks, onPurpose, ownChecksOf } from './by-own-checks.ts'
import { overBefore } from './over-before.ts'

export type AwayOrderParts = {
  /** `decides` is absent where nobody does. */
  decided: { readonly lost: string; readonly goes: string; readonly decides?: string }
  tried: { readonly leads: string; readonly taken: string; readonly looks: string; readonly own?: OwnChecks }
}

type Parts = readonly AnyPart<AwayOrderParts>[]

/** Of a place that is gone as a whole, and of steps that say all of them what they do. */
export function awayOrderParts({ of, in: place }: Scenario, by: Procedure, world: World): Parts {
  if (of.kind !== 'loss' || (of.of !== 'region' && of.of !== 'cluster')) return []
  if (by.steps.some(({ does }) => does === undefined)) return []
  const over = overBefore(by.steps)
  const before: Before = (at, does) =>
    by.steps.flatMap((step, index) => (over[at]?.has(index) && does.includes(step.does) ? [{ step, at: index }] : []))
  return [...decidedPart(failureNoun(of), by, before), ...triedParts(by, place, before, world)]
}

/** Steps that are over before that one, of those that do this. */
type Before = (at: number, does: readonly Step['does'][]) => readonly { readonly step: Step; readonly at: number }[]

function decidedPart(lost: string, { name, steps, stated }: Procedure, before: Before): Parts {
  const going = steps.flatMap((step, at) => (goes(step) ? [{ step, at }] : []))
  const early = going.find(({ at }) => before(at, ['decide']).length === 0)
  const first = early ?? going[0]
  if (!first) return []
  const decides = steps.find(({ does }) => does === 'decide')
  return [
    part(
      'decided',
      early === undefined ? true : decides ? false : undefined,
      { lost, goes: first.step.name, ...(decides && { decides: decides.name }) },
      {
        cause: `undecided/${name}`,
        waitsFor: `who or what declares ${lost}: a step of ${name} that does 'decide'`,
        hint: `a step that does 'decide' before ${first.step.name}: who declares it, or what confirms it from a third place`,
        stated: [stated, first.step.stated, decides?.stated],
      },
    ),
  ]
}

// Names that lead elsewhere once so many checks fail decide by these.
function goes(step: Step): boolean {
  if (step.does === 'promote') return true
  return step.does === 'redirect' && ownChecksOf(step) === undefined
}

// Where somebody looks at all: a procedure that looks nowhere is asked for it elsewhere.
function triedParts({ name, steps, stated }: Procedure, place: Environment, before: Before, world: World): Parts {
  const looks = steps.find(({ does }) => does === 'verify')
  if (!looks) return []
  return steps.flatMap((step, at) => {
    const isLed = step.does === 'redirect' && leadsAway(step, place)
    const taken = isLed ? before(at, ['promote', 'restore']).at(-1) : undefined
    if (!taken) return []
    const seen = before(at, ['verify']).find((look) => before(look.at, ['promote', 'restore']).at(-1)?.at === taken.at)
    const look = seen?.step ?? looks
    const held = heldBack(step, 'looked', world)
    return [
      part(
        'tried',
        seen ? held.truth : undefined,
        { leads: step.name, taken: taken.step.name, looks: look.name, ...(seen && held.own && { own: held.own }) },
        {
          assumes: seen ? held.assumes : [],
          cause: `untried/${name}`,
          waitsFor: `a step of ${name} that does 'verify' before ${step.name}`,
          hint: held.own && seen ? onPurpose(look.name) : `a look at what was taken over before ${step.name}`,
          stated: [stated, step.stated, taken.step.stated, look.stated],
        },
      ),
    ]
  })
}

export const awayOrderWords = {
  decided: ({ lost, goes, decides }: AwayOrderParts['decided'], truth: Truth): string => {
    if (truth === true) return `${goes} waits for ${decides}, which declares ${lost}`
    if (truth === false) return `${goes} does not wait for ${decides}, which declares ${lost}`
    return `nobody declares ${lost} before ${goes}: a cut connection to it looks the same`
  },
  tried: ({ leads, taken, looks, own }: AwayOrderParts['tried'], truth: Truth): string => {
    if (own) return `${byItself(own)}, whether ${looks} has looked at what ${taken} brought or not`
    return truth === true
      ? `${leads} waits for ${looks}, which looks at what ${taken} brought`
      : `${leads} leads callers to what ${taken} brought before ${looks} looks at it`
  },
}
