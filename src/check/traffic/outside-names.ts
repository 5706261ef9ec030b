// Names of what stands outside the cluster that settings tell pods: without DNS they lead nowhere.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsIn, listOf } from '../../engine/pods/untrusted.ts'
import { blockOf } from '../../engine/reachability/address.ts'
import { configMapsIn, settingsOf } from '../../estate/calls/settings.ts'
import { toldAddresses } from '../../estate/calls/told-addresses.ts'
import { byCodePoint } from '../../platform/order.ts'
import { table, type View } from '../world.ts'

const configMaps = table(({ estate }) => configMapsIn(estate.objects))

/** Sorted; names that the kubelet writes into the pod's own /etc/hosts need no DNS. */
export function outsideNames({ workload, spec }: PodClass, view: View): readonly string[] {
  const object = view.estate.objects.find(({ ref }) => ref === workload)
  if (!object) return []
  const aliases = new Set(fieldsIn(spec.hostAliases).flatMap(({ hostnames }) => listOf(hostnames)))
  const hosts = toldAddresses(settingsOf(object, configMaps(view))).map(({ address }) => address.host)
  return [...new Set(hosts)].filter((host) => !aliases.has(host) && isOutside(host, view)).sort(byCodePoint)
}

/** `pay.example.com`, and neither `orders.shop` nor `orders.shop.svc` nor an address. */
function isOutside(host: string, view: View): boolean {
  const [, second, third] = host.split('.')
  if (second === undefined || third === 'svc' || blockOf(host)) return false
  return third !== undefined || !view.estate.objects.some(({ ref }) => ref.split('/')[1] === second)
}
