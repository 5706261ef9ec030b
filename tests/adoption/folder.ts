// A git repository of its own for a test, with a small shop, and Seaworthy run in it as a user runs it.

import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const command = fileURLToPath(new URL('../../bin/seaworthy.mjs', import.meta.url))

interface Ended {
  readonly text: string
  readonly exitCode: number | null
}

export interface Repository {
  readonly folder: string
  readonly write: (file: string, text: string) => void
  readonly git: (...args: readonly string[]) => string
  readonly seaworthy: (...args: readonly string[]) => Ended
  readonly remove: () => void
}

export function repository(): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-test-')))
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@plants.example', '-c', 'commit.gpgsign=false']
  const git = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  git('init', '--quiet', '--initial-branch=main')
  return {
    folder,
    git,
    write(file, text) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), text)
    },
    seaworthy(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        cwd: folder,
        encoding: 'utf8',
      })
      return { text: stdout + stderr, exitCode: status }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A Deployment with a budget; where as many must stay as there are, its nodes can never be drained. */
export function shop(name: string, { replicas, mustStay }: { replicas: number; mustStay: number }): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop, labels: { app: ${name} } }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
      - { name: app, image: plants/${name}:1.4.2 }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: ${name}, namespace: shop }
spec:
  minAvailable: ${mustStay}
  selector: { matchLabels: { app: ${name} } }
`
}
