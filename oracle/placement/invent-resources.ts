import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { Kind } from './kinds.ts'
import { gpu } from './vocabulary.ts'

/** Requests and limits of one container: present, missing, zero, only a limit, more than any node has. */
export function containerResources(random: Random, has: ReadonlySet<Kind>): JsonObject {
  const requests: Record<string, string> = {}
  const limits: Record<string, string> = {}
  const cpu = random.weighted([
    [8, random.pick(['100m', '250m', '500m', '750m', '1', '1500m'])],
    [1, '0'],
    [0.5, '3'],
  ])
  const memory = random.weighted([
    [8, random.pick(['64Mi', '200Mi', '512Mi', '1Gi', '1500M'])],
    [1, '0'],
    [1, '3Gi'],
  ])
  if (random.chance(0.8)) requests.cpu = cpu
  if (random.chance(0.7)) requests.memory = memory
  if (random.chance(0.1)) limits.cpu = '4'
  if (random.chance(0.1)) limits.memory = '4Gi'
  if (has.has('ephemeral') && random.chance(0.4)) requests['ephemeral-storage'] = random.pick(['1Gi', '2Gi', '3Gi'])
  if (has.has('extended') && random.chance(0.3)) limits[gpu] = random.pick(['1', '1', '2', '0'])
  if (has.has('extended') && random.chance(0.02)) limits['example.com/none'] = '1'
  if (has.has('hugepages') && random.chance(0.3)) {
    requests.cpu ??= '100m'
    limits['hugepages-2Mi'] = random.pick(['4Mi', '8Mi'])
  }
  return {
    ...(Object.keys(requests).length > 0 && { requests }),
    ...(Object.keys(limits).length > 0 && { limits }),
  }
}

/** What stands at the pod itself, for all containers together: never less than they ask for. */
export function podResources(random: Random): JsonObject {
  return {
    requests: {
      ...(random.chance(0.8) && { cpu: random.pick(['5', '6']) }),
      ...(random.chance(0.6) && { memory: '6Gi' }),
    },
  }
}
