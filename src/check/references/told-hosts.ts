// The Services that settings tell workloads to call, whether or not such Services are there.

import type { Address } from '../../estate/calls/addresses.ts'
import { configMapsIn, type Setting, settingsOf } from '../../estate/calls/settings.ts'
import { toldAddresses } from '../../estate/calls/told-addresses.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { templatePathOf } from './pod-references.ts'

export interface ToldHost {
  readonly caller: EstateObject
  readonly setting: Setting
  readonly address: Address
  /** Where the Service of that name would stand. */
  readonly namespace: string
  readonly name: string
}

/** By workload, in the order of their settings; of workloads that run only. */
export const toldHosts = table((view: View): readonly ToldHost[] => {
  const { objects } = view.estate
  const configMaps = configMapsIn(objects)
  return objects.flatMap((caller) => {
    const { namespace } = partsOf(caller.ref)
    const own = runs(caller, view) ? toldAddresses(settingsOf(caller, configMaps)) : []
    if (own.length === 0) return []
    const written = hostAliases(caller)
    return own.flatMap(({ setting, address }) => {
      const service = written.has(address.host) ? undefined : serviceNamed(address.host, namespace, view)
      return service ? [{ caller, setting, address, ...service }] : []
    })
  })
})

function runs({ ref, origin }: EstateObject, { byWorkload }: View): boolean {
  const pod = byWorkload.get(ref)
  if (origin === 'made' || !pod || !asksCluster(pod.spec)) return false
  return pod.count > 0 || pod.kind === 'DaemonSet'
}

// Other pods resolve names as their node does (pkg/kubelet/network/dns/dns.go: getPodDNSType).
function asksCluster({ dnsPolicy = 'ClusterFirst', hostNetwork }: { readonly [field: string]: unknown }): boolean {
  return dnsPolicy === 'ClusterFirstWithHostNet' || (dnsPolicy === 'ClusterFirst' && hostNetwork !== true)
}

// Names that the kubelet writes into the pod's own /etc/hosts.
function hostAliases(caller: EstateObject): ReadonlySet<unknown> {
  const path = [...(templatePathOf(caller) ?? []), 'spec'] as string[]
  const { hostAliases: aliases } = fieldsAt(caller.manifest, ...path)
  return new Set(
    fieldsIn(aliases).flatMap(({ hostnames }) => (Array.isArray(hostnames) ? (hostnames as unknown[]) : [])),
  )
}

/** `orders`, `orders.shop.svc`, and `orders.shop` where the cluster has a namespace of that name; any other host is outside. */
function serviceNamed(
  host: string,
  namespace: string,
  view: View,
): { readonly namespace: string; readonly name: string } | undefined {
  const [name = '', second, third] = host.split('.')
  if (second === undefined) return { namespace, name }
  if (third === 'svc') return { namespace: second, name }
  return third === undefined && namespaces(view).has(second) ? { namespace: second, name } : undefined
}

const namespaces = table(({ estate }) => {
  return new Set(
    estate.objects.flatMap(({ manifest }) => (manifest.kind === 'Namespace' ? [manifest.metadata.name] : [])),
  )
})
