import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { enableCompileCache, getCompileCacheDir } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, test } from 'node:test'
import { keepFiles, keptFiles } from './kept-files.ts'
import { loadInWorker } from './load-in-worker.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'seaworthy-kept-')))
after(() => rmSync(root, { recursive: true, force: true }))

const folder = () => mkdtempSync(join(root, 'f-'))

function write(into: string, files: { readonly [name: string]: string }): string {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(into, name), text)
  return join(into, 'shop.ts')
}

function keptOnce(): { cache: string; shop: string; part: string; keptAs: string } {
  const [cache, project] = [folder(), folder()]
  const shop = write(project, { 'shop.ts': 'let a: 1', 'part.ts': 'let b: 2' })
  const part = join(project, 'part.ts')
  keepFiles(cache, shop, [
    { path: shop, text: 'let a: 1', stripped: 'let a   ' },
    { path: part, text: 'let b: 2', stripped: 'let b   ' },
  ])
  return { cache, shop, part, keptAs: join(cache, readdirSync(cache)[0] ?? '') }
}

test('kept files: what says the same is found', () => {
  const { cache, shop } = keptOnce()
  assert.deepEqual(
    keptFiles(cache, shop)?.map(({ stripped }) => stripped),
    ['let a   ', 'let b   '],
  )
})

const changes: [name: string, change: (of: ReturnType<typeof keptOnce>) => void][] = [
  ['the file says something else', ({ shop }) => writeFileSync(shop, 'let a: 2')],
  ['a part says something else', ({ part }) => writeFileSync(part, 'let b: 3')],
  ['a part is gone', ({ part }) => rmSync(part)],
  ['nothing is kept', ({ keptAs }) => rmSync(keptAs)],
  [
    'a letter of what is kept has changed',
    ({ keptAs }) => rewrite(keptAs, (text) => text.replace('let a   ', 'let c   ')),
  ],
  ['the end is missing', ({ keptAs }) => rewrite(keptAs, (text) => text.slice(0, -9))],
  ['it is empty', ({ keptAs }) => rewrite(keptAs, () => '')],
  ['another file has its name', ({ cache, shop }) => keepFiles(cache, shop, [])],
]

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

for (const [name, change] of changes) {
  test(`kept files: not used where ${name}`, () => {
    const kept = keptOnce()
    change(kept)
    assert.equal(keptFiles(kept.cache, kept.shop), undefined)
  })
}

test('kept files: a folder that cannot be written is no fault', () => {
  keepFiles(join(root, 'nowhere'), '/shop.ts', [])
  assert.equal(keptFiles(join(root, 'nowhere'), '/shop.ts'), undefined)
})

const SHOP = `import { cluster, environment, node, platform, service } from 'seaworthy'
import { name } from './name.ts'
const east: any = cluster('east', { kubernetes: '1.33', nodes: [node('n1', { cpu: 4, memory: '8G' })] })
const live = environment('live', { on: east, namespace: 'shop', runs: [service('checkout')] })
export default platform(name, { environments: [live] })
`
const NAME = "export const name: string = 'shop'\n"

function cacheOfRuns(): string {
  enableCompileCache(join(root, 'compiled'))
  return getCompileCacheDir() ?? assert.fail('nothing is kept')
}

async function nameOf(shop: string): Promise<string> {
  const { platform } = await loadInWorker<{ platform: string }>(shop, { task: 'names', asOf: '2026-11-21' })
  return platform
}

const keptNames = (shop: string) => keptFiles(cacheOfRuns(), shop)?.map(({ path }) => basename(path))

test('kept files: a second run says the same as the first, and a changed file is read again', async () => {
  cacheOfRuns()
  const project = folder()
  const shop = write(project, { 'shop.ts': SHOP, 'name.ts': NAME })
  assert.equal(await nameOf(shop), 'shop')
  assert.deepEqual(keptNames(shop), ['shop.ts', 'name.ts'])
  assert.equal(await nameOf(shop), 'shop')
  write(project, { 'name.ts': NAME.replace("'shop'", "'store'") })
  assert.equal(await nameOf(shop), 'store')
})

test('kept files: nothing is kept of a run that loads a file after its code began', async () => {
  cacheOfRuns()
  const late = SHOP.replace(
    "import { name } from './name.ts'",
    "TextDecoder.prototype.decode = () => 'export const name = 1'\nconst { name } = await import('./name.ts')",
  )
  const shop = write(folder(), { 'shop.ts': late, 'name.ts': NAME })
  await nameOf(shop).catch(() => {})
  assert.equal(keptNames(shop), undefined)
})

test('kept files: a file that was not among them makes the run begin again', async () => {
  cacheOfRuns()
  const project = folder()
  const viaScript = SHOP.replace('./name.ts', './name.js')
  const shop = write(project, { 'shop.ts': viaScript, 'name.js': "export const name = 'shop'\n", 'name.ts': NAME })
  assert.equal(await nameOf(shop), 'shop')
  write(project, { 'name.js': "export * from './name.ts'\n" })
  assert.deepEqual(keptNames(shop), ['shop.ts'])
  assert.equal(await nameOf(shop), 'shop')
  assert.deepEqual(keptNames(shop), ['shop.ts', 'name.ts'])
})
