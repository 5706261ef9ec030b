import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../index.ts'
import { atOf } from './at.ts'

function named(name: string) {
  return service(name, {})
}

test('at: the innermost place of the user, and who called it', () => {
  const made = named('checkout')
  const at = atOf(made)
  assert.equal(at?.at.file, import.meta.filename)
  assert.equal(at?.at.line, 7)
  assert.equal(at?.at.column, 10)
  assert.equal(at?.via[0]?.line, 11)
})

test('at: known to nobody but the value: no copy, no listing, no change', () => {
  const made = named('checkout')
  assert.deepEqual(Object.keys(made), ['is', 'noun', 'name', 'options'])
  assert.equal(atOf({ ...made }), undefined)
  assert.throws(() => Object.defineProperty(made, Symbol.for('seaworthy.at'), { value: 1 }), TypeError)
  assert.ok(Object.isFrozen(atOf(made)?.at))
})

test('at: code that stands in no file is refused when it is judged', async () => {
  const { platform, cluster, environment, PlatformProblems } = await import('../index.ts')
  const made = new Function('service', 'return service("checkout", {})')(service)
  const east = cluster('east', { kubernetes: '1.33', nodes: [] })
  const make = () =>
    platform('shop', { environments: [environment('live', { on: east, namespace: 'a', runs: [made] })] })
  assert.throws(
    make,
    (error) => error instanceof PlatformProblems && /found a call from code that is in no file/.test(error.message),
  )
})
