// Hosts of one label that need not be the name of a Service.

import { namesMachine } from '../../estate/calls/addresses.ts'
import { saysHost } from '../../estate/calls/told-addresses.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { templatePathOf } from '../references/pod-references.ts'
import type { ToldHost } from '../references/told-hosts.ts'
import { table, type View } from '../world.ts'

/** Whether a host may well be no Service: a word of its program, the pod itself, a node, a name with a domain. */
export function isNoService(told: ToldHost, view: View): boolean {
  const { setting, address, name, caller } = told
  const isDomain = address.host.includes('.') && !/^[^.]+\.[^.]+\.svc(\.|$)/.test(address.host)
  if (isDomain || !saysThatItIsOne(told) || words.has(name) || /^[\d-]+$/.test(name)) return true
  if (ownAddress.test(setting.name.toUpperCase()) || nodeNames(view).has(name)) return true
  return partsOf(caller.ref).name === name || namesInPod(told).has(name) || searchesElsewhere(told)
}

function specOf({ caller }: ToldHost): { readonly [field: string]: unknown } {
  return fieldsAt(caller.manifest, ...([...(templatePathOf(caller) ?? []), 'spec'] as string[]))
}

// A name of one label may stand in a domain that the pod searches beside those of the cluster.
function searchesElsewhere(told: ToldHost): boolean {
  return !told.address.host.includes('.') && fieldsAt(specOf(told), 'dnsConfig').searches !== undefined
}

// Of a file that is mounted nobody knows which of its lines its program reads.
function saysThatItIsOne({ setting, address: { scheme, port } }: ToldHost): boolean {
  if (setting.name === '') return false
  if (scheme !== undefined) return namesMachine(scheme)
  return saysHost(setting.name) && (port !== undefined || bareHost.test(setting.name.toUpperCase()))
}

// `SERVER=nginx` and `BROKER=redis` name a brand as often as a host.
const bareHost = /(HOST|HOSTNAME|ADDR)$/
// What the program calls itself.
const ownAddress = /^(HOST|HOSTNAME|(VIRTUAL|SERVER|HTTP|APP|NODE|POD|MY|OWN|SELF)_(HOST|HOSTNAME|ADDR|ADDRESS))$/

const words: ReadonlySet<string> = new Set([
  ...['localhost', 'kubernetes', 'host', 'hostname', 'server', 'example', 'changeme', 'unset'],
  ...['none', 'null', 'nil', 'true', 'false', 'on', 'off', 'yes', 'no', 'auto', 'default', 'all', 'any', 'disabled'],
])

const nodeNames = table(({ estate }) => new Set(estate.nodes.map(({ name }) => name)))

// A pod's own host name, and its containers: who comes from Docker Compose calls them by name.
function namesInPod(told: ToldHost): ReadonlySet<unknown> {
  const spec = specOf(told)
  const containers = [...fieldsIn(spec.containers), ...fieldsIn(spec.initContainers)]
  return new Set([spec.hostname, ...containers.map((one) => one.name)])
}
