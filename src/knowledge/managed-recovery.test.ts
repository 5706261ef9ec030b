import assert from 'node:assert/strict'
import { test } from 'node:test'
import { managedRecovery } from './managed-recovery.ts'

test('managed recovery: what is known of a service, each with its page', () => {
  const known = managedRecovery('rds')
  assert.equal(known?.lateSeconds?.value, 300)
  assert.equal(known?.promotesItself?.value, false)
  for (const row of Object.values(known ?? {})) assert.match(row.source, /^https:/)
})

test('managed recovery: of others nothing is known', () => {
  for (const name of ['redis', 'constructor', '__proto__']) assert.equal(managedRecovery(name), undefined)
})
