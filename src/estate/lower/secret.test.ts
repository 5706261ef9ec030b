import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import { secret, secretStore } from '../../platform/language/secret.ts'
import { lower } from '../lower.ts'

test('a sealed Secret: its keys, no value, and no store that anybody asks', () => {
  const sealer = secretStore('sealer', { by: 'sealed-secrets' })
  const live = environment('live', {
    on: cluster('east', { nodes: [] }),
    namespace: 'shop',
    secrets: [secret('prices', { keys: ['token', 'salt'], from: sealer })],
  })
  const objects = lower(platform('shop', { environments: [live] })).flatMap(({ objects }) => objects)
  assert.deepEqual(
    objects.flatMap(({ manifest }) => (manifest.kind === 'Namespace' ? [] : [manifest])),
    [
      {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata: { name: 'prices', namespace: 'shop' },
        spec: { encryptedData: { salt: '', token: '' } },
      },
    ],
  )
})
