// A platform that is for several tenants keeps what is of one from another at each layer, or one layer gives away what the
// others keep: whoever says that there are tenants says who one is, and what stands between two of them wherever they meet.
// The layers are those of OWASP's Multi-Tenant Application Security Cheat Sheet, "Key Risks": compute, database, cache,
// storage, queues (cheatsheetseries.owasp.org/cheatsheets/Multi_Tenant_Security_Cheat_Sheet.html, 2026-11-22).

import type { Access, Platform, Tenancy } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'
import { contextsIn, isForTenants, storeParts, type TenantStores, tenantStoreWords } from './tenant-stores.ts'

type Parts = TenantStores & {
  tenant: { readonly tenant?: Tenancy['tenant'] }
  role: {
    readonly tenant?: Tenancy['tenant']
    readonly roles: readonly string[]
    /** Those of them that are bounded to a context. */
    readonly ofContext: readonly string[]
  }
  pods: { readonly contexts: readonly string[]; readonly places: readonly string[] }
}

export const tenancy = defineQuestion<Parts>({
  id: 'tenancy',
  asks: 'Is it said who a tenant is, and at each layer how one is kept from another?',

  *judge(world) {
    const { platform } = world
    if (platform?.tenancy === undefined) return
    const { stated } = platform.tenancy
    yield {
      id: [platform.name],
      says: 'what is of one tenant is kept from another wherever they meet',
      source: { stated },
      parts: [
        tenantPart(platform.tenancy),
        ...roleParts(platform.tenancy, platform.access),
        ...podParts(platform, world),
        ...storeParts(platform.tenancy, world),
      ],
    }
  },

  says: {
    tenant: ({ tenant }) => {
      if (tenant === undefined) return 'nobody says who a tenant is: a context, or a customer of one'
      return tenant === 'context' ? 'a tenant is a context' : 'a tenant is a customer'
    },
    role: ({ tenant, roles, ofContext }, truth) => {
      if (truth === true) return `${roles.join(' and ')} may do what people of a tenant may`
      const unsaid = 'nobody says what people of a tenant may do'
      if (tenant === undefined && ofContext.length > 0) {
        const are = ofContext.length === 1 ? 'is' : 'are'
        return `${unsaid}: ${ofContext.join(', ')} ${are} bounded to a context, and nobody says that a tenant is one`
      }
      return `${unsaid}: of ${roles.join(', ')}, no role is bounded to a ${tenant ?? 'tenant'}`
    },
    pods: ({ contexts, places }, truth) => {
      const where = `${places.join(' and ')} run${places.length === 1 ? 's' : ''} pods of ${contexts.join(', ')}`
      return truth === true
        ? `${where}, and it is promised that none reaches another's`
        : `${where} beside each other, and nobody says what keeps one from another's`
    },
    ...tenantStoreWords,
  },
})

function tenantPart({ tenant, stated }: Tenancy): AnyPart<Parts> {
  const more = { waitsFor: 'tenant', hint: "tenancy: { tenant: 'customer' } of the platform" }
  return part('tenant', tenant !== undefined || undefined, tenant === undefined ? {} : { tenant }, {
    ...(tenant === undefined && more),
    stated: [stated],
  })
}

// Asked where roles are said: they are those that there are.
function roleParts({ tenant }: Tenancy, access: readonly Access[]): readonly AnyPart<Parts>[] {
  const people = access.filter(({ by }) => by === 'people')
  if (people.length === 0) return []
  const bounded = people.filter(({ over }) => over === 'own-tenant' || (tenant === 'context' && over === 'own-context'))
  const isSaid = bounded.length > 0
  const asked = isSaid ? bounded : people
  const because = {
    ...(tenant && { tenant }),
    roles: namesOf(asked),
    ofContext: namesOf(asked.filter(({ over }) => over === 'own-context')),
  }
  const hint = tenant === 'context' ? "over: 'own-context'" : "over: 'own-tenant'"
  return [
    part('role', isSaid || undefined, because, {
      ...(!isSaid && { waitsFor: 'role-of-tenants', hint: `access('customers', { may: ['read', 'write'], ${hint} })` }),
      stated: asked.map(({ stated }) => stated),
    }),
  ]
}

function namesOf(roles: readonly Access[]): readonly string[] {
  return roles.map(({ name }) => name).toSorted(byCodePoint)
}

// Pods of one context alone have nobody beside them; a promise that they are isolated is judged by itself.
function podParts(platform: Platform, { promises }: World): readonly AnyPart<Parts>[] {
  const shared = environmentsOf(platform)
    .filter(isForTenants)
    .map((where) => ({ where, contexts: contextsIn(where) }))
    .filter(({ contexts }) => contexts.length > 1)
  const isApart = ({ where, contexts }: (typeof shared)[number]) =>
    promises.some(
      (promise) =>
        promise.is === 'promise' &&
        promise.kind === 'isolates' &&
        promise.in?.name === where.name &&
        contexts.every((name) => promise.contexts.some((one) => one.name === name)),
    )
  return [true, false].flatMap((truth) =>
    [
      ...Map.groupBy(
        shared.filter((one) => isApart(one) === truth),
        ({ contexts }) => contexts.join(),
      ).values(),
    ].map((group) => {
      const places = group.map(({ where }) => where.name).toSorted(byCodePoint)
      const more = { waitsFor: `isolates/${places.join()}`, hint: 'promise.isolates(contexts, { in: each of them })' }
      const because = { contexts: group[0]?.contexts ?? [], places }
      return part('pods', truth || undefined, because, truth ? {} : more)
    }),
  )
}
