// What a workload's containers are told: environment, arguments, and the ConfigMaps that they are given.

import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'

type Path = readonly (string | number)[]

/** One text that a program reads, and the field that says it. */
export interface Setting {
  /** `ORDERS_URL`; of a flag its name, in the same form. */
  readonly name: string
  readonly value: string
  /** `env ORDERS_URL`, `key app.yaml of ConfigMap shop/settings`. */
  readonly says: string
  /** Inside the workload's manifest. */
  readonly path: Path
  /** The ConfigMap of its namespace that says it, and the key. */
  readonly configMap?: { readonly name: string; readonly key: string }
}

/** Where the pod template of a workload stands in its manifest; undefined for what has none. */
export function templatePath(kind: string): readonly string[] | undefined {
  if (kind === 'Pod') return []
  if (kind === 'CronJob') return ['spec', 'jobTemplate', 'spec', 'template']
  return templated.has(kind) ? ['spec', 'template'] : undefined
}

const templated: ReadonlySet<string> = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Job',
])

/** The data of every ConfigMap by namespace and name. */
export function configMapsIn(objects: readonly EstateObject[]): ReadonlyMap<string, Fields> {
  const found = objects.filter(({ manifest }) => manifest.kind === 'ConfigMap' && manifest.apiVersion === 'v1')
  return new Map(found.map(({ ref, manifest }) => [keyOf(ref), fieldsAt(manifest, 'data')]))
}

function keyOf(ref: EstateObject['ref']): string {
  const { namespace, name } = partsOf(ref)
  return `${namespace}/${name}`
}

/** Every text that the pods of a workload are told, in the order of its fields. Values of Secrets are nobody's to read. */
export function settingsOf(workload: EstateObject, configMaps: ReadonlyMap<string, Fields>): readonly Setting[] {
  const { kind, namespace } = partsOf(workload.ref)
  const template = templatePath(kind)
  if (!template) return []
  const spec = fieldsAt(workload.manifest, ...template, 'spec')
  const path = [...template, 'spec']
  const given: Given = { namespace, configMaps }
  const containers = ['initContainers', 'containers'].flatMap((list) =>
    fieldsIn(spec[list]).flatMap((container, at) => containerSettings(container, [...path, list, at], given)),
  )
  return [...containers, ...volumeSettings(spec, path, given)]
}

interface Given {
  readonly namespace: string
  readonly configMaps: ReadonlyMap<string, Fields>
}

function containerSettings(container: Fields, path: Path, given: Given): readonly Setting[] {
  const from = fieldsIn(container.envFrom).flatMap((source, at) => {
    const { name } = fieldsAt(source, 'configMapRef')
    const prefix = typeof source.prefix === 'string' ? source.prefix : ''
    return keysOf(name, [...path, 'envFrom', at], given).map((each) => ({ ...each, name: `${prefix}${each.name}` }))
  })
  const env = fieldsIn(container.env).flatMap((variable, at) => variableSettings(variable, [...path, 'env', at], given))
  const values = new Map([...from, ...env].map(({ name, value }) => [name, value]))
  const expanded = [...from, ...env].map((setting) => ({ ...setting, value: expand(setting.value, values) }))
  return [...expanded, ...['command', 'args'].flatMap((list) => argumentSettings(container, list, path, values))]
}

function variableSettings(variable: Fields, path: Path, given: Given): readonly Setting[] {
  const { name, value } = variable
  if (typeof name !== 'string') return []
  if (typeof value === 'string') return [{ name, value, says: `env ${name}`, path: [...path, 'value'] }]
  const ref = fieldsAt(variable, 'valueFrom', 'configMapKeyRef')
  return keysOf(ref.name, [...path, 'valueFrom'], given)
    .filter((each) => each.name === ref.key)
    .map((each) => ({ ...each, name, says: `env ${name} (${each.says})` }))
}

function keysOf(name: unknown, path: Path, { namespace, configMaps }: Given): readonly Setting[] {
  if (typeof name !== 'string') return []
  return Object.entries(configMaps.get(`${namespace}/${name}`) ?? {}).flatMap(([key, value]) => {
    const says = `key ${key} of ConfigMap ${namespace}/${name}`
    return typeof value === 'string' ? [{ name: key, value, says, path, configMap: { name, key } }] : []
  })
}

// `$(NAME)` as the kubelet expands it (k8s.io/kubernetes third_party/forked/golang/expansion).
function expand(value: string, values: ReadonlyMap<string, string>): string {
  return value.replaceAll(/\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)/g, (whole, name) => values.get(name) ?? whole)
}

// `--db-host=ledger-db` and `--db-host ledger-db` name their value as a variable does.
function argumentSettings(
  container: Fields,
  list: string,
  path: Path,
  values: ReadonlyMap<string, string>,
): readonly Setting[] {
  const words = Array.isArray(container[list]) ? (container[list] as readonly unknown[]) : []
  return words.flatMap((word, at) => {
    if (typeof word !== 'string') return []
    const before = words[at - 1]
    const flag = /^--?([a-zA-Z][\w.-]*)=(.*)$/s.exec(word)
    const named = typeof before === 'string' ? /^--?([a-zA-Z][\w.-]*)$/.exec(before)?.[1] : undefined
    const name = (flag?.[1] ?? named ?? '').replaceAll(/[-.]/g, '_').toUpperCase()
    const value = expand(flag?.[2] ?? word, values)
    return [{ name, value, says: `${list === 'args' ? 'argument' : 'command'} ${at + 1}`, path: [...path, list, at] }]
  })
}

function volumeSettings(spec: Fields, path: Path, given: Given): readonly Setting[] {
  return fieldsIn(spec.volumes).flatMap((volume, at) => {
    const own = path.concat('volumes', at)
    const names = [
      fieldsAt(volume, 'configMap').name,
      ...fieldsIn(fieldsAt(volume, 'projected').sources).map((source) => fieldsAt(source, 'configMap').name),
    ]
    // A key of a file is no name of a variable: only whole addresses count there.
    return names.flatMap((name) => keysOf(name, own, given).map((each) => ({ ...each, name: '' })))
  })
}
