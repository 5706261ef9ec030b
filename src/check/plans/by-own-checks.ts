// A name that leads elsewhere once so many checks fail does so by itself: what a procedure does before, it waits for only
// where the checks behind it fail until then.
// Source: docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html, Failover: the secondary answers when the
// primary is unhealthy; where the secondary is unhealthy itself the primary goes on answering.

import type { Assumption } from '../../engine/assumption.ts'
import type { Environment, Step } from '../../platform/model.ts'
import type { Truth } from '../verdict.ts'
import type { World } from '../world.ts'

export interface OwnChecks {
  readonly name: string
  readonly to: string
  readonly every: string
  readonly failures: number
}

interface HeldBack {
  readonly truth: Truth
  readonly assumes: readonly Assumption[]
  readonly own?: OwnChecks
}

/** The checks by which the step's name leads elsewhere without anybody. */
export function ownChecksOf({ by }: Step): OwnChecks | undefined {
  const { every, failures } = by?.checks ?? {}
  return by === undefined || every === undefined || failures === undefined
    ? undefined
    : { name: by.name, to: by.to.name, every: `${every}`, failures }
}

/**
 * Whether callers of a place that is lost come elsewhere with the step, to where they were not before: not where it leads them
 * to that very place, nor where names let go of one of two that serve beside each other.
 */
export function leadsAway(step: Step, lost: Environment): boolean {
  const to = step.by?.to
  if (to === undefined) return true
  if (to.name === lost.name) return false
  const areBoth = to.activeWith?.name === lost.name || lost.activeWith?.name === to.name
  return !(areBoth && ownChecksOf(step))
}

/** Whether a step waits for what is over before it in the procedure. */
export function heldBack(step: Step, until: Until, { denied }: Pick<World, 'denied'>): HeldBack {
  const own = ownChecksOf(step)
  if (!own) return { truth: true, assumes: [] }
  const assumption: Assumption = {
    id: `${until}-first/${own.name}`,
    says: `the checks of ${own.to} behind ${own.name} fail until ${said[until]}`,
    kind: 'outside',
    source: { stated: step.by?.stated },
  }
  const isDenied = denied.has(assumption.id)
  return { truth: !isDenied, assumes: isDenied ? [] : [assumption], own }
}

const said = { looked: 'somebody has looked', rows: 'its stores take writes' }
type Until = keyof typeof said

/** `name leads callers there by its own checks, after 3 that fail, 30s apart, and waits for no step`. */
export function byItself({ name, every, failures }: OwnChecks): string {
  const after = failures === 1 ? 'one that fails' : `${failures} that fail, ${every} apart`
  return `${name} leads callers there by its own checks, after ${after}, and waits for no step`
}

/** What keeps callers where they are until then. */
export function onPurpose(after: string): string {
  return `a name that is switched on purpose, after ${after}`
}
