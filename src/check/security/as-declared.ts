// What somebody declares and no object shows is an assumption of whatever holds because of it.

import type { Assumption } from '../../engine/assumption.ts'
import type { World } from '../world.ts'

export interface AsDeclared {
  /** False where it is denied. */
  readonly truth: boolean
  readonly assumes: readonly Assumption[]
}

export function asDeclared(id: string, says: string, { denied }: Pick<World, 'denied'>): AsDeclared {
  return { truth: !denied.has(id), assumes: [{ id, says, kind: 'declared' }] }
}
