import { isStorePort } from '../../knowledge/store-ports.ts'
import type { Call, CallPolicy, Mesh } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { secondsOf } from '../../platform/units.ts'
import type { CallTarget, FactOf, RoutePolicy } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { sourceOf } from '../source.ts'
import { spokenCalls } from './calls.ts'

/** How each call of a component is made; nothing of calls of which neither they nor a mesh say anything. */
export function routed(member: Member, members: readonly Member[]): FactOf<'routed'>[] {
  const { mesh } = member.environment
  if (!mesh && !member.traits.tuned) return []
  return spokenCalls(member, members).flatMap(({ fact: { trait: _, ...fact }, call }) => {
    const policy = unlessEmpty(policyOf(call, isStore(fact.to) ? connectionsOf(mesh) : mesh))
    if (!policy) return []
    const source = call ? sourceOf(call, call.stated, fact.source.stated) : fact.source
    const ofMesh = call ? {} : { isOfMesh: true as const }
    return { ...fact, trait: 'routed' as const, policy, ...ofMesh, cites: citesOf(call, mesh), source }
  })
}

// What comes at a store is a connection to a proxy: it times no requests there, and tries none again.
function isStore(to: CallTarget): boolean {
  return to.is !== 'absent' && to.port !== undefined && isStorePort(to.port)
}

function connectionsOf(mesh: Mesh | undefined): CallPolicy | undefined {
  const { breaker, balances } = mesh ?? {}
  return mesh && given({ breaker, balances })
}

function policyOf(call: Call | undefined, mesh: (CallPolicy & Pick<Mesh, 'batchTimeout'>) | undefined): RoutePolicy {
  const { timeout, retries, breaker, balances } = { ...mesh, ...spoken(call) }
  const meshed = call?.timeout === undefined && call?.batch ? (mesh?.batchTimeout ?? timeout) : timeout
  return given<RoutePolicy>({
    timeoutSeconds: secondsOf(meshed),
    retries: retriesOf(retries),
    breaker: breaker && given({ failures: breaker.failures, forSeconds: secondsOf(breaker.for) }),
    balances,
    batch: call?.batch,
    idempotent: call?.idempotent,
  })
}

// What a call does not say is as the mesh has it.
function spoken(call: Call | undefined): CallPolicy {
  const { timeout, retries, breaker, balances } = call ?? {}
  return given({ timeout, retries, breaker, balances })
}

function retriesOf(retries: CallPolicy['retries']): RoutePolicy['retries'] {
  if (!retries) return undefined
  const { attempts, backoff, perTry } = retries
  const between = backoff === 'exponential' ? backoff : secondsOf(backoff)
  return given({ attempts, backoff: between, perTrySeconds: secondsOf(perTry) })
}

function citesOf(call: Call | undefined, mesh: Mesh | undefined): FactOf<'routed'>['cites'] {
  const of = (option: keyof CallPolicy): Stated | undefined => {
    if (call?.[option] !== undefined) return inner(call[option]) ?? call.stated
    return inner(mesh?.[option]) ?? (mesh?.[option] === undefined ? undefined : (mesh.cites?.[option] ?? mesh.stated))
  }
  const batch = call?.timeout === undefined && call?.batch ? mesh?.cites?.batchTimeout : undefined
  return given({
    timeoutSeconds: batch ?? of('timeout'),
    retries: of('retries'),
    breaker: of('breaker'),
    balances: of('balances'),
  })
}

function inner(value: unknown): Stated | undefined {
  return typeof value === 'object' && value !== null && 'stated' in value ? (value.stated as Stated) : undefined
}
