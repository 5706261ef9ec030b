import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { refers } from './refers.ts'

const secret = (name: string, keys: readonly string[]) => `
apiVersion: v1
kind: Secret
metadata: { name: ${name}, namespace: shop }
stringData: { ${keys.map((key) => `${key}: x`).join(', ')} }
---`
const cluster = (spec: string) => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: { name: ledger-db, namespace: shop }
spec: { instances: 3, storage: { size: 1Gi }, ${spec} }
`
const owner = 'bootstrap: { initdb: { database: shop, owner: shop, secret: { name: shop-owner } } }'
const copies = (key: string) =>
  `backup: { barmanObjectStore: { destinationPath: s3://x, s3Credentials: { accessKeyId: { name: copies, key: ${key} } } } }`
const there = 'there: '

const rows: [name: string, manifests: string, verdict: string | undefined, line: string | undefined][] = [
  ['it names nothing', cluster('enablePDB: true'), undefined, undefined],
  [
    'a password that is there',
    secret('shop-owner', ['username', 'password']) + cluster(owner),
    'kept',
    `${there}Secret shop-owner`,
  ],
  [
    'a Secret without a password',
    secret('shop-owner', ['username']) + cluster(owner),
    'broken',
    'Secret shop-owner has no key password (it has username): the owner of its database gets no password',
  ],
  [
    'a Secret without a user',
    secret('shop-owner', ['password']) + cluster(owner),
    'broken',
    'Secret shop-owner has no key username (it has password): the owner of its database gets no password',
  ],
  [
    'what opens the place of its copies',
    secret('copies', ['id']) + cluster(copies('id')),
    'kept',
    `${there}Secret copies`,
  ],
  [
    'a key that is not in it',
    secret('copies', ['id']) + cluster(copies('ID')),
    'broken',
    'Secret copies has no key ID (it has id): nothing of it is copied out',
  ],
]

for (const [name, manifests, verdict, line] of rows)
  test(`references of a Cluster of PostgreSQL: ${name}`, () => {
    const found = verdictsOf(refers, manifestWorld(manifests)).find(({ id }) => id.includes('Cluster/ledger-db'))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
