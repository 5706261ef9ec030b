// Who takes the steps of a procedure: Kubernetes takes few by itself, a controller those that somebody runs it for, a person
// any.

import type { Assumption } from '../../engine/assumption.ts'
import { sourceOf } from '../../estate/source.ts'
import type { Delivery, Procedure, Step } from '../../platform/model.ts'
import { defineQuestion, part } from '../define.ts'
import type { Truth } from '../verdict.ts'

type Does = NonNullable<Step['does']>

interface Taken {
  readonly step: string
  readonly actor: Step['actor']
  readonly does: string
  /** Deliveries that do it. */
  readonly by: readonly string[]
}

// In the words of what happens; Kubernetes' own are those that its controllers, its scheduler and its kubelets do.
const acts: { readonly [D in Does]: { readonly says: string; readonly isOfKubernetes?: true } } = {
  detect: { says: 'notices it', isOfKubernetes: true },
  decide: { says: 'decides' },
  terminate: { says: 'ends pods', isOfKubernetes: true },
  fence: { says: 'takes a node out of service' },
  schedule: { says: 'finds nodes for pods', isOfKubernetes: true },
  attach: { says: 'attaches volumes', isOfKubernetes: true },
  start: { says: 'starts containers', isOfKubernetes: true },
  provision: { says: 'provides machines' },
  restore: { says: 'brings rows back' },
  deploy: { says: 'deploys' },
  verify: { says: 'looks whether all is well' },
  promote: { says: 'promotes a follower' },
  migrate: { says: 'migrates a schema' },
  seed: { says: 'fills tables' },
  redirect: { says: 'leads callers elsewhere' },
  rollback: { says: 'goes back to the release before' },
  configure: { says: 'brings settings back' },
  quiesce: { says: 'stops writes' },
  isolate: { says: 'cuts off what was broken into' },
  assess: { says: 'finds out what was done' },
  rotate: { says: 'replaces credentials' },
  scale: { says: 'brings it to full size' },
  follow: { says: 'gives the new primary a follower' },
  watch: { says: 'watches' },
  notify: { says: 'tells people' },
  patch: { says: 'changes what runs where it runs' },
}

export const performed = defineQuestion<{ step: Taken }>({
  id: 'performed',
  asks: 'Can every step of a procedure be taken by who is said to take it?',

  *judge({ plans, platform, denied }) {
    for (const procedure of plans?.procedures ?? []) {
      yield {
        id: [procedure.in?.name ?? platform?.name ?? 'platform', procedure.name],
        environment: procedure.in?.name,
        says: `each step of ${procedure.name} is taken by somebody who can`,
        source: sourceOf(procedure, procedure.stated),
        parts: procedure.steps.map((step) =>
          stepPart(step, procedure, { deliveries: plans?.deliveries ?? [], denied }),
        ),
      }
    }
  },

  says: { step: stepWords },
})

interface Known {
  readonly deliveries: readonly Delivery[]
  readonly denied: ReadonlySet<string>
}

function stepPart(step: Step, procedure: Procedure, { deliveries, denied }: Known) {
  const { name, actor, does, stated } = step
  const says = does ? acts[does].says : 'does it'
  const by = actor === 'controller' ? doersOf(step, procedure, deliveries) : []
  const runs: Assumption = {
    id: `controller/${procedure.name}/${name}`,
    says: `a controller that nobody shows ${says}: ${procedure.name}, ${name}`,
    kind: 'outside',
    source: { stated },
  }
  const assumes = actor === 'controller' && by.length === 0 ? [runs] : []
  const isAble = actor !== 'kubernetes' || does === undefined || acts[does].isOfKubernetes === true
  const truth: Truth = isAble && assumes.every(({ id }) => !denied.has(id))
  return part(
    'step',
    truth,
    { step: name, actor, does: says, by },
    {
      assumes,
      cause: `step/${procedure.name}/${name}`,
      hint: 'a person, or a controller that somebody runs for it',
      stated: [stated ?? procedure.stated],
    },
  )
}

function doersOf({ does, by, in: place }: Step, procedure: Procedure, deliveries: readonly Delivery[]) {
  if (does === 'redirect' && by) return [by.name]
  return does === 'deploy' ? deliveriesTo(place ?? procedure.in, deliveries) : []
}

/** Controllers that apply what is declared there; of a procedure that stands nowhere, all. */
function deliveriesTo(place: Procedure['in'], deliveries: readonly Delivery[]): readonly string[] {
  return deliveries
    .filter(({ by, applies }) => by === 'controller' && (!place || applies.some(({ name }) => name === place.name)))
    .map(({ name }) => name)
}

function stepWords({ step, actor, does, by }: Taken, truth: Truth): string {
  if (actor === 'person') return `${step}: a person ${does}`
  if (actor === 'kubernetes')
    return truth === true ? `${step}: Kubernetes ${does}` : `${step}: nothing of Kubernetes ${does}`
  if (by.length > 0) return `${step}: ${by.join(' and ')} ${does}`
  return truth === true ? `${step}: a controller that nobody shows ${does}` : `${step}: no controller ${does}`
}
