import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ApiServer, startApiServer } from '../apiserver.ts'
import { startGuard } from '../guard.ts'
import { kubeconfigOf } from '../kubeconfig.ts'
import { built } from '../programs.ts'

export interface EvictingServer {
  readonly api: ApiServer
  /** From now on budgets are counted. */
  startCounting(): Promise<void>
  stop(): Promise<void>
}

/** A real API server, and of the controllers the one that counts budgets; nothing else makes, moves or collects pods. */
export async function startEvictingServer(tell: (line: string) => void): Promise<EvictingServer> {
  const manager = await built('kube-controller-manager', tell)
  const api = await startApiServer(tell)
  const folder = await mkdtemp(join(tmpdir(), 'seaworthy-oracle-budgets-'))
  const guard = startGuard(folder)
  return {
    api,
    async startCounting() {
      const config = join(folder, 'config.json')
      await writeFile(config, JSON.stringify(await kubeconfigOf(api)), { mode: 0o600 })
      const out = openSync(join(folder, 'log'), 'w')
      const flags = [
        '--kubeconfig',
        config,
        '--leader-elect=false',
        '--secure-port=0',
        '--controllers=disruption-controller',
      ]
      const limits = ['--kube-api-qps=1000', '--kube-api-burst=2000']
      guard.mind(spawn(manager, [...flags, ...limits], { cwd: folder, stdio: ['ignore', out, out] }))
      closeSync(out)
    },
    async stop() {
      await guard.end()
      await api.stop()
    },
  }
}
