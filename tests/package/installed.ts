import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'

/** What a command left behind: its words and its exit code. */
export interface Ended {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Packs this checkout and installs the archive as a user would: in an empty folder, with a home of its own. */
export function installPackage(): { folder: string; remove: () => void } {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-package-')))
  const remove = () => rmSync(scratch, { recursive: true, force: true })
  const folder = join(scratch, 'work')
  try {
    mkdirSync(folder)
    mkdirSync(join(scratch, 'home'))
    npm(process.cwd(), ['pack', '--silent', '--pack-destination', scratch])
    const [archive = ''] = globSync('*.tgz', { cwd: scratch })
    npm(folder, ['install', '--silent', '--ignore-scripts', join(scratch, archive)])
  } catch (error) {
    remove()
    throw error
  }
  return { folder, remove }
}

/** Types `npx seaworthy …` in a folder, with the given Node first on the PATH. */
export function seaworthy(folder: string, args: readonly string[], node = process.execPath): Ended {
  const env = userEnvironment(folder, node)
  const { stdout, stderr, status } = spawnSync('npx', ['--no', 'seaworthy', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { out: stdout, err: stderr, code: status }
}

/** A Node below 24 on the PATH, if this machine has one. */
export function olderNode(): string | undefined {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  return found.filter((path) => existsSync(path)).find((path) => majorOf(path) < 24)
}

function majorOf(node: string): number {
  return Number.parseInt(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10)
}

function npm(cwd: string, args: readonly string[]): void {
  const env = userEnvironment(cwd, process.execPath)
  const { stdout, stderr, status } = spawnSync('npm', args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
}

// What npm tells the scripts of this checkout would make an npm elsewhere work on this checkout.
function userEnvironment(folder: string, node: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cafile|cache))|INIT_CWD|NODE_)/i.test(name),
  )
  const home = folder === process.cwd() ? process.env.HOME : join(dirname(folder), 'home')
  const path = [
    dirname(node),
    ...(process.env.PATH ?? '').split(delimiter).filter((one) => !one.includes('node_modules')),
  ]
  return { ...Object.fromEntries(own), HOME: home, PATH: path.join(delimiter), npm_config_update_notifier: 'false' }
}
