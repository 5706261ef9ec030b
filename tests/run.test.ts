import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'

const run = 'scripts/run.mjs'

test('run: the exit code is that of the program', () => {
  assert.equal(spawnSync(process.execPath, [run, '-e', 'process.exitCode = 7']).status, 7)
})

test('run: a program that a signal ended ends its runner by the same signal', () => {
  const { status, signal } = spawnSync(process.execPath, [run, '-e', 'process.kill(process.pid, "SIGTERM")'])
  assert.deepEqual([status, signal], [null, 'SIGTERM'])
})

test('run: a signal reaches the program, which may still say how it ended', { timeout: 10_000 }, async () => {
  const program = 'process.on("SIGTERM", () => process.exit(9)); setInterval(() => {}, 1000); console.log("ready")'
  const runner = spawn(process.execPath, [run, '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(runner.stdout, 'data')
  runner.kill('SIGTERM')
  assert.deepEqual(await once(runner, 'exit'), [9, null])
})
