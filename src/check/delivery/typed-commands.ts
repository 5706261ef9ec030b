// What people type of Helm: to which revision it goes, whose values and which chart it takes, where it goes, and whether it
// sees what becomes of it.

import type { Chart, Command, Environment, Platform } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, part } from '../define.ts'
import { type HelmLine, helmLine } from './helm-line.ts'

export type CommandParts = {
  foreign: { readonly line: string; readonly file: string; readonly of: readonly string[]; readonly place: string }
  revision: { readonly line: string; readonly revision: string }
  waits: { readonly line: string; readonly goesBack: string; readonly isBack: boolean }
  lies: { readonly line: string; readonly folder: string; readonly path: string }
  packaged: { readonly line: string; readonly folder: string; readonly pipeline: string }
  goes: { readonly line: string; readonly unsaid: readonly string[]; readonly places: number }
}

export const commandWords = {
  foreign: ({ line, file, of, place }: CommandParts['foreign']): string =>
    `${line}: ${file} is for ${of.join(' and ')}, and this is typed for ${place}`,
  revision: ({ line, revision }: CommandParts['revision']): string =>
    `${line} goes to revision ${revision} whatever runs: that is the one before only while revision ${Number(revision) + 1} runs`,
  waits: ({ line, goesBack, isBack }: CommandParts['waits'], truth: boolean | undefined): string => {
    if (truth === true) return `${line} waits until its pods are ready`
    return isBack
      ? `${line} is over before its pods are ready: whether what it goes back to runs again, it cannot see`
      : `${line} is over before its pods are ready: ${goesBack} is to go back where that fails, and cannot see it`
  },
  lies: ({ line, folder, path }: CommandParts['lies'], truth: boolean | undefined): string =>
    truth === true
      ? `${line} finds its chart, which lies in ${path}`
      : `${line} looks in ${folder}, and the chart lies in ${path}`,
  packaged: ({ line, folder, pipeline }: CommandParts['packaged']): string =>
    `${line} takes ${folder} as it lies there, and not what ${pipeline} packages`,
  goes: ({ line, unsaid, places }: CommandParts['goes']): string =>
    `${line} has no ${unsaid.join(' and no ')}: which of ${places} places it goes to is left to whoever types it`,
}

const changing: ReadonlySet<string | undefined> = new Set(['install', 'upgrade', 'rollback'])

export function* commandParts(
  command: Command,
  { values, path }: Chart,
  platform: Platform,
): Generator<AnyPart<CommandParts>> {
  const read = helmLine(command.line)
  yield* liesParts(command, read, path)
  if (!changing.has(read.verb)) return
  if (read.verb === 'rollback') yield* revisionParts(command, read)
  else yield* [...foreignParts(command, read, values), ...packagedParts(command, read, platform)]
  yield* [...waitsParts(command, read, platform), ...goesParts(command, read, platform)]
}

// Without a revision, or with 0, it goes to the one before (https://helm.sh/docs/helm/helm_rollback/).
function revisionParts({ line, stated }: Command, { rest: [, revision] }: HelmLine): readonly AnyPart<CommandParts>[] {
  if (revision === undefined || !/^[1-9]\d*$/.test(revision)) return []
  const hint = line.replace(new RegExp(`\\s+${revision}\\b`), '')
  return [part('revision', false, { line, revision }, { cause: `fixed-revision/${revision}`, hint, stated: [stated] })]
}

const ofFolders: ReadonlySet<string | undefined> = new Set(['install', 'upgrade', 'template', 'lint'])

// Typed from whatever folder: what is typed ends as the place of the chart does. From above nothing can be told.
function liesParts(
  { line, stated }: Command,
  { verb, rest }: HelmLine,
  path: string | undefined,
): readonly AnyPart<CommandParts>[] {
  const typed = rest.find((word) => word.startsWith('./') && word.length > 2)
  if (!ofFolders.has(verb) || path === undefined || typed === undefined || typed.includes('..')) return []
  const folder = typed.slice(2).replace(/\/+$/, '')
  const isThere = `/${path.replace(/^\.\//, '').replace(/\/+$/, '')}`.endsWith(`/${folder}`)
  const more = { cause: `lies-elsewhere/${folder}`, hint: `the folder that ${path} ends with`, stated: [stated] }
  return [part('lies', isThere, { line, folder, path }, more)]
}

function foreignParts(
  { line, in: places = [], stated }: Command,
  { files }: HelmLine,
  values: Chart['values'],
): readonly AnyPart<CommandParts>[] {
  return files.flatMap((file) => {
    const of = Object.entries(values).find(([name]) => file === name || file.endsWith(`/${name}`))?.[1] ?? []
    const others = of.length === 0 ? [] : places.filter(({ name }) => !of.some((one) => one.name === name))
    return others.map((place) =>
      part(
        'foreign',
        false,
        { line, file, of: of.map(({ name }) => name), place: place.name },
        { cause: `foreign-values/${place.name}`, hint: `the values of ${place.name}`, stated: [stated] },
      ),
    )
  })
}

// A chart in a folder is what lies there, whatever was packaged, tried and approved.
function packagedParts(
  { line, in: places = [], stated }: Command,
  { rest: [, folder = ''] }: HelmLine,
  { pipelines }: Platform,
): readonly AnyPart<CommandParts>[] {
  if (!/^(?:\.{0,2}\/|\.{1,2}$)/.test(folder)) return []
  const packaging = pipelines.find(
    ({ serves, stages }) =>
      stages.some(({ makes }) => makes.includes('chart')) &&
      [...serves, ...stages.flatMap((stage) => stage.in ?? [])].some((one) => isAmong(one, places)),
  )
  if (!packaging) return []
  return [
    part(
      'packaged',
      false,
      { line, folder, pipeline: packaging.name },
      {
        cause: `unpackaged/${packaging.name}`,
        hint: 'the packaged chart, and its --version',
        stated: [stated, packaging.stated],
      },
    ),
  ]
}

// It is over once its objects are taken, unless it is told to wait (https://helm.sh/docs/helm/helm_upgrade/).
function waitsParts(
  { line, in: places = [], stated }: Command,
  { verb, options }: HelmLine,
  platform: Platform,
): readonly AnyPart<CommandParts>[] {
  const back = goingBack(places, platform)
  // Before the first there is nothing to go back to.
  if (!back || verb === 'install') return []
  const waits = ['--wait', '--atomic', '--rollback-on-failure'].some((one) => options.has(one))
  return [
    part(
      'waits',
      waits,
      { line, goesBack: back.name, isBack: verb === 'rollback' },
      { cause: `over-too-early/${back.name}`, hint: `${line} --wait`, stated: [stated, back.stated] },
    ),
  ]
}

function goingBack(places: readonly Environment[], { pipelines }: Platform) {
  const stages = pipelines.flatMap((pipeline) => pipeline.stages)
  return stages.find(
    ({ does, in: place, onFailure }) =>
      onFailure === 'rollback' && does.includes('deploy') && place !== undefined && isAmong(place, places),
  )
}

function goesParts(
  { line, in: places = [], stated }: Command,
  { options }: HelmLine,
  platform: Platform,
): readonly AnyPart<CommandParts>[] {
  if (places.length === 0) return []
  // A context of kubectl leads to clusters alone.
  const all = environmentsOf(platform).filter(({ on }) => on.bare === undefined)
  const isOne = (of: (one: Environment) => string | undefined) => new Set(all.map(of)).size < 2
  const context = isOne(({ on }) => on.name) || options.has('--kube-context') || options.has('--kubeconfig')
  const namespace = isOne((one) => one.namespace) || options.has('--namespace')
  const unsaid = [...(context ? [] : ['--kube-context']), ...(namespace ? [] : ['--namespace'])]
  if (unsaid.length === 0) return []
  return [
    part(
      'goes',
      undefined,
      { line, unsaid, places: all.length },
      { waitsFor: unsaid.join(' and '), hint: `${line} ${unsaid.join(' … ')} …`, stated: [stated] },
    ),
  ]
}

function isAmong({ name }: Environment, places: readonly Environment[]): boolean {
  return places.some((one) => one.name === name)
}
