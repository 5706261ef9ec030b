// One run of helm or kustomize: no shell, an environment of its own, bounded in time and output, ended with its children.

import { type ChildProcess, spawn } from 'node:child_process'

export interface ToolRun {
  readonly path: string
  readonly args: readonly string[]
  /** Where it runs, and all that it may keep: HOME and its like lie in it. */
  readonly folder: string
}

export type ToolAnswer = { readonly text: string } | { readonly fault: string }

const timeoutMs = 30_000
const mostBytes = 64 * 2 ** 20

const running = new Set<ChildProcess>()

export function runTool({ path, args, folder }: ToolRun): Promise<ToolAnswer> {
  return new Promise((resolve) => {
    const child = spawn(path, args, {
      cwd: folder,
      env: environmentIn(folder),
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    endWithUs(child)
    const out: Buffer[] = []
    let errors = ''
    let bytes = 0
    const stop = (fault: string) => {
      end(child)
      resolve({ fault })
    }
    const timer = setTimeout(() => stop(`it took longer than ${timeoutMs / 1000} s`), timeoutMs)
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) stop(`it printed more than ${mostBytes / 2 ** 20} MiB`)
      else out.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => {
      if (errors.length < 10_000) errors += chunk
    })
    child.once('error', (error) => stop(error.message))
    child.once('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve(code === 0 ? { text: Buffer.concat(out).toString('utf8') } : { fault: lastLine(errors, folder) })
    })
  })
}

// Nothing of the user's own: no plugins, no credentials, no repositories that would be asked.
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const own = `${folder}/.home`
  return {
    PATH: '/usr/bin:/bin',
    HOME: own,
    XDG_CACHE_HOME: own,
    XDG_CONFIG_HOME: own,
    XDG_DATA_HOME: own,
    HELM_CACHE_HOME: own,
    HELM_CONFIG_HOME: own,
    HELM_DATA_HOME: own,
    HELM_PLUGINS: `${own}/plugins`,
    KUBECONFIG: `${own}/none`,
  }
}

function end(child: ChildProcess): void {
  running.delete(child)
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

function endWithUs(child: ChildProcess): void {
  if (running.size === 0) {
    process.once('exit', () => {
      for (const one of running) end(one)
    })
  }
  running.add(child)
}

function lastLine(errors: string, folder: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '' && !/^(Use --debug|WARNING)/.test(line))
  const said = lines.findLast((line) => /^error/i.test(line.trim())) ?? lines.at(-1) ?? 'it ended without a word'
  return said
    .replaceAll(`${folder}/`, '')
    .replace(/^error:\s*/i, '')
    .slice(0, 400)
}
