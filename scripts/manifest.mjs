// package.json speaks of the checkout: its exports are the sources, and it brings development tools along. While npm
// packs, the published one stands in its place: exports of compiled files with their declarations, and no tools.
//
//   node scripts/manifest.mjs publish | restore

import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = join(root, 'package.json')
const aside = join(root, 'node_modules', '.seaworthy-package.json')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const verbs = { publish: publishManifest, restore: restoreManifest }
  verbs[process.argv[2]]()
}

function publishManifest() {
  restoreManifest()
  const own = readFileSync(manifest, 'utf8')
  replace(aside, own)
  replace(manifest, `${JSON.stringify(published(JSON.parse(own)), null, 2)}\n`)
}

function restoreManifest() {
  if (existsSync(aside)) renameSync(aside, manifest)
}

/** Puts back what a pack that was cut short left; packing takes seconds, so one of a minute ago is over. */
export function repairManifest() {
  if (existsSync(aside) && Date.now() - statSync(aside).mtimeMs > 60_000) restoreManifest()
}

function published({ devDependencies, optionalDependencies, exports, ...rest }) {
  const compiled = Object.entries(exports).map(([name, path]) => [name, path.endsWith('.ts') ? built(path) : path])
  return { ...rest, exports: Object.fromEntries(compiled) }
}

function built(source) {
  const path = source.replace('./src/', './dist/').replace(/\.ts$/, '')
  return { types: `${path}.d.ts`, default: `${path}.js` }
}

// By rename, so that a reader finds the old file or the new one and never half of either.
function replace(path, text) {
  const fresh = `${path}.fresh`
  writeFileSync(fresh, text)
  renameSync(fresh, path)
}
