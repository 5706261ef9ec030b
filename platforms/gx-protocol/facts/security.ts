// Sections 3.1, 8.1, 8.3 and 10.1: who may do what, how Secrets are kept, and as what containers run.

import { role, table, written } from 'seaworthy'
import type { World } from '../../../src/check/world.ts'
import { answer, broken, type Claim, field, holds, kept } from '../../facts/claim.ts'
import type { Fact } from '../../facts/fact.ts'
import { type Correction, change, components, held, listed, type Options } from '../../findings/changing.ts'
import { mayOnlyExec } from '../corrections.ts'

const mainnet = (edit: (options: Options) => Options) => change('environment', ['mainnet'], edit)

/** One account of Mainnet may do in the whole cluster what a role of Kubernetes' own says. */
const bound = (to: string) =>
  mainnet((options) => ({
    ...options,
    includes: [
      ...listed(options.includes),
      written({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: { name: 'everywhere' },
        subjects: [{ kind: 'ServiceAccount', name: 'svc-wallet', namespace: 'backend-mainnet' }],
        roleRef: { kind: 'ClusterRole', name: to, apiGroup: 'rbac.authorization.k8s.io' },
      }),
    ],
  }))

const mayStartPods = mainnet((options) => ({
  ...options,
  roles: [role('svc-wallet', { rules: [{ resources: ['pods'], verbs: ['create'] }] })],
}))

const showsAValue = mainnet((options) => ({
  ...options,
  includes: [
    ...listed(options.includes),
    written({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'in-plain-sight', namespace: 'backend-mainnet' },
      stringData: { password: 'it is no secret' },
    }),
  ],
}))

const server = (edit: object) =>
  change('cluster', ['gx-protocol-cluster'], (options) => ({
    ...options,
    server: { ...held(options.server), ...edit },
  }))

const ofPostgres = (edit: (options: Options) => Options) => change('secret', ['postgres-secrets'], edit)

const backend = ['backend-mainnet', 'backend-testnet']

/** The workloads of the backend of which a container, or its pod, is told otherwise. */
const exceptions = (what: string, isSo: (container: Options, pod: Options) => boolean): Claim =>
  answer(
    `workloads whose containers ${what}`,
    ({ views }: World) =>
      views
        .flatMap(({ pods }) => pods)
        .filter(({ namespace, source }) => backend.includes(namespace) && !source.made)
        .filter(({ spec }) => !containersOf(spec).every((one) => isSo(held(one.securityContext), podOf(spec))))
        .map(({ workload }) => workload),
    [],
  )

function containersOf(spec: unknown): readonly Options[] {
  return [...listed(held(spec).initContainers), ...listed(held(spec).containers)]
}

function podOf(spec: unknown): Options {
  return held(held(spec).securityContext)
}

const secured = (edit: object): Correction =>
  components(['svc-wallet'], (options) => ({ ...options, security: { ...held(options.security), ...edit } }))

const brought = (namespace: string, field_: readonly (string | number)[], value: unknown): Claim =>
  field(`ExternalSecret/${namespace}/postgres-secrets`, field_, value)

export const security: readonly Fact[] = [
  {
    id: 'GX-171',
    title: 'Secrets are kept in a store of their own, outside the cluster',
    kinds: ['secure', 'render'],
    holds: [
      holds(
        'secrets/mainnet/keptOutside',
        'postgres-secrets is kept outside: ExternalSecret postgres-secrets brings it',
      ),
      holds('secrets/testnet/keptOutside'),
    ],
    unless: ofPostgres(({ from: _, ...options }) => options),
  },
  {
    id: 'GX-225',
    title: 'no account of Mainnet reads or changes what is in the namespace of its ledger',
    kinds: ['check'],
    holds: [kept('accounts/mainnet/keptOut/fabric')],
    unless: bound('view'),
  },
  {
    id: 'GX-226',
    title: 'each workload of Mainnet has an account of its own',
    kinds: ['render', 'check'],
    holds: [holds('accounts/mainnet/own')],
    unless: components(['svc-wallet'], (options) => ({ ...options, account: 'svc-identity' })),
  },
  {
    id: 'GX-227',
    title: 'accounts may do what their pods ask of the API, and no more',
    kinds: ['check', 'secure'],
    holds: [
      holds('accounts/mainnet/leastPrivilege'),
      kept('accounts/external-secrets/leastPrivilege', 'may do and its pods use'),
    ],
    unless: mayStartPods,
  },
  {
    id: 'GX-228',
    title: 'no account of Mainnet may do everything',
    kinds: ['check'],
    holds: [kept('accounts/mainnet/noClusterAdmin')],
    unless: bound('cluster-admin'),
  },
  {
    id: 'GX-230',
    title: 'the role of the backup is wider than a backup needs: it may create pods',
    kinds: ['render', 'check'],
    on: 'as-written',
    holds: [
      field('Role/backend-mainnet/postgres-backup-role', ['rules', 0, 'resources'], ['pods', 'pods/exec']),
      broken('accounts/mainnet/leastPrivilege', 'may create pods (Role backend-mainnet/postgres-backup-role'),
    ],
    unless: mayOnlyExec,
  },
  {
    id: 'GX-232',
    title: 'no container of the backend runs as root, and each by a number',
    kinds: ['render', 'secure', 'check'],
    holds: [
      exceptions('may be root', (own, pod) => {
        const { runAsNonRoot, runAsUser } = { ...pod, ...own }
        return runAsNonRoot === true && typeof runAsUser === 'number' && runAsUser > 0
      }),
      kept('runs-as/mainnet/svc-wallet'),
    ],
    unless: secured({ user: undefined }),
  },
  {
    id: 'GX-233',
    title: 'containers of the backend write to volumes alone',
    kinds: ['render', 'check'],
    holds: [exceptions('write elsewhere', ({ readOnlyRootFilesystem }) => readOnlyRootFilesystem === true)],
    unless: secured({ readOnlyRoot: false }),
  },
  {
    id: 'GX-234',
    title: 'containers of the backend drop every capability',
    kinds: ['render'],
    holds: [
      exceptions('keep capabilities', ({ capabilities }) =>
        listed(held(capabilities).drop).some((one) => `${one}` === 'ALL'),
      ),
    ],
    unless: secured({ drop: ['SYS_TIME'] }),
  },
  {
    id: 'GX-235',
    title: 'containers of the backend run under the seccomp profile of the runtime',
    kinds: ['render'],
    holds: [
      exceptions('are not filtered', (own, pod) => {
        const { seccompProfile } = { ...pod, ...own }
        return held(seccompProfile).type === 'RuntimeDefault'
      }),
    ],
    unless: secured({ seccomp: 'Unconfined' }),
  },
  {
    id: 'GX-236',
    title: 'base64 hides nothing: a Secret is safe where the API server encrypts it',
    kinds: ['check', 'secure'],
    on: 'as-written',
    holds: [broken('secrets/mainnet/encrypted', 'base64 is an encoding, and hides nothing')],
    unless: server({ encryptsSecrets: true }),
  },
  {
    id: 'GX-237',
    title: 'pods are given Secrets by their names',
    kinds: ['render'],
    holds: [
      field(
        'Deployment/backend-mainnet/svc-wallet',
        ['spec', 'template', 'spec', 'containers', 0, 'envFrom'],
        [{ secretRef: { name: 'postgres-secrets' } }, { secretRef: { name: 'redis-secrets' } }],
      ),
    ],
    unless: components(['svc-wallet'], ({ secrets: _, ...options }) => options),
  },
  {
    id: 'GX-238',
    title: 'no manifest shows the value of a Secret',
    kinds: ['check', 'run'],
    holds: [kept('secrets/mainnet/byReference', 'no manifest shows a value'), kept('secrets/testnet/byReference')],
    unless: showsAValue,
  },
  {
    id: 'GX-239',
    title: 'Vault keeps the values, and what fetches them reaches it, and nobody beside',
    kinds: ['express', 'render'],
    holds: [
      field('SecretStore/backend-mainnet/vault', ['spec', 'provider', 'vault', 'server'], 'https://vault.example:8200'),
      brought('backend-mainnet', ['spec', 'secretStoreRef', 'name'], 'vault'),
      kept('reaches/external-secrets/external-secrets/vault'),
      kept('onlyCalls/external-secrets'),
    ],
    unless: change('secretStore', ['vault'], (options) => ({ ...options, by: 'aws', at: 'eu-central-1' })),
  },
  {
    id: 'GX-240',
    title: 'no namespace uses the value of a Secret of another',
    kinds: ['check'],
    holds: [
      kept('secrets/mainnet/perNamespace', 'no other namespace has a Secret with the values of'),
      kept('secrets/testnet/perNamespace'),
      brought('backend-mainnet', ['spec', 'data', 0, 'remoteRef', 'key'], 'backend-mainnet/postgres-secrets'),
    ],
    unless: ofPostgres((options) => ({ ...options, path: 'shared/postgres' })),
  },
  {
    id: 'GX-241',
    title: 'the API server writes who did what',
    kinds: ['render', 'observe'],
    holds: [kept('audits/mainnet/audit-log', 'writes its audit log at level Metadata')],
    unless: server({ audit: 'None' }),
  },
  {
    id: 'GX-244',
    title: 'what users do is kept in one table, by one name',
    kinds: ['observe', 'check'],
    holds: [kept('tables/mainnet/postgres/auditlog', 'audit_log of postgres has one name')],
    unless: components(['svc-wallet'], (options) => ({
      ...options,
      writes: listed(options.writes).map((one) => table(held(one).in as never, 'AuditLog')),
    })),
  },
]
