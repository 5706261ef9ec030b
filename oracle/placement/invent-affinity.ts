import type { JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import type { Kind } from './kinds.ts'
import { apps, podSelector, topology, zone, zones } from './vocabulary.ts'

/** Affinity to nodes and pods, of the kinds that this cluster has; undefined where it comes to nothing. */
export function inventAffinity(random: Random, has: ReadonlySet<Kind>, app: string): JsonObject | undefined {
  const nodes = nodeAffinity(random, has)
  const together = podAffinity(random, app, {
    required: has.has('affinity') && random.chance(0.25),
    preferred: has.has('preferredAffinity') && random.chance(0.35),
  })
  const apart = podAffinity(random, app, {
    required: has.has('antiAffinity') && random.chance(0.35),
    preferred: has.has('preferredAntiAffinity') && random.chance(0.35),
  })
  const affinity = {
    ...(nodes && { nodeAffinity: nodes }),
    ...(together && { podAffinity: together }),
    ...(apart && { podAntiAffinity: apart }),
  }
  return Object.keys(affinity).length > 0 ? affinity : undefined
}

function nodeAffinity(random: Random, has: ReadonlySet<Kind>): JsonObject | undefined {
  const required: JsonObject[] = []
  if (has.has('nodeAffinity') && random.chance(0.3)) required.push(...random.list(random.int(1, 2), () => term(random)))
  if (has.has('fields') && random.chance(0.4)) required.push(fieldTerm(random))
  const preferred = has.has('nodePreference') && random.chance(0.5)
  if (required.length === 0 && !preferred) return undefined
  return {
    ...(required.length > 0 && {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: required },
    }),
    ...(preferred && {
      preferredDuringSchedulingIgnoredDuringExecution: random.list(random.int(1, 3), () => ({
        weight: random.pick([1, 7, 50, 100]),
        preference: random.chance(0.05) ? {} : random.chance(0.1) ? fieldTerm(random) : term(random),
      })),
    }),
  }
}

function term(random: Random): JsonObject {
  return {
    matchExpressions: random.list(
      random.weighted([
        [3, 1],
        [1, 2],
      ]),
      () => requirement(random),
    ),
  }
}

function requirement(random: Random): JsonObject {
  const key = random.pick([zone, zone, 'disk', 'size', 'rack'])
  if (key === 'size' && random.chance(0.7)) {
    return { key, operator: random.pick(['Gt', 'Lt']), values: [random.pick(['0', '4', '5', '7', '10'])] }
  }
  const operator = random.pick(['In', 'In', 'NotIn', 'Exists', 'DoesNotExist'])
  if (operator === 'Exists' || operator === 'DoesNotExist') return { key, operator }
  const values = key === zone ? zones : key === 'disk' ? ['ssd', 'hdd'] : ['1', '2', '5']
  return { key, operator, values: random.list(random.int(1, 2), () => random.pick(values)) }
}

function fieldTerm(random: Random): JsonObject {
  const operator = random.weighted([
    [3, 'In'],
    [1, 'NotIn'],
  ])
  const named = { key: 'metadata.name', operator, values: [`n${random.int(0, 4)}`] }
  return { matchFields: [named], ...(random.chance(0.3) && { matchExpressions: [requirement(random)] }) }
}

function podAffinity(random: Random, app: string, wants: { required: boolean; preferred: boolean }) {
  if (!wants.required && !wants.preferred) return undefined
  return {
    ...(wants.required && {
      requiredDuringSchedulingIgnoredDuringExecution: random.list(
        random.weighted([
          [4, 1],
          [1, 2],
        ]),
        () => podTerm(random, app),
      ),
    }),
    ...(wants.preferred && {
      preferredDuringSchedulingIgnoredDuringExecution: random.list(random.int(1, 2), () => ({
        weight: random.pick([1, 20, 100]),
        podAffinityTerm: podTerm(random, app),
      })),
    }),
  }
}

function podTerm(random: Random, app: string): JsonObject {
  const labelKeys = random.weighted<JsonObject>([
    [8, {}],
    [1, { matchLabelKeys: ['rev'] }],
    [1, { mismatchLabelKeys: ['rev'] }],
    [1, { matchLabelKeys: ['absent'] }],
  ])
  const namespaces = random.weighted<JsonObject>([
    [8, {}],
    [1, { namespaceSelector: {} }],
    [2, { namespaceSelector: { matchLabels: { team: random.pick(['x', 'y']) } } }],
    [1, { namespaces: ['blue'] }],
    [
      1,
      {
        namespaces: ['green', 'default'],
        namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'DoesNotExist' }] },
      },
    ],
  ])
  // No selector at all selects nothing, and label keys cannot be merged into it.
  const selected: JsonObject = random.chance(0.04)
    ? {}
    : { labelSelector: podSelector(random, random.chance(0.7) ? app : random.pick(apps)) as JsonObject, ...labelKeys }
  return { topologyKey: topology(random), ...selected, ...namespaces }
}
