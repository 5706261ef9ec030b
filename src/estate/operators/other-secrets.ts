// Secrets and ConfigMaps of smaller operators: where their resources say what is written.

import type { Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { everyNamespace, type MadeName, type Maker } from './maker.ts'
import { textIn } from './values.ts'

/** bitnami-labs/sealed-secrets 0.32: pkg/apis/sealedsecrets/v1alpha1/sealedsecret_expansion.go, Unseal. */
const sealedSecret: Maker = {
  group: 'bitnami.com',
  kind: 'SealedSecret',
  operator: 'Sealed Secrets 0.32',
  id: 'sealed-secrets',
  make: (object) => {
    const spec = fieldsAt(object.manifest, 'spec')
    const keys = [...Object.keys(fieldsAt(spec, 'encryptedData')), ...Object.keys(fieldsAt(spec, 'template', 'data'))]
    return { names: [secret(object, object.manifest.metadata.name ?? '', keys)] }
  },
}

/** secrets-store.csi.x-k8s.io/v1, spec.secretObjects: written when a pod mounts the volume. */
const secretProviderClass: Maker = {
  group: 'secrets-store.csi.x-k8s.io',
  kind: 'SecretProviderClass',
  operator: 'the Secrets Store CSI driver',
  id: 'secrets-store',
  make: (object) => ({
    names: fieldsIn(fieldsAt(object.manifest, 'spec').secretObjects).flatMap((entry) => {
      const name = textIn(entry, 'secretName')
      return name === undefined ? [] : [secret(object, name, keysIn(entry.data))]
    }),
  }),
}

const sopsSecret: Maker = {
  group: 'isindir.github.com',
  kind: 'SopsSecret',
  operator: 'the SOPS Secrets Operator',
  id: 'sops-secrets',
  make: (object) => ({
    names: fieldsIn(fieldsAt(object.manifest, 'spec').secretTemplates).flatMap((template) => {
      const name = textIn(template, 'name')
      const keys = [...Object.keys(fieldsAt(template, 'data')), ...Object.keys(fieldsAt(template, 'stringData'))]
      return name === undefined ? [] : [secret(object, name, keys)]
    }),
  }),
}

const onePasswordItem: Maker = {
  group: 'onepassword.com',
  kind: 'OnePasswordItem',
  operator: 'the 1Password Operator',
  id: 'onepassword',
  make: (object) => ({ names: [secret(object, object.manifest.metadata.name ?? '')] }),
}

const infisicalSecret: Maker = {
  group: 'secrets.infisical.com',
  kind: 'InfisicalSecret',
  operator: 'Infisical',
  id: 'infisical',
  make: (object) => {
    const spec = fieldsAt(object.manifest, 'spec')
    const targets = [fieldsAt(spec, 'managedSecretReference'), ...fieldsIn(spec.managedKubeSecretReferences)]
    const names = targets.flatMap((target): MadeName[] => {
      const name = textIn(target, 'secretName')
      const namespace = textIn(target, 'secretNamespace') ?? object.manifest.metadata.namespace ?? ''
      return name === undefined ? [] : [{ ref: `Secret/${namespace}/${name}` }]
    })
    return { names }
  },
}

/** secrets.hashicorp.com/v1beta1, spec.destination: a Secret that somebody else keeps unless `create` is true. */
const vaultSecrets: readonly Maker[] = [
  'VaultStaticSecret',
  'VaultDynamicSecret',
  'VaultPKISecret',
  'HCPVaultSecretsApp',
].map((kind) => ({
  group: 'secrets.hashicorp.com',
  kind,
  operator: 'the Vault Secrets Operator',
  id: 'vault-secrets',
  make: (object) => {
    const destination = fieldsAt(object.manifest, 'spec', 'destination')
    const name = destination.create === true ? textIn(destination, 'name') : undefined
    return { names: name === undefined ? [] : [secret(object, name)] }
  },
}))

/** trust.cert-manager.io/v1alpha1: one of its name in every namespace that it is not kept from. */
const bundle: Maker = {
  group: 'trust.cert-manager.io',
  kind: 'Bundle',
  operator: 'trust-manager',
  id: 'trust-manager',
  make: ({ manifest }) => {
    const target = fieldsAt(manifest, 'spec', 'target')
    const { name = '' } = manifest.metadata
    const kinds = [
      ...(Object.hasOwn(target, 'configMap') ? ['ConfigMap'] : []),
      ...(Object.hasOwn(target, 'secret') ? ['Secret'] : []),
    ]
    return { names: kinds.map((kind) => ({ ref: `${kind}/${everyNamespace}/${name}` as Ref })) }
  },
}

export const otherSecrets: readonly Maker[] = [
  sealedSecret,
  secretProviderClass,
  sopsSecret,
  onePasswordItem,
  infisicalSecret,
  ...vaultSecrets,
  bundle,
]

function secret({ manifest }: EstateObject, name: string, keys?: readonly string[]): MadeName {
  const ref: Ref = `Secret/${manifest.metadata.namespace ?? ''}/${name}`
  return keys ? { ref, keys } : { ref }
}

function keysIn(entries: unknown): readonly string[] {
  return fieldsIn(entries).flatMap((entry: Fields) => textIn(entry, 'key') ?? [])
}
