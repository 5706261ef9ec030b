// Pods may write ConfigMaps and Secrets themselves: a Job that makes certificates, an agent that was given the right to.

import { fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import type { Reference } from './reference.ts'

const written: ReadonlyMap<string, string> = new Map([
  ['ConfigMap', 'configmaps'],
  ['Secret', 'secrets'],
])

/** Who may have written a ConfigMap or Secret that no file shows: a right to create them there, or its name among the arguments of a job. */
export function mayWrite({ kind, namespace, name }: Reference, view: View): readonly string[] {
  const resource = written.get(kind)
  if (resource === undefined) return []
  const rights = (creators(view).get(`${resource}/${namespace}`) ?? []).map((role) => `Role ${role} may create it`)
  const jobs = (argumentsByNamespace(view).get(namespace) ?? []).filter(({ words }) => words.includes(name))
  return [...rights, ...jobs.map(({ job }) => `${job} names it among its arguments`)]
}

const creators = table(({ estate }) => {
  const found = new Map<string, string[]>()
  for (const { ref, manifest } of estate.objects) {
    if (manifest.kind !== 'Role') continue
    const { namespace, name } = partsOf(ref)
    for (const rule of fieldsIn(manifest.rules))
      for (const resource of written.values())
        if (allows(rule.verbs, 'create') && allows(rule.resources, resource)) {
          const key = `${resource}/${namespace}`
          found.set(key, [...(found.get(key) ?? []), name])
        }
  }
  return found
})

function allows(list: unknown, wanted: string): boolean {
  return Array.isArray(list) && (list.includes(wanted) || list.includes('*'))
}

const argumentsByNamespace = table(({ pods }) => {
  const jobs = pods.filter(({ steady }) => !steady)
  const rows = jobs.map((pod) => ({
    namespace: pod.namespace,
    job: `${pod.kind} ${pod.name}`,
    words: pod.spec.containers.flatMap(wordsIn).join(' '),
  }))
  return Map.groupBy(rows, ({ namespace }) => namespace)
})

function wordsIn(container: { readonly [field: string]: unknown }): readonly string[] {
  const environment = fieldsIn(container.env).map(({ value }) => value)
  const lists = [container.command, container.args].flatMap((list) => (Array.isArray(list) ? list : []))
  return [...lists, ...environment].filter((word) => typeof word === 'string')
}
