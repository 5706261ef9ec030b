import assert from 'node:assert/strict'
import { test } from 'node:test'
import { environment } from '../../platform/language/environment.ts'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import { secret, secretStore } from '../../platform/language/secret.ts'
import { linesOf, manifestWorld, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { secrets } from './secrets.ts'

type Are = Parameters<typeof promise.secrets>[0]

const ask = (are: Are, options: ShopOptions, denied: readonly string[] = []) =>
  verdictsOf(
    secrets,
    sampleWorld({ ...options, promises: ({ live }) => [promise.secrets(are, { in: live })] }, { denied }),
  )[0]

const vault = secretStore('vault', { by: 'vault', at: 'https://vault.example:8200' })
const fetched = secret('prices', { keys: ['token'], from: vault })
const byHand = secret('prices', { keys: ['token'] })
const sealed = written({
  apiVersion: 'bitnami.com/v1alpha1',
  kind: 'SealedSecret',
  metadata: { name: 'prices', namespace: 'shop' },
  spec: { encryptedData: { token: 'AgBy3i4OJSWK' } },
})
const plain = written({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'prices', namespace: 'shop' },
  stringData: { token: 'seeded-value-1' },
})

const rows: [name: string, are: Are, options: ShopOptions, verdict: string, line: string][] = [
  ['none declared', 'encrypted', {}, 'unknown', 'nobody says whether the API server of harbour encrypts Secrets'],
  [
    'none declared, on K3s as it starts',
    'encrypted',
    { cluster: { distribution: 'k3s' } },
    'unknown',
    'nobody says which Secrets live has',
  ],
  [
    'none declared, and encrypted all the same',
    'encrypted',
    { cluster: { server: { encryptsSecrets: true } } },
    'kept',
    'the API server of harbour encrypts Secrets before it stores them',
  ],
  ['none declared', 'keptOutside', {}, 'unknown', 'nobody says which Secrets live has'],
  ['none declared', 'perNamespace', {}, 'unknown', 'nobody says which Secrets live has'],
  [
    'nobody says whether they are encrypted',
    'encrypted',
    { live: { secrets: [byHand] } },
    'unknown',
    'nobody says whether the API server of harbour encrypts Secrets',
  ],
  [
    'K3s as it starts',
    'encrypted',
    { cluster: { distribution: 'k3s' }, checkout: { secrets: ['prices'] } },
    'broken',
    'the API server of harbour stores Secrets as they are, as k3s starts it without being told otherwise: base64 is an encoding, and hides nothing',
  ],
  [
    'K3s, told to encrypt',
    'encrypted',
    { cluster: { distribution: 'k3s', server: { encryptsSecrets: true } }, live: { secrets: [byHand] } },
    'kept',
    'the API server of harbour encrypts Secrets before it stores them',
  ],
  [
    'put there by hand',
    'keptOutside',
    { live: { secrets: [byHand] } },
    'broken',
    'shop/prices is kept in the cluster alone, put there by hand: nothing fetches or opens it',
  ],
  [
    'fetched from a store',
    'keptOutside',
    { live: { secrets: [fetched] } },
    'assumed',
    'shop/prices is kept outside: ExternalSecret prices brings it',
  ],
  [
    'sealed',
    'keptOutside',
    { checkout: { secrets: ['prices'] }, live: { includes: [sealed] } },
    'assumed',
    'shop/prices is kept outside: SealedSecret prices brings it',
  ],
  [
    'named only',
    'byReference',
    { live: { secrets: [fetched] } },
    'kept',
    'no manifest shows a value; 1 Secret is named',
  ],
  [
    'a value in a manifest',
    'byReference',
    { live: { includes: [plain] } },
    'broken',
    'Secret prices shows a value in a manifest: token',
  ],
]

for (const [name, are, options, verdict, line] of rows)
  test(`secrets ${are}: ${name}`, () => {
    const found = ask(are, options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
    assert.ok(!JSON.stringify(found).includes('seeded-value'))
  })

test('secrets keptOutside: unless the operator is there', () => {
  const id = 'made/harbour/external-secrets'
  assert.deepEqual(
    ask('keptOutside', { live: { secrets: [fetched] } })?.assumes.map((one) => one.id),
    [id],
  )
  assert.equal(ask('keptOutside', { live: { secrets: [fetched] } }, [id])?.verdict, 'broken')
})

test('secrets: manifests that name none have none', () => {
  const world = manifestWorld(`
apiVersion: v1
kind: Pod
metadata: { name: checkout, namespace: shop }
spec: { containers: [{ name: checkout, image: 'shop:1' }], automountServiceAccountToken: false }
`)
  for (const are of ['encrypted', 'keptOutside', 'perNamespace'] as const) {
    const [found] = verdictsOf(secrets, { ...world, promises: [promise.secrets(are)] })
    assert.equal(found?.verdict, 'kept')
    assert.deepEqual(found && linesOf(found), ['cluster has no Secrets'])
  }
})

test('secrets byReference: a variable that holds a password', () => {
  const world = (env: string) =>
    manifestWorld(`
apiVersion: v1
kind: Pod
metadata: { name: checkout, namespace: shop }
spec: { containers: [{ name: checkout, image: 'shop:1', env: [${env}] }] }
`)
  const shown = (env: string) => {
    const from = { ...world(env), promises: [promise.secrets('byReference')] }
    return verdictsOf(secrets, from)[0]
  }
  assert.deepEqual(linesOf(shown('{ name: DB_PASSWORD, value: hunter2 }') as never), [
    'checkout shows a value in a manifest: DB_PASSWORD',
  ])
  assert.equal(shown('{ name: DB_PASSWORD_FILE, value: /run/secrets/db }')?.verdict, 'kept')
  assert.equal(shown('{ name: DB_PASSWORD, value: $(FROM_ELSEWHERE) }')?.verdict, 'kept')
  assert.equal(
    shown('{ name: DB_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }')?.verdict,
    'kept',
  )
})

const books = (own: object): Pick<ShopOptions, 'environments'> => ({
  environments: ({ harbour }) => [environment('books', { on: harbour, namespace: 'books', ...own })],
})

test('secrets perNamespace: one value of a store in two namespaces is told, two values are not', () => {
  const shared = secret('orders', { keys: ['token'], from: vault, path: 'shop/prices' })
  const twice = ask('perNamespace', { live: { secrets: [fetched] }, ...books({ secrets: [shared] }) })
  assert.deepEqual(twice && linesOf(twice), ['a value of shop/prices is used in another namespace too: books/orders'])
  const apart = ask('perNamespace', { live: { secrets: [fetched] }, ...books({ secrets: [fetched] }) })
  assert.deepEqual(apart && linesOf(apart), ['no other namespace has a Secret with the values of shop/prices'])
})

test('secrets perNamespace: one name by hand is assumed to have two values', () => {
  const options = { live: { secrets: [byHand] }, ...books({ secrets: [byHand] }) }
  const found = ask('perNamespace', options)
  assert.equal(found?.verdict, 'assumed')
  assert.deepEqual(found && linesOf(found), [
    'books/prices has the name of shop/prices, and nobody shows whether it has its values too',
  ])
  assert.equal(ask('perNamespace', options, ['own-values/harbour/prices'])?.verdict, 'broken')
})
