// `seaworthy init PATH`: a first promises file, guessed from what lies there.

import { existsSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { saidAgain } from '../again.ts'
import { nearPath } from '../near-paths.ts'
import { flag, text } from '../options.ts'
import { pathOptions } from '../path-options.ts'
import { Refusal } from '../refusal.ts'
import { clean } from '../text/clean.ts'
import { count } from '../text/count.ts'
import { defineVerb } from '../verb.ts'
import { versionOf } from '../version.ts'
import { write } from '../write.ts'

export const init = defineVerb({
  options: {
    print: flag('show it, and write nothing'),
    file: text('FILE', 'where it is written (promises.yaml in the folder that is read)'),
    ...pathOptions,
  },
  about:
    'Writes a first promises.yaml: what a team may want to promise about the objects of a folder, and facts that no manifest carries. Every guess says what it was guessed from, and a guessed fact is an assumption of the verdicts until somebody confirms it. A file that is there is never written over.',
  examples: ['seaworthy init ./k8s --print', 'seaworthy init ./k8s', 'seaworthy check ./k8s'],

  async run(rest, given) {
    const path = pathOf(rest)
    const doing = `write promises for ${path}`
    refusePlatform(path, doing)
    const target = given.file ?? nearPath(join(folderOf(path), 'promises.yaml'))
    if (!given.print && existsSync(target)) throw isThere(target, doing)
    const { folderEstates } = await import('../folder-estates.ts')
    const { draftOf } = await import('../init/draft.ts')
    const { draftText } = await import('../init/draft-text.ts')
    const { estates, unread, documents } = await folderEstates(path, { ...given, doing })
    const [before] = documents
    if (before && !given.print) throw isThere(before.at.file, doing)
    const asOf = given.at ?? new Date().toISOString().slice(0, 10)
    const { promiseKinds } = await import('../../check/promises.ts')
    const from = folderOf(path)
    const entries = draftOf(estates, { asOf, fileFrom: (file) => nameFrom(from, file), judges: promiseKinds })
    const whole = draftText(entries, {
      title: given.file === undefined ? 'this folder' : titleOf(path),
      version: await versionOf(),
    })
    if (given.print) await write(whole)
    else {
      writeNew(target, whole, doing)
      const open = entries.filter(({ asks }) => asks !== undefined).length
      const sure = (of: 'facts' | 'promises') => entries.filter((one) => one.of === of && one.asks === undefined).length
      const lines = [
        `${target}: ${count(sure('promises'), 'promise')}, ${count(sure('facts'), 'fact')}, each a guess; ${open} more commented out, to be said`,
        `next: read it, then seaworthy check ${saidAgain(path, given)}${given.file === undefined ? '' : ` --promises ${given.file}`}`,
      ]
      await write(lines.map((line) => `${clean(line)}\n`).join(''))
    }
    return unread.length > 0 ? 2 : 0
  },
})

function pathOf([path, ...more]: readonly string[]): string {
  if (path !== undefined && more.length === 0) return path
  throw new Refusal('one folder of manifests is needed', { doing: 'init', next: 'seaworthy init ./k8s' })
}

function folderOf(path: string): string {
  const found = resolve(path)
  return statSync(found).isDirectory() ? found : dirname(found)
}

// Others read it elsewhere: where the folder lies on this machine tells them nothing.
function nameFrom(folder: string, file: string): string {
  return relative(folder, resolve(file)).split(sep).join('/')
}

function titleOf(path: string): string {
  return isAbsolute(path) ? basename(path) : path
}

function refusePlatform(path: string, doing: string): void {
  const next = 'name a folder of manifests'
  if (!existsSync(path)) throw new Refusal('there is no such file or folder', { doing, next })
  if (/\.[mc]?[jt]s$/.test(path)) throw new Refusal('a platform says its promises itself', { doing, next })
}

function isThere(what: string, doing: string): Refusal {
  return new Refusal(`${what} is there already, and is never written over`, {
    doing,
    next: 'seaworthy init PATH --print shows what it would say now; copy from it by hand',
  })
}

function writeNew(file: string, whole: string, doing: string): void {
  try {
    writeFileSync(file, whole, { flag: 'wx' })
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    throw new Refusal(`${file} cannot be written: ${because}`, { doing, next: 'name another place: --file FILE' })
  }
}
