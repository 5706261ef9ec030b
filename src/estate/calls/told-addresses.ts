// Addresses that a workload's settings tell it: where it may call, whether or not anything answers there.

import { type Address, addressesIn, hostIn } from './addresses.ts'
import type { Setting } from './settings.ts'

export interface Told {
  readonly setting: Setting
  readonly address: Address
}

const hostNames = /(^|_)(HOST|HOSTNAME|ADDR|ADDRESS|SERVER|SERVERS|ENDPOINT|BROKER|BROKERS|URL|URI)$|^H$/
// What is told for others to call, or for nobody.
const forOthers = /CORS|ORIGIN|ALLOWED|ADVERTISED|CALLBACK|REDIRECT|PUBLIC|EXAMPLE/

/** Every address that settings tell, in their order; what is told for others to call is left out. */
export function toldAddresses(settings: readonly Setting[]): readonly Told[] {
  const beside = besideIn(settings)
  return settings.flatMap((setting) => addressesOf(setting, beside).map((address) => ({ setting, address })))
}

/** Whether a variable of this name holds the name of a host. */
export function saysHost(name: string): boolean {
  return hostNames.test(name.toUpperCase())
}

/** Whole addresses; a host alone where its variable says that it is one, with the port that stands beside it. */
function addressesOf(setting: Setting, { byName, switchedOff }: Beside): readonly Address[] {
  const name = setting.name.toUpperCase()
  const addresses = addressesIn(setting.value)
  if (addresses.length > 0) return forOthers.test(name) || switchedOff.has(name.replace(hostNames, '')) ? [] : addresses
  const host = hostIn(setting.value)
  if (host === undefined) return []
  if (!hostNames.test(name) && !/\.svc(\.|$)/.test(host)) return []
  if (forOthers.test(name) || switchedOff.has(name.replace(hostNames, ''))) return []
  const portName = name.replace(hostNames, '$1PORT')
  const beside = portName === name ? undefined : byName.get(portName)
  if (beside === undefined) return [{ host }]
  return /^\d{1,5}$/.test(beside.value) ? [{ host, port: Number(beside.value) }] : []
}

interface Beside {
  readonly byName: ReadonlyMap<string, Setting>
  /** `SEARCH` for `SEARCH_ENABLED=false`, beside `SEARCH_URL`. */
  readonly switchedOff: ReadonlySet<string>
}

function besideIn(settings: readonly Setting[]): Beside {
  const byName = new Map<string, Setting>()
  const switchedOff = new Set<string>()
  for (const setting of settings) {
    const name = setting.name.toUpperCase()
    if (!byName.has(name)) byName.set(name, setting)
    const isOff = name.endsWith('_ENABLED') && /^(false|0|no|off|disabled)$/i.test(setting.value)
    if (isOff && name !== '_ENABLED') switchedOff.add(name.slice(0, -'_ENABLED'.length))
  }
  return { byName, switchedOff }
}
