// One end of a connection as a policy sees it: pods, a node's own address, or an address outside.

import type { Block } from './address.ts'
import type { Outside } from './endpoint.ts'
import type { Direction } from './policy.ts'
import type { PortTarget } from './port.ts'

export type Party =
  | { readonly is: 'pods'; readonly at: number; readonly namespace: string }
  | { readonly is: 'node' }
  | { readonly is: 'outside'; readonly outside: Outside; readonly block?: Block }

/** One side of one connection: whether the policies on `subject` let it through to or from `peer`. */
export interface SideQuestion {
  readonly direction: Direction
  readonly subject: Party
  readonly peer: Party
  readonly target: PortTarget
  /** Whether the rules that come near are wanted too; they cost more than the answer. */
  readonly tells: boolean
}
