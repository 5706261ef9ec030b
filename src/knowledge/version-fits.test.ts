import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstFor, fitOf, hasFits, isWithin } from './version-fits.ts'

const rows: [name: string, version: string, fits: string | undefined][] = [
  ['istio', '1.17', '1.23 to 1.26'],
  ['Istio', '1.17.8', '1.23 to 1.26'],
  ['Istio', 'v1.28.4', '1.30 to 1.34'],
  ['helm', '3.12', '1.24 to 1.27'],
  ['linkerd', '2.14', '1.21 to 1.28'],
  ['istio', '0.8', undefined],
  ['istio', '1.170', undefined],
  ['constructor', '1', undefined],
]
for (const [name, version, fits] of rows) {
  test(`version fits: ${name} ${version}`, () => {
    const found = fitOf(name, version)
    assert.equal(found && `${found.from} to ${found.to}`, fits)
  })
}

test('version fits: the first that fits, and within', () => {
  assert.equal(firstFor('helm', '1.28')?.version, '3.13')
  assert.equal(firstFor('istio', '1.28.3')?.version, '1.19')
  assert.equal(firstFor('helm', '1.99'), undefined)
  assert.equal(isWithin('1.28', '1.23', '1.26'), false)
  assert.equal(isWithin('main', '1.23', '1.26'), undefined)
  assert.equal(hasFits('HELM'), true)
  assert.equal(hasFits('shop'), false)
})
