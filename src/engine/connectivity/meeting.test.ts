import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { noBits, setBit } from '../reachability/bits.ts'
import { answersAmong } from './answers.ts'
import type { Connectivity, Grant, Sides } from './connectivity.ts'
import { eachMeeting } from './meeting.ts'

// Grants as lists of numbers, asked one by one.
interface Written {
  readonly far: readonly number[]
  readonly ports: readonly number[] | 'all'
}
type WrittenSides = { readonly all: readonly (readonly Written[] | undefined)[]; readonly of: readonly number[] }

const ends = 150
const ports = 3
const port = fc.subarray([0, 1, 2], { minLength: 1 })
const all = [...Array(ends).keys()]
const sidesWith = (far: fc.Arbitrary<readonly number[]>): fc.Arbitrary<WrittenSides> => {
  const grant = fc.record({ far, ports: fc.oneof(port, fc.constant('all' as const)) })
  const grants = fc.option(fc.array(grant, { maxLength: 3 }), { nil: undefined, freq: 3 })
  return fc.record({
    all: fc.array(grants, { minLength: 4, maxLength: 4 }),
    of: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: ends, maxLength: ends }),
  })
}
// Any ends at all leave no two sources alike; every second, third or fifth leave many.
const sides = fc.oneof(
  sidesWith(fc.oneof(fc.subarray(all), fc.constant(all))),
  sidesWith(fc.constantFrom(...[2, 3, 5].map((step) => all.filter((end) => end % step === 0)))),
)

function sidesOf({ all, of }: WrittenSides): Sides {
  const bitsOf = (far: readonly number[]) => {
    const bits = noBits(ends)
    for (const end of far) setBit(bits, end)
    return bits
  }
  const sets: Uint32Array[] = []
  const grantsOf = (grants: readonly Written[]) =>
    grants.map(({ far, ports: at }): Grant => ({ far: sets.push(bitsOf(far)) - 1, ports: at }))
  return { sets, all: all.map((grants) => grants && grantsOf(grants)), of: Uint32Array.from(of) }
}

function passes({ all, of }: WrittenSides, own: number, far: number, at: number): boolean {
  const grants = all[of[own] ?? 0]
  return !grants || grants.some((one) => one.far.includes(far) && (one.ports === 'all' || one.ports.includes(at)))
}

test('meeting: every pair at every port class passes where both sides let it through', () => {
  fc.assert(
    fc.property(sides, sides, fc.integer({ min: 1, max: ends }), (egress, ingress, below) => {
      const asked: Connectivity = {
        sources: ends,
        targets: ends,
        ports,
        egress: sidesOf(egress),
        ingress: sidesOf(ingress),
      }
      const answers = answersAmong(ports)
      const handed: number[] = []
      eachMeeting(asked, (met) => {
        const row = answers.of(met, below)
        const found = new Map<number, readonly number[]>()
        for (let at = 0; at < row.length; at += 2) {
          const set = answers.ports[row[at + 1] ?? -1] ?? []
          found.set(row[at] ?? -1, set === 'all' ? [0, 1, 2] : set)
        }
        for (const source of met.sources)
          for (let target = 0; target < ends; target++) {
            const open = [0, 1, 2].filter(
              (at) => passes(egress, source, target, at) && passes(ingress, target, source, at),
            )
            assert.deepEqual(found.get(target) ?? [], target < below ? open : [])
          }
        handed.push(...met.sources)
      })
      assert.deepEqual(
        handed.sort((a, b) => a - b),
        all,
      )
    }),
    { numRuns: 40 },
  )
})
