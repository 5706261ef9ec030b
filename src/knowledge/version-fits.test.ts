import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstFor, fitOf, fits, hasFits } from './version-fits.ts'

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

const supported: [kubernetes: string, mayBeNewer: boolean, fits: boolean | undefined][] = [
  ['1.22', false, false],
  ['1.23', false, true],
  ['1.26.4', false, true],
  ['1.27', false, false],
  ['main', false, undefined],
  ['1.22', true, undefined],
  ['1.26', true, undefined],
  ['1.27', true, false],
]
for (const [kubernetes, mayBeNewer, expected] of supported) {
  test(`version fits: Istio 1.17 on ${kubernetes}${mayBeNewer ? ' or newer' : ''}`, () => {
    const found = fitOf('istio', '1.17')
    assert.ok(found)
    assert.equal(fits(found, kubernetes, mayBeNewer), expected)
  })
}

test('version fits: the first that fits', () => {
  assert.equal(firstFor('helm', '1.28')?.version, '3.13')
  assert.equal(firstFor('istio', '1.28.3')?.version, '1.19')
  assert.equal(firstFor('helm', '1.99'), undefined)
  assert.equal(hasFits('HELM'), true)
  assert.equal(hasFits('shop'), false)
})
