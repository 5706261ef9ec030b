import { nounOf } from './component/nouns.ts'
import type { Component } from './component.ts'

/** Whether components of this noun are as many equal pods as somebody wants: services, workers, gateways. */
export function hasReplicas(noun: string): boolean {
  return Object.hasOwn(nounOf(noun)?.fields ?? {}, 'replicas')
}

/** Whether somebody says how many, or the fewest that an autoscaler leaves: else there is one, by default. */
export function saysReplicas({ options }: Component): boolean {
  const { replicas, scales } = options as { readonly replicas?: unknown; readonly scales?: { readonly from?: unknown } }
  return replicas !== undefined || scales?.from !== undefined
}
