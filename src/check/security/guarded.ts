// Where rows of production lie, something has to be said of what guards them: nothing at all is no oversight of one thing.

import { sourceOf } from '../../estate/source.ts'
import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, part } from '../define.ts'
import type { World } from '../world.ts'

type Parts = {
  guards: { readonly place: string; readonly stores: readonly string[]; readonly said: readonly string[] }
}

export const guarded = defineQuestion<Parts>({
  id: 'guarded',
  asks: 'Is anything said of what guards the rows of production?',

  *judge(world) {
    for (const where of world.platform ? environmentsOf(world.platform) : []) {
      const stores = componentsOf(where).filter(keepsRows)
      if (where.data !== 'production' || stores.length === 0) continue
      const said = saidOf(where, stores, world)
      const names = stores.map(({ name }) => name)
      yield {
        id: [where.name],
        environment: where.name,
        cluster: where.on.name,
        says: `something is said of what guards the rows of ${where.name}`,
        source: sourceOf(where, where.stated),
        parts: [
          part(
            'guards',
            said.length > 0,
            { place: where.name, stores: names, said },
            {
              cause: 'rows/unguarded',
              hint: 'encrypted and authenticates of stores, secrets, policies, roles: what guards them',
              stated: [where.stated],
            },
          ),
        ],
      }
    }
  },

  says: {
    guards: ({ place, stores, said }, truth) => ({
      line:
        truth === true
          ? `of the rows of ${place} this is said: ${said.join(', ')}`
          : `${place} holds rows of production in ${stores.join(', ')}, and nothing is said of keys, encryption, Secrets, policies or of who may get at them`,
    }),
  },
})

function keepsRows(component: Component): boolean {
  const { keeps, holds, managed, replicates } = traitsOf(component)
  return keeps.length > 0 || (holds?.length ?? 0) > 0 || managed !== undefined || replicates !== undefined
}

const kinds: { readonly [kind in PlatformPromise['kind']]?: string } = {
  accounts: 'accounts',
  authenticates: 'who gets into stores',
  encrypted: 'encryption',
  hardened: 'containers',
  keepsKeys: 'keys',
  mutualTls: 'encryption on the way',
  onlyCalls: 'policies',
  protects: 'what protects its namespace',
  reachedOnlyBy: 'who reaches stores',
  rotates: 'keys',
  secrets: 'Secrets',
  separates: 'policies',
}

function saidOf(where: Environment, stores: readonly Component[], { promises, platform }: World): readonly string[] {
  const promised = promises.flatMap((one) => {
    if (one.is === 'planned' || (one.in !== undefined && one.in.name !== where.name)) return []
    return kinds[one.kind] ?? []
  })
  const traits = stores.map(traitsOf)
  const options = [
    traits.some(({ encrypted }) => encrypted) && 'encryption',
    traits.some(({ authenticates }) => authenticates) && 'who gets into stores',
    where.policies && 'policies',
    where.mesh?.mtls && 'encryption on the way',
    where.secrets.length > 0 && 'Secrets',
    where.roles.length > 0 && 'accounts',
    (platform?.access.length ?? 0) > 0 && 'who may do what',
  ]
  return [...new Set([...promised, ...options.filter((one) => typeof one === 'string')])].sort()
}
