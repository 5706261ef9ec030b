import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { hasBit, noBits, setBit } from '../reachability/bits.ts'
import type { Connectivity, Sides } from './connectivity.ts'
import { expanded } from './expanded.ts'
import { keptKernel, kernelOf, plainKernel } from './kernel.ts'
import { pairMatrix } from './pair-matrix.ts'

const ends = 140
const ports = 3

const bits = fc.subarray([...Array(ends).keys()], { minLength: 20 }).map((members) => {
  const set = noBits(ends)
  for (const end of members) setBit(set, end)
  return set
})
const grant = fc.record({
  far: fc.integer({ min: 0, max: 5 }),
  ports: fc.oneof(fc.constant('all' as const), fc.subarray([0, 1, 2], { minLength: 1 })),
})
const sides: fc.Arbitrary<Sides> = fc
  .record({
    sets: fc.array(bits, { minLength: 6, maxLength: 6 }),
    all: fc.array(fc.array(grant, { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
    of: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: ends, maxLength: ends }),
  })
  .map(({ sets, all, of }) => ({ sets, all: [undefined, [], ...all], of: Uint32Array.from(of) }))

function lets({ sets, all, of }: Sides, own: number, far: number, port: number): boolean {
  const grants = all[of[own] ?? 0]
  return (
    !grants ||
    grants.some((one) => hasBit(sets[one.far] ?? noBits(0), far) && (one.ports === 'all' || one.ports.includes(port)))
  )
}

const asked = (seed: number): Connectivity => {
  const [egress, ingress] = fc.sample(sides, { numRuns: 2, seed }) as [Sides, Sides]
  return { sources: ends, targets: ends, ports, egress, ingress }
}

for (const [name, kernel] of [
  ['wide', kernelOf],
  ['plain', plainKernel],
] as const)
  test(`pair matrix: each bit is what both sides let through (${name} kernel)`, () => {
    for (let seed = 1; seed < 6; seed++) {
      const connectivity = asked(seed)
      const { reached } = pairMatrix(connectivity, undefined, kernel)
      for (let source = 0; source < ends; source++)
        for (let port = 0; port < ports; port++)
          for (let target = 0; target < ends; target++) {
            const open =
              lets(connectivity.egress, source, target, port) && lets(connectivity.ingress, target, source, port)
            assert.equal(hasBit(reached.words.subarray(reached.rowAt(source, port)), target), open)
          }
    }
  })

test('pair matrix: nothing of the matrix before is left in a kernel that is kept', () => {
  const kernel = keptKernel()
  const declaring = Uint32Array.from({ length: 50 }, (_, source) => source)
  for (const seed of [3, 4, 3]) {
    const [kept, fresh] = [pairMatrix(asked(seed), declaring, kernel), pairMatrix(asked(seed), declaring)]
    assert.deepEqual(kept.differences().undeclared, fresh.differences().undeclared)
    assert.deepEqual(kept.differences().blocked, new Uint32Array(50 * ports))
    kept.declared.words.fill(0xffffffff, kept.declared.rowAt(0, 0), kept.declared.rowAt(49, ports - 1))
  }
})

test('pair matrix: sources that reach the same have one row', () => {
  const even = noBits(ends)
  for (let end = 0; end < ends; end += 2) setBit(even, end)
  const side: Sides = { sets: [even], all: [[{ far: 0, ports: 'all' }]], of: new Uint32Array(ends) }
  const { reached } = pairMatrix({ sources: ends, targets: ends, ports, egress: side, ingress: side })
  assert.equal(reached.rowAt(138, 1), reached.rowAt(0, 1))
  assert.equal(reached.rowAt(139, 1), reached.rowAt(1, 1))
  assert.notEqual(reached.rowAt(1, 1), reached.rowAt(0, 1))
})

test('pair matrix: members of a class are targets of their own, and declare for themselves', () => {
  const connectivity = asked(9)
  const classOf = Uint32Array.from({ length: 200 }, (_, member) => (member * 7) % ends)
  const wide = expanded(connectivity, classOf)
  const { reached, declared, differences } = pairMatrix(wide, classOf)
  const isOpen = (own: number, far: number, port: number) =>
    hasBit(reached.words.subarray(reached.rowAt(classOf[own] ?? 0, port)), far)
  const plain = pairMatrix(connectivity).reached
  for (let own = 0; own < 200; own++)
    for (let far = 0; far < 200; far++)
      assert.equal(
        isOpen(own, far, 1),
        hasBit(plain.words.subarray(plain.rowAt(classOf[own] ?? 0, 1)), classOf[far] ?? 0),
      )
  // Member 3 declares at port class 2 that it calls members 4 and 5, and nobody declares anything else.
  const row = declared.words.subarray(declared.rowAt(3, 2))
  setBit(row, 4)
  setBit(row, 5)
  const { blocked, undeclared, targetsOf } = differences()
  const open = [...Array(200).keys()].filter((far) => isOpen(3, far, 2))
  assert.deepEqual(
    targetsOf('blocked', 3, 2),
    [4, 5].filter((far) => !open.includes(far)),
  )
  assert.deepEqual(
    targetsOf('undeclared', 3, 2),
    open.filter((far) => far !== 4 && far !== 5),
  )
  assert.equal(blocked[3 * ports + 2], targetsOf('blocked', 3, 2).length)
  assert.equal(undeclared[3 * ports + 2], targetsOf('undeclared', 3, 2).length)
  assert.equal(
    blocked.reduce((sum, count) => sum + count, 0),
    blocked[3 * ports + 2],
  )
  assert.equal(undeclared[0], targetsOf('undeclared', 0, 0).length)
})
