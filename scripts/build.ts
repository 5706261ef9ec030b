// Makes dist of src: declarations, and few large files of JavaScript, for each file costs a cold start a quarter of a
// millisecond. Without the tests.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'
import { minifySync } from 'rolldown/utils'

const { values } = parseArgs({ options: { to: { type: 'string', default: 'dist' } } })

const common = { platform: 'node', tsconfig: 'tsconfig.json' } as const
const isOwn = (id: string) => /^[./]/.test(id) || /^src\//.test(id)

rmSync(values.to, { recursive: true, force: true })
const { status } = spawnSync('tsc', ['-p', 'tsconfig.build.json', '--outDir', values.to], { stdio: 'inherit' })
await bundle(values.to)
await script(values.to)
process.exitCode = status ?? 1

// What starts a process, and what a user's code imports. What the modules share, and what is loaded late, become chunks. All
// that is built stands one folder deep, as `src/platform/own.ts` expects.
async function bundle(to: string): Promise<void> {
  const build = await rolldown({
    ...common,
    input: { 'cli/main': 'src/cli/main.ts', 'engine/index': 'src/engine/index.ts', index: 'src/index.ts' },
    external: (id) => !isOwn(id),
  })
  await build.write({ dir: to, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' })
  await build.close()
}

// What runs in a thread, as one script for `bin/kept-script.mjs`. In ASCII, which takes half the memory.
async function script(to: string): Promise<void> {
  const build = await rolldown({ ...common, input: 'src/cli/load/worker.ts', external: /^node:/ })
  const { output } = await build.generate({ format: 'cjs', codeSplitting: false, strict: true })
  await build.close()
  const { code, errors } = minifySync('worker.cjs', output[0].code, {
    compress: false,
    mangle: false,
    codegen: { asciiOnly: true, removeWhitespace: false, legalComments: 'inline' },
  })
  if (errors.length > 0 || /[^\0-\x7f]/.test(code)) throw new Error(`worker.cjs is not in ASCII ${errors.join(' ')}`)
  writeFileSync(join(to, 'cli', 'worker.licenses.txt'), licensesOf(output[0].moduleIds))
  const whole = `(function (exports, require, module, __filename) {${code}\n})`
  writeFileSync(join(to, 'cli', 'worker.cjs'), `// ${createHash('sha256').update(whole).digest('hex')}\n${whole}\n`)
}

// Of the packages that became a part of it.
function licensesOf(modules: readonly string[]): string {
  const packages = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  return [...packages].sort().map(licenseOf).join('\n')
}

function licenseOf(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return `${name} ${version}\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8')}`
}
