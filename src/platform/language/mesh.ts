import { open } from '../component/rules.ts'
import { make, type NounSpec } from '../make.ts'
import type { Mesh } from '../model.ts'
import { dnsLabel, duration, flag, map, oneOf, stated, text } from '../schema.ts'
import { callFields } from './call-fields.ts'

export type MeshOptions = Omit<Mesh, 'is' | 'name'>

export const meshSpec: NounSpec<MeshOptions, Mesh> = {
  is: 'mesh',
  word: 'mesh',
  named: dnsLabel,
  fields: {
    by: oneOf('istio', 'linkerd', 'consul', 'kuma'),
    version: text,
    proxy: oneOf('envoy', 'linkerd2-proxy'),
    mtls: oneOf('strict', 'permissive'),
    tls: oneOf('1.2', '1.3'),
    ...callFields,
    batchTimeout: duration,
    deniesByDefault: flag,
    stated,
    cites: map(text, stated),
  },
  rules(_, { version, by }, say) {
    if (version !== undefined && !open(version) && by === undefined)
      say({ path: 'version', found: `'${version}'`, allowed: 'nothing where by does not say of which mesh' })
  },
  build: (name, options) => ({ is: 'mesh', name, ...options }),
}

/**
 * Proxies that carry the calls between the pods of the environments that have it.
 * `mesh('traffic', { by: 'istio', mtls: 'strict', timeout: '30s', retries: { attempts: 3 } })`: three tries, the first counted.
 */
export function mesh(name: string, options: MeshOptions = {}): Mesh {
  return make(meshSpec, name, options)
}
