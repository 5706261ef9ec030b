import { make, type NounSpec } from '../make.ts'
import type { Access } from '../model.ts'
import { either, list, noun, oneOf, set, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export interface AccessOptions {
  /** Absent: nobody says. */
  readonly may?: Access['may']
  /** Default: everything. */
  readonly over?: Access['over']
  /** Default: people, who sign in. */
  readonly by?: Access['by']
  readonly has?: Access['has']
  readonly stated?: Stated
}

export const accessSpec: NounSpec<AccessOptions, Access> = {
  is: 'access',
  word: 'access',
  named: text,
  fields: {
    may: set(oneOf('approve', 'audit', 'configure', 'deploy', 'everything', 'read', 'write'), 1),
    over: either(oneOf('everything', 'own-context', 'own-tenant'), list(noun('context', 'environment'), 1)),
    by: oneOf('people', 'programs'),
    has: list(noun('team'), 1),
    stated,
  },
  rules(_, { by, has }, say) {
    if (by === 'programs' && has !== undefined)
      say({ path: 'has', found: 'teams', allowed: "nothing, or by: 'people' (programs act by themselves)" })
  },
  build: (name, options) => ({ is: 'access', name, may: [], over: 'everything', by: 'people', ...options }),
}

/**
 * What people, or programs that act by themselves, may do with the platform; what a ServiceAccount may do with Kubernetes
 * is a `role`. `access('auditors', { may: ['read', 'audit'], has: [auditors] })`
 */
export function access(name: string, options: AccessOptions): Access {
  return make(accessSpec, name, options)
}
