import { nounOf } from './component/nouns.ts'

/** Whether components of this noun are as many equal pods as somebody wants: services, workers, gateways. */
export function hasReplicas(noun: string): boolean {
  return Object.hasOwn(nounOf(noun)?.fields ?? {}, 'replicas')
}
