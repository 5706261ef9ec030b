import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { versions } from './versions.ts'

/** The modules of the programs: Prometheus, Kubernetes and an older one want different versions of the same packages. */
const modules = {
  go: join(import.meta.dirname, 'go'),
  monitoring: join(import.meta.dirname, 'go-monitoring'),
  cyclonus: join(import.meta.dirname, 'go-cyclonus'),
  older: join(import.meta.dirname, 'go-older'),
} as const

/** What all our own programs share. */
const lines = join(import.meta.dirname, 'go-lines')

/** Seaworthy's oracles cannot go on: what happened and the next step. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn'
  readonly next: string

  constructor(says: string, next: string) {
    super(says)
    this.next = next
  }
}

export type ProgramName =
  | 'values'
  | 'monitoring'
  | 'cyclonus'
  | 'scheduler'
  | 'controllers'
  | 'kustomize'
  | 'access'
  | 'scheduler-peer'
  | 'etcd'
  | 'kube-apiserver'
  | 'older-kube-apiserver'
  | 'kube-controller-manager'
  | 'kube-scheduler'
  | 'kubectl'

interface Program {
  readonly from: string
  readonly flags: string
  /** Default `go`. */
  readonly module?: keyof typeof modules
  /** Our own sources belong to the key; the others are pinned by go.sum. */
  readonly sources?: string
}

// A build from the module's sources does not know its own version, and would neither tell it nor act by it.
function knowing(version: string): string {
  const [major, minor] = version.slice(1).split('.')
  const says = (name: string, value = '') => `-X k8s.io/component-base/version.${name}=${value}`
  return `-s -w ${says('gitVersion', version)} ${says('gitMajor', major)} ${says('gitMinor', minor)}`
}

const versioned = knowing(versions.kubernetes)

const programs: Record<ProgramName, Program> = {
  values: { from: './values', flags: '-s -w', sources: 'values' },
  monitoring: { from: '.', flags: '-s -w', module: 'monitoring', sources: '.' },
  cyclonus: { from: '.', flags: '-s -w', module: 'cyclonus', sources: '.' },
  etcd: { from: 'go.etcd.io/etcd/server/v3', flags: '-s -w' },
  'kube-apiserver': {
    from: 'k8s.io/kubernetes/cmd/kube-apiserver',
    flags: versioned,
  },
  // Its packages reach into Go's own as one may no longer.
  'older-kube-apiserver': {
    from: 'k8s.io/kubernetes/cmd/kube-apiserver',
    flags: `${knowing(versions.olderKubernetes)} -checklinkname=0`,
    module: 'older',
  },
  kubectl: { from: 'k8s.io/kubernetes/cmd/kubectl', flags: '-s -w' },
  'kube-controller-manager': { from: 'k8s.io/kubernetes/cmd/kube-controller-manager', flags: '-s -w' },
  'kube-scheduler': { from: 'k8s.io/kubernetes/cmd/kube-scheduler', flags: '-s -w' },
  scheduler: { from: './scheduler', flags: versioned, sources: 'scheduler' },
  controllers: { from: './controllers', flags: '-s -w', sources: 'controllers' },
  access: { from: './access', flags: '-s -w', sources: 'access' },
  kustomize: { from: './kustomize', flags: '-s -w', sources: 'kustomize' },
  'scheduler-peer': { from: './peer', flags: '-s -w', sources: 'peer' },
}

/** The path of a program, built first where the cache has none. */
export async function built(name: ProgramName, tell: (line: string) => void): Promise<string> {
  const program = programs[name]
  const folder = join(cacheFolder(), 'oracle', await keyOf(program), 'bin')
  const path = join(folder, name)
  if (await exists(path)) return path

  await mkdir(folder, { recursive: true })
  tell(`building ${name} (once; kept in the cache)`)
  const started = performance.now()
  await build(program, path)
  tell(`built ${name} in ${Math.round((performance.now() - started) / 1000)} s`)
  return path
}

/** `SEAWORTHY_CACHE`, or `seaworthy` in the user's cache folder; a machine without a home gets one in the temporary folder. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  if (env.SEAWORTHY_CACHE) return join(env.SEAWORTHY_CACHE, 'seaworthy')
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'seaworthy')
  const home = env.HOME ?? homedir()
  return home && home !== '/' ? join(home, '.cache', 'seaworthy') : join(tmpdir(), 'seaworthy-cache')
}

async function keyOf(program: Program): Promise<string> {
  const hash = createHash('sha256')
    .update(await readFile(join(modules[program.module ?? 'go'], 'go.sum')))
    .update(program.flags)
  if (program.sources) {
    const own = join(modules[program.module ?? 'go'], program.sources)
    for (const folder of [own, lines])
      for (const file of (await readdir(folder)).sort()) hash.update(file).update(await readFile(join(folder, file)))
  }
  const digest = hash.digest('hex').slice(0, 12)
  if (program.module === 'monitoring')
    return `prometheus-${versions.prometheus}-alertmanager-${versions.alertmanager}-${digest}`
  if (program.module === 'older') return `kubernetes-${versions.olderKubernetes}-${digest}`
  if (program.module === 'cyclonus') return `cyclonus-${versions.cyclonus}-${digest}`
  return `kubernetes-${versions.kubernetes}-etcd-${versions.etcd}-${digest}`
}

// Written beside and renamed, so that a build that was broken off, or a second one, leaves no half program.
async function build(program: Program, path: string): Promise<void> {
  const fresh = `${path}.${process.pid}`
  const args = [
    'build',
    '-mod=readonly',
    '-trimpath',
    '-buildvcs=false',
    '-ldflags',
    program.flags,
    '-o',
    fresh,
    program.from,
  ]
  try {
    await run('go', args, modules[program.module ?? 'go'])
    await rename(fresh, path)
  } finally {
    await rm(fresh, { force: true })
  }
}

function run(command: string, args: readonly string[], module: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: module, env: goEnvironment(), stdio: ['ignore', 'inherit', 'pipe'] })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.once('error', () =>
      reject(
        new CannotGoOn(
          'the oracles are built with Go, and no `go` was found',
          'install Go 1.26 or later, then again: npm run oracle',
        ),
      ),
    )
    child.once('close', (code) => {
      if (code === 0) return resolve()
      const last = errors.trim().split('\n').slice(-5).join('\n')
      reject(
        new CannotGoOn(
          `\`${command} ${args.slice(0, 1)} ${args.at(-1)}\` ended with ${code}\n${last}`,
          'read the lines above: the module proxy out of reach, or a Go older than oracle/go/go.mod asks for',
        ),
      )
    })
  })
}

// Go refuses to work where it can derive no folder for its own caches.
function goEnvironment(): NodeJS.ProcessEnv {
  if (process.env.HOME) return process.env
  const own = cacheFolder()
  return { GOPATH: join(own, 'go'), GOCACHE: join(own, 'go-build'), ...process.env }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
