// An environment that is `like` another has all that it has. What nobody says of it by itself is taken over, and what is
// broken or unknown because of that says so: perhaps it is only smaller there, or not there at all.

import { partsOf } from '../kubernetes/types.ts'
import type { Component } from '../platform/component.ts'
import { isDeclaredIn } from '../platform/declared-in.ts'
import { componentsOf } from '../platform/derive.ts'
import type { Environment } from '../platform/model.ts'
import { hasReplicas } from '../platform/replicated.ts'
import { environmentsOf } from '../platform/resolve.ts'
import type { AnyFinding } from './define.ts'
import { holds, type Reason, type Verdict } from './verdict.ts'
import type { World } from './world.ts'

/** The rule of the reason that says so. */
export const takenOver = 'like'

/** The verdict, and from which environment comes what it is about. */
export function withTakenOver(
  verdict: Verdict,
  { id, environment, counts, about: refs = [] }: AnyFinding,
  world: World,
): Verdict {
  if (!world.platform || holds(verdict.verdict)) return verdict
  const segments = counts ? refs.map((ref) => partsOf(ref).name) : id.slice(1)
  const named = new Set(segments.flatMap((segment) => segment.split(':')[0] ?? segment))
  const places = new Set(counts ?? (environment === undefined ? [] : [environment]))
  const reasons = environmentsOf(world.platform).flatMap((place) => {
    if (!place.like || !places.has(place.name)) return []
    const taken = componentsOf(place).filter((component) => isTakenOver(place, component))
    const about = taken.filter(({ name }) => named.has(name))
    const [first] = about
    if (first === undefined) return []
    return [
      reasonOf(
        place,
        sourceOf(place, first),
        about.map(({ name }) => name),
      ),
    ]
  })
  return reasons.length === 0 ? verdict : { ...verdict, because: [...verdict.because, ...reasons] }
}

// What the environment says of all that are many alike, it says of each.
function isTakenOver(environment: Environment, component: Component): boolean {
  const { replicas, scales, standbyAt } = environment
  const saysOfAll = replicas !== undefined || scales !== undefined || standbyAt !== undefined
  return !isDeclaredIn(environment, component) && !(saysOfAll && hasReplicas(component.noun))
}

/** The nearest that it is like and that says something of the component. */
function sourceOf({ like }: Environment, component: Component): string {
  if (!like) return ''
  return isDeclaredIn(like, component) || !like.like ? like.name : sourceOf(like, component)
}

// So many names are read at a glance.
const most = 8

function reasonOf({ name: environment, stated }: Environment, of: string, components: readonly string[]): Reason {
  const rest = components.length > most ? ` and ${components.length - most} more` : ''
  const what = `${components.slice(0, most).join(', ')}${rest} of ${environment}`
  const are = components.length > 1 ? 'are' : 'is'
  return {
    rule: takenOver,
    truth: true,
    because: { environment, of, components },
    says: {
      line: `${what} ${are} taken to be as in ${of}: ${environment} is declared like it, and nobody says otherwise`,
    },
    assumes: [],
    stated: stated ? [stated] : [],
  }
}
