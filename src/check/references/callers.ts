// Who is hurt where a Service answers nobody: workloads that are told to call it, and what sends requests to it.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { sayRef } from '../admission/subject.ts'
import { table, type View } from '../world.ts'
import { objectReferences } from './object-references.ts'
import { toldHosts } from './told-hosts.ts'

type Row = readonly [who: string, how: string]

/** A row for each of them, sorted. */
export function callerRows(service: Ref, view: View): readonly Row[] {
  const { namespace, name } = partsOf(service)
  const rows = callersByService(view).get(`${namespace}/${name}`) ?? new Map<string, string>()
  return [...rows].sort(([a], [b]) => byCodePoint(a, b))
}

const callersByService = table((view: View) => {
  const found = new Map<string, Map<string, string>>()
  const add = (service: string, who: string, how: string) => {
    const rows = found.get(service) ?? new Map<string, string>()
    found.set(service, rows)
    if (!rows.has(who)) rows.set(who, how)
  }
  for (const { caller, setting, namespace, name } of toldHosts(view))
    add(`${namespace}/${name}`, sayCaller(caller.ref, namespace), `is told to call it (${setting.says})`)
  for (const object of view.estate.objects) {
    if (templated.has(object.manifest.kind)) continue
    for (const { kind, namespace, name } of objectReferences(object))
      if (kind === 'Service') add(`${namespace}/${name}`, sayCaller(object.ref, namespace), 'sends requests to it')
  }
  return found
})

// Of a StatefulSet the Service gives its pods names, and carries nothing to it.
const templated: ReadonlySet<string> = new Set(['StatefulSet'])

function sayCaller(ref: Ref, from: string): string {
  const { kind, namespace, name } = partsOf(ref)
  return namespace === from ? sayRef(ref) : `${kind} ${namespace}/${name}`
}
