// `seaworthy render TARGET PLATFORM --to DIR`: what a platform becomes, as files.

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { nearest } from '../../platform/nearest.ts'
import { renderers } from '../../render/renderers.ts'
import type { RenderAnswer } from '../load/render-task.ts'
import { nearPath } from '../near-paths.ts'
import { flag, text } from '../options.ts'
import { isPlatformFile } from '../platform-file.ts'
import { Refusal } from '../refusal.ts'
import { defineVerb } from '../verb.ts'
import { write } from '../write.ts'

const targets = Object.keys(renderers)

export const render = defineVerb({
  options: {
    to: text('DIR', 'the folder that is written'),
    diff: flag('show what would change there, and write nothing; fails where something would'),
    force: flag('write over what people changed since it was rendered, too'),
  },
  about:
    'Writes what a platform becomes as files: a folder per cluster and environment with its kustomization.yaml, a file per component, and seaworthy.yaml with what no object carries, so that seaworthy check says the same of the folder as of the platform. What was written is remembered in seaworthy.lock: files that people changed since are kept, files of others are left alone, and what is rendered no more is removed. As yaml, the platform itself as one document (kind: Platform) that seaworthy check takes in place of the TypeScript. As calm, its architecture in the model of FINOS CALM (release 1.2): nodes, relationships and flows, and what is promised as controls with the verdicts that meet them.',
  examples: [
    'seaworthy render kubernetes platform.ts --to k8s',
    'seaworthy render kubernetes platform.ts --to k8s --diff',
    'seaworthy check k8s',
    'kubectl apply -k k8s/east/live',
    'seaworthy render yaml platform.ts --to twin',
    'seaworthy render calm platform.ts --to calm',
  ],

  async run(rest, { to, diff, force }) {
    const path = pathOf(rest)
    const doing = `render ${path}`
    if (to === undefined)
      throw new Refusal('it is not said where to', { doing, next: `seaworthy render ${rest.join(' ')} --to k8s` })
    refuse(path, to, doing)
    const rendered = await renderedBy(path, rest[0] ?? '', doing)
    const { changesTo } = await import('../render/changes.ts')
    const { lockIn, textIn, writeTree } = await import('../render/write-tree.ts')
    const folder = { root: resolve(to), doing }
    const lock = lockIn(folder)
    const isForced = force === true
    const asked = { textAt: (file: string) => textIn(folder, file), lock, isForced: isForced || diff === true }
    const changes = changesTo(rendered.files, asked)
    if (diff) {
      const { unifiedDiff } = await import('../render/unified-diff.ts')
      await write(changes.map(({ path: file, was, willBe }) => unifiedDiff(file, was, willBe)).join(''))
      return changes.every(({ is }) => is === 'same') ? 0 : 1
    }
    const { renderText } = await import('../render/render-text.ts')
    const told = { to: nearPath(folder.root), leaves: rendered.leaves, isWhole: process.stdout.isTTY === true }
    await write(renderText(changes, told))
    writeTree(folder, changes, lock)
    return changes.some(({ is }) => is === 'kept') ? 1 : 0
  },
})

function pathOf([target, path, ...more]: readonly string[]): string {
  const doing = 'render'
  if (target !== undefined && !targets.includes(target)) {
    const near = nearest(target, targets)
    const next = near
      ? `did you mean ${near}?`
      : `one of ${targets.join(', ')}: seaworthy render kubernetes platform.ts --to k8s`
    throw new Refusal(`nothing is rendered as ${target}`, { doing, next })
  }
  if (path !== undefined && more.length === 0) return path
  throw new Refusal('one platform is needed', { doing, next: 'seaworthy render kubernetes platform.ts --to k8s' })
}

function refuse(path: string, to: string, doing: string): void {
  if (!isPlatformFile(path))
    throw new Refusal('only a platform is rendered, and this is none', {
      doing,
      next: 'name a platform file (platform.ts)',
    })
  if (!statSync(path, { throwIfNoEntry: false }))
    throw new Refusal('there is no such file', { doing, next: 'name a platform file (platform.ts)' })
  const found = statSync(to, { throwIfNoEntry: false })
  if (found && !found.isDirectory())
    throw new Refusal(`${to} is no folder`, { doing, next: 'name a folder, or one that is not there yet: --to DIR' })
}

async function renderedBy(path: string, target: string, doing: string) {
  const { loadInWorker } = await import('../load/load-in-worker.ts')
  const asOf = new Date().toISOString().slice(0, 10)
  const answer = await loadInWorker<RenderAnswer>(path, { task: `render ${target}`, asOf })
  if (!('open' in answer)) return answer
  const choices = answer.open.join(', ')
  throw new Refusal(`it leaves open: ${choices}`, { doing, next: 'decide it in the platform: files hold one choice' })
}
