import { isObject, type Json, type JsonObject } from '../json.ts'
import type { Random } from '../random.ts'
import { inventName } from '../values/names.ts'
import { inventQuantity } from '../values/quantity.ts'
import { valueAt as at, type Path, withField } from './json-path.ts'

interface Spot {
  readonly path: Path
  readonly value: Json
}

/** An object with one or two things wrong, or harmless: each change is one that people make. */
export function mutated(manifest: JsonObject, random: Random): JsonObject {
  const once = changed(manifest, random)
  return random.chance(0.25) ? changed(once, random) : once
}

function changed(manifest: JsonObject, random: Random): JsonObject {
  const spots = spotsOf(manifest)
  const change = spots.length === 0 ? addUnknown : random.weighted(changes)
  return change(manifest, spots, random) ?? changed(manifest, random)
}

type Change = (manifest: JsonObject, spots: readonly Spot[], random: Random) => JsonObject | undefined

const changes: readonly (readonly [number, Change])[] = [
  [6, drop],
  [4, addUnknown],
  [5, retype],
  [3, rename],
  [4, resize],
  [3, renumber],
  [2, repeat],
  [2, mislabel],
  [3, reword],
  [2, moveHere],
  [1, empty],
]

// What addresses the object is left alone: without it no request can be made.
const address = new Set(['apiVersion', 'kind', 'metadata', 'metadata.namespace', 'metadata.name'])

function spotsOf(manifest: JsonObject): readonly Spot[] {
  const spots: Spot[] = []
  const visit = (value: Json, path: Path) => {
    if (path.length > 0 && !address.has(path.join('.'))) spots.push({ path, value })
    if (Array.isArray(value)) for (const [at, item] of value.entries()) visit(item, [...path, at])
    else if (isObject(value)) for (const [key, item] of Object.entries(value)) visit(item, [...path, key])
  }
  visit(manifest, [])
  return spots
}

function drop(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  return at(manifest, random.pick(spots).path, undefined)
}

const strangers = [
  'replica',
  'labels',
  'image',
  'ports',
  'resources',
  'name',
  'enabled',
  'spec',
  'Name',
  'nodeSelector',
  'limits',
  '__proto__',
]

function addUnknown(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const { path, value } = random.pick([{ path: [], value: manifest }, ...spots])
  if (!isObject(value)) return undefined
  return at(manifest, path, withField(value, random.pick(strangers), random.pick<Json>(['x', 1, true, null, {}, []])))
}

const others: readonly Json[] = [
  '',
  'x',
  '80',
  0,
  1,
  -1,
  1.5,
  true,
  false,
  null,
  [],
  {},
  ['x'],
  { x: 'y' },
  [null],
  1e20,
]

function retype(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  return at(manifest, random.pick(spots).path, random.pick(others))
}

const naming =
  /^(name|namespace|app|key|host|secretName|claimName|serviceName|topologyKey|path|containerPort|port|targetPort|mountPath|ingressClassName)$/

function rename(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const named = spots.filter(({ path, value }) => typeof value === 'string' && naming.test(String(path.at(-1))))
  if (random.chance(0.15)) return at(manifest, ['metadata', 'name'], inventName(random))
  return named.length === 0 ? undefined : at(manifest, random.pick(named).path, inventName(random))
}

const sized = /^(requests|limits|hard|min|max|default|defaultRequest|maxLimitRequestRatio)$/

function resize(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const amounts = spots.filter(({ path, value }) => sized.test(String(path.at(-2))) && !isObject(value))
  if (amounts.length === 0) return undefined
  const { path, value } = random.pick(amounts)
  if (random.chance(0.15)) {
    const resource = random.pick([
      'gpu',
      'example.com/gpu',
      'hugepages-2Mi',
      'storage',
      'cpus',
      'kubernetes.io/x',
      'requests.cpu',
      'memory',
      'a b',
    ])
    return at(manifest, [...path.slice(0, -1), resource], value)
  }
  return at(
    manifest,
    path,
    random.chance(0.5)
      ? inventQuantity(random)
      : random.pick(['0', '1m', '64Mi', '1', '2Gi', '100Gi', '500', '1.5', '0.1m', '-1']),
  )
}

function renumber(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const numbers = spots.filter(({ value }) => typeof value === 'number')
  if (numbers.length === 0) return undefined
  return at(
    manifest,
    random.pick(numbers).path,
    random.pick([-1, 0, 1, 2, 101, 65535, 65536, 70000, 2 ** 31 - 1, 2 ** 31, 1000]),
  )
}

// A list item once more: two containers, ports or mounts of one name.
function repeat(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const lists = spots.filter(({ value }) => Array.isArray(value) && value.length > 0)
  if (lists.length === 0) return undefined
  const { path, value } = random.pick(lists)
  const list = value as readonly Json[]
  return at(manifest, path, [...list, random.pick(list)])
}

function mislabel(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const maps = spots.filter(({ path }) => /^(labels|matchLabels|nodeSelector|annotations)$/.test(String(path.at(-1))))
  if (maps.length === 0) return undefined
  const { path, value } = random.pick(maps)
  const labels = isObject(value) ? value : {}
  const key = random.chance(0.5) ? (Object.keys(labels)[0] ?? 'app') : inventName(random)
  return at(manifest, path, withField(labels, key, random.chance(0.4) ? 'other' : inventName(random)))
}

const words = [
  'Always',
  'Never',
  'OnFailure',
  'TCP',
  'UDP',
  'tcp',
  'HTTP',
  'ClusterIP',
  'None',
  'Recreate',
  'RollingUpdate',
  'OnDelete',
  'Exists',
  'In',
  'Equal',
  'NoExecute',
  'Ingress',
  'ReadWriteOnce',
  'ReadWriteOncePod',
  'Pod',
  'Container',
  '25%',
  '150%',
  '10.0.0.1/33',
  '10.0.0.1/8',
  '0 * * *',
  '@daily',
  '../a',
  'a:b',
  '/x',
  'http',
  'default',
  'kubernetes.io/hostname',
  'a/b/c',
  '10.0.0.300',
  'fd00::/8',
  'ALL',
  'latest',
  'Utilization',
  'Localhost',
]

function reword(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const texts = spots.filter(({ value }) => typeof value === 'string')
  return texts.length === 0 ? undefined : at(manifest, random.pick(texts).path, random.pick(words))
}

// A value of the object in the place of another of the same type, as by a slip in copying.
function moveHere(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const { path, value } = random.pick(spots)
  const alike = spots.filter((other) => kindOf(other.value) === kindOf(value) && other.path.length >= path.length)
  return at(manifest, path, random.pick(alike).value)
}

function empty(manifest: JsonObject, spots: readonly Spot[], random: Random) {
  const { path, value } = random.pick(spots)
  if (Array.isArray(value)) return at(manifest, path, [])
  return at(manifest, path, isObject(value) ? {} : '')
}

function kindOf(value: Json): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value
}
