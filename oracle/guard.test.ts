import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'

const program = `
import { spawn } from 'node:child_process'
import { startGuard } from ${JSON.stringify(join(import.meta.dirname, 'guard.ts'))}
const guard = startGuard(process.argv[1])
const child = spawn('sleep', ['60'], { stdio: 'ignore' })
guard.mind(child)
console.log(child.pid)
setInterval(() => {}, 1000)
`

for (const signal of ['SIGKILL', 'SIGINT'] as const) {
  test(`what is minded ends, and its folder goes, when the program ends by ${signal}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-guard-'))
    const parent = spawn(process.execPath, ['--input-type=module-typescript', '--eval', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = await once(parent.stdout, 'data')
    const pid = Number(String(line))
    assert.ok(isRunning(pid))
    parent.kill(signal)
    for (let tries = 0; tries < 100 && (isRunning(pid) || existsSync(folder)); tries++) await pause(50)
    assert.deepEqual([isRunning(pid), existsSync(folder)], [false, false])
  })
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
