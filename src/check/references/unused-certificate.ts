import { fieldsAt } from '../../estate/import/fields.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { table, type View } from '../world.ts'
import { namedAnywhere } from './named-anywhere.ts'

/** The Secret of a cert-manager Certificate for exactly these hosts that no object names. */
export function unusedCertificate(namespace: string, hosts: readonly string[], view: View): string | undefined {
  if (hosts.length === 0) return undefined
  const secrets = secretsByHosts(view).get(keyOf(namespace, hosts)) ?? []
  return secrets.find((name) => !namedAnywhere(view).has(`Secret/${namespace}/${name}`))
}

const secretsByHosts = table(({ estate }): ReadonlyMap<string, readonly string[]> => {
  const found = estate.objects.flatMap(({ ref, manifest }): readonly (readonly [string, string])[] => {
    if (manifest.kind !== 'Certificate' || !`${manifest.apiVersion}`.startsWith('cert-manager.io/')) return []
    const { secretName, dnsNames } = fieldsAt(manifest, 'spec')
    if (typeof secretName !== 'string' || !Array.isArray(dnsNames)) return []
    return [[keyOf(partsOf(ref).namespace, dnsNames), secretName]]
  })
  const byHosts = Map.groupBy(found, ([key]) => key)
  return new Map([...byHosts].map(([key, rows]) => [key, rows.map(([, name]) => name).sort(byCodePoint)]))
})

function keyOf(namespace: string, hosts: readonly unknown[]): string {
  return JSON.stringify([namespace, [...new Set(hosts.filter((host) => typeof host === 'string'))].sort(byCodePoint)])
}
