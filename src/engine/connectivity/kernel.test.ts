import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { type Kernel, plainKernel, wideKernel } from './kernel.ts'

// Both do the same to the same memory, whatever stands in it.

const bytes = 65_536
const stride = 64

const loops: readonly [name: string, run: (kernel: Kernel) => unknown][] = [
  [
    'gather',
    ({ words, gather }) => {
      // 40 entries: a slot below 1 KiB, a set of 32 bytes below 8 KiB, at its second column.
      for (let entry = 0; entry < 40; entry++) words.set([(entry % 7) * 16, 4096 + entry * 32], 256 + entry * 2)
      gather(1024, 1024 + 40 * 8, 0, 16)
    },
  ],
  [
    'turn',
    ({ words, turn }) => {
      for (let target = 0; target < 96; target++) words[256 + target] = (target % 5) * 16
      words.fill(0, 4096, 4096 + (128 * stride) / 4)
      return turn(0, 1024, 1024 + 96 * 4, 16_384, stride, 2048)
    },
  ],
  [
    'turn: nothing is nothing',
    ({ words, turn }) => {
      words.fill(0)
      return turn(0, 1024, 1024 + 96 * 4, 16_384, stride, 2048)
    },
  ],
  ['meet', ({ meet }) => meet(0, 192, 1024, 2048, 4096, 8192)],
  [
    'differ',
    ({ words, differ }) => {
      for (let pair = 0; pair < 20; pair++) words.set([4096 + pair * stride, 8192 + pair * stride], pair * 2)
      words.set(words.subarray(1024, 1024 + 16), 2048)
      differ(0, 160, stride, 1024)
    },
  ],
]

for (const [name, run] of loops)
  test(`kernel: ${name} is the same with wide instructions and without`, () => {
    for (let seed = 0; seed < 20; seed++) {
      const [plain, wide] = [plainKernel(bytes), wideKernel(bytes)]
      assert.ok(wide, 'this machine has the instructions')
      let state = seed
      for (let word = 0; word < bytes / 4; word++) {
        state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5
        plain.words[word] = state
      }
      // The square that is worked in is no result.
      wide.words.set(plain.words)
      assert.deepEqual(run(wide), run(plain))
      for (const { words } of [plain, wide]) words.fill(0, 512, 640)
      assert.deepEqual(wide.words.subarray(0, bytes / 4), plain.words)
    }
  })

test('kernel: the bytes are those of its text', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/kernel.ts', '--check'], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})
