import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgedTwice } from '../../src/render/kubernetes/sample.ts'
import asWritten from './as-written.ts'
import amended from './platform.ts'

for (const [name, platform] of Object.entries({ 'as written': asWritten, amended }))
  test(`${name}: what is read of its files is judged like the platform`, () => {
    const { declared, read } = judgedTwice(platform)
    assert.ok(declared.length > 300)
    assert.deepEqual(read, declared)
  })

test('one replica less in a file is seen', () => {
  const { declared, read } = judgedTwice(asWritten, (files) =>
    files.map((file) =>
      file.path.endsWith('/mainnet/svc-identity.yaml')
        ? { ...file, text: file.text.replace('replicas: 3', 'replicas: 1') }
        : file,
    ),
  )
  assert.notDeepEqual(read, declared)
})
