// A process that reads or prints so much, and says what it took: the time of its best run, and the most memory it held.

import { loadAll } from 'js-yaml'
import { printManifests } from '../src/kubernetes/print.ts'
import { readManifests } from '../src/kubernetes/read.ts'
import { manyFiles, manyManifests } from './many-manifests.ts'

/** `scanned` puts one small thing that is not ordinary into every document. */
export type Way = 'ordinary' | 'scanned' | 'js-yaml' | 'print'

export interface Took {
  readonly ms: number
  /** Of the first run, when nothing has been compiled. */
  readonly firstMs: number
  readonly bytes: number
  readonly peakMiB: number
}

const [way = 'ordinary', size = '50000000', runs = '3'] = process.argv.slice(2) as [Way, string, string]
const { work, bytes } = prepared(way, Number(size))
const times = Array.from({ length: Number(runs) }, () => {
  const started = performance.now()
  work()
  return performance.now() - started
})
const took: Took = {
  ms: Math.min(...times),
  firstMs: times[0] ?? Number.NaN,
  bytes,
  peakMiB: process.resourceUsage().maxRSS / 1024,
}
console.log(JSON.stringify(took))

function prepared(way: Way, size: number): { readonly work: () => void; readonly bytes: number } {
  if (way === 'print') {
    const objects = manyManifests(size / 5)
    return { work: () => printManifests(objects), bytes: printManifests(objects.slice(0, 5)).length }
  }
  const files = manyFiles(size).map((file) =>
    way === 'scanned' ? file.replaceAll('\nmetadata:', '\nkept: !!str hand\nmetadata:') : file,
  )
  const bytes = files.reduce((sum, file) => sum + file.length, 0)
  const read = (file: string) => (way === 'js-yaml' ? loadAll(file) : readManifests(file, 'k8s.yaml').manifests)
  return {
    bytes,
    // All of it stays, as in an estate.
    work: () => {
      const kept = files.map(read)
      if (kept.some((objects) => objects.length < 100)) throw new Error('something was not read')
    },
  }
}
