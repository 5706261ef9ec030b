// Secrets that cert-manager 1.21 writes: of Certificates, and of what its shim makes Certificates of.

import type { Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { fieldsAt, fieldsIn, textsOf } from '../import/fields.ts'
import type { Maker, Products } from './maker.ts'
import { textIn } from './values.ts'

const certManager = { operator: 'cert-manager 1.21', id: 'cert-manager' } as const

/** pkg/apis/certmanager/v1/types_certificate.go:246; keys: :427 and types.go:300. */
export const certificate: Maker = { ...certManager, group: 'cert-manager.io', kind: 'Certificate', make: ofCertificate }

/** pkg/controller/certificate-shim/sync.go:88: an issuer in the annotations makes a Certificate per `tls` entry. */
export const annotatedIngress: Maker = {
  ...certManager,
  group: 'networking.k8s.io',
  kind: 'Ingress',
  make: ({ manifest }) =>
    hasIssuer(manifest) ? names(manifest, fieldsIn(fieldsAt(manifest, 'spec').tls).map(secretName)) : {},
}

export const annotatedGateway: Maker = {
  ...certManager,
  group: 'gateway.networking.k8s.io',
  kind: 'Gateway',
  make: ({ manifest }) => (hasIssuer(manifest) ? names(manifest, listenerSecrets(manifest)) : {}),
}

type Shown = EstateObject['manifest']

const tlsKeys = ['tls.crt', 'tls.key', 'ca.crt']

function ofCertificate({ manifest }: EstateObject): Products {
  const spec = fieldsAt(manifest, 'spec')
  const formats = fieldsIn(spec.additionalOutputFormats).map(({ type }) => type)
  const keys = [
    ...tlsKeys,
    ...(formats.includes('DER') ? ['key.der'] : []),
    ...(formats.includes('CombinedPEM') ? ['tls-combined.pem'] : []),
    ...(Object.hasOwn(fieldsAt(spec, 'keystores'), 'jks') ? ['keystore.jks', 'truststore.jks'] : []),
    ...(Object.hasOwn(fieldsAt(spec, 'keystores'), 'pkcs12') ? ['keystore.p12', 'truststore.p12'] : []),
  ]
  return names(manifest, [secretName(spec)], keys)
}

function secretName(fields: { readonly [field: string]: unknown }): string | undefined {
  return textIn(fields, 'secretName')
}

function listenerSecrets(manifest: Shown): readonly (string | undefined)[] {
  return fieldsIn(fieldsAt(manifest, 'spec').listeners).flatMap((listener) =>
    fieldsIn(fieldsAt(listener, 'tls').certificateRefs).map((ref) => textIn(ref, 'name')),
  )
}

const issuerMarks = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer']

function hasIssuer(manifest: Shown): boolean {
  const annotations = textsOf(fieldsAt(manifest, 'metadata', 'annotations'))
  return (
    issuerMarks.some((mark) => Object.hasOwn(annotations, mark)) || annotations['kubernetes.io/tls-acme'] === 'true'
  )
}

function names({ metadata }: Shown, secrets: readonly (string | undefined)[], keys = tlsKeys): Products {
  const named = secrets.filter((name) => name !== undefined)
  return { names: named.map((name) => ({ ref: `Secret/${metadata.namespace ?? ''}/${name}` as Ref, keys })) }
}
