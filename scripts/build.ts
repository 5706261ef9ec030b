// Makes dist of src: declarations, and few large files of JavaScript, for each file costs a cold start a quarter of a
// millisecond. Without the tests.

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'

const { values } = parseArgs({ options: { to: { type: 'string', default: 'dist' } } })

rmSync(values.to, { recursive: true, force: true })
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json', '--outDir', values.to], { stdio: 'inherit' })
await bundle(values.to)
process.exitCode = status ?? 1

// What starts a process, a thread, and a user's file; what they share, and what is loaded late, become chunks. These stand one
// folder deep, as `src/platform/own.ts` expects.
async function bundle(to: string): Promise<void> {
  const build = await rolldown({
    input: {
      'cli/main': 'src/cli/main.ts',
      'cli/load/worker': 'src/cli/load/worker.ts',
      'engine/index': 'src/engine/index.ts',
      index: 'src/index.ts',
    },
    platform: 'node',
    external: (id) => !/^[./]/.test(id) && !/^src\//.test(id),
    tsconfig: 'tsconfig.json',
  })
  await build.write({ dir: to, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' })
  await build.close()
}
