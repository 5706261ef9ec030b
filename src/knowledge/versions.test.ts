import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type GateName, gateDefault, isSupported, minorRelease } from './versions.ts'

const gates: [gate: GateName, version: string, isOn: boolean | undefined][] = [
  ['StrictIPCIDRValidation', '1.33', false],
  ['StrictIPCIDRValidation', '1.35', false],
  ['StrictIPCIDRValidation', '1.36', true],
  ['StrictIPCIDRValidation', '1.37', undefined],
  ['StrictIPCIDRValidation', '1.28', undefined],
  ['RelaxedServiceNameValidation', '1.36', true],
  ['MatchLabelKeysInPodAffinity', '1.30', false],
  ['MatchLabelKeysInPodAffinity', '1.31', true],
  ['SidecarContainers', '1.29', true],
  ['PodLevelResources', '1.33', false],
  ['TaintTolerationComparisonOperators', '1.36', false],
]
for (const [gate, version, isOn] of gates) {
  test(`${gate} in ${version}`, () => {
    assert.equal(gateDefault(gate, version)?.value, isOn)
    if (isOn !== undefined) assert.match(gateDefault(gate, version)?.source ?? '', /kube_features\.go:\d+$/)
  })
}

const support: [version: string, day: string, isSupported: boolean | undefined][] = [
  ['1.33', '2026-06-28', true],
  ['1.33', '2026-06-29', false],
  ['1.33', '2026-11-21', false],
  ['v1.36.3', '2026-11-21', true],
  ['1.28', '2024-10-22', true],
  ['1.28', '2024-10-23', false],
  ['1.32', '2026-02-28', true],
  ['1.32', '2026-11-21', false],
  ['1.12', '2026-11-21', undefined],
  ['constructor', '2026-11-21', undefined],
]
for (const [version, day, expected] of support) {
  test(`${version} on ${day}`, () => assert.equal(isSupported(version, day), expected))
}

test('minors come one after the other', () => {
  const days = Array.from({ length: 11 }, (_, i) => minorRelease(`1.${27 + i}`)?.released ?? '')
  assert.deepEqual(days, [...days].sort())
})
