// A chart, rendered by the real helm as Argo CD and Flux would.
// Source: argo-cd@v3.0.12 util/helm/cmd.go:373 (order of the arguments).

import type { HelmPiece } from '../../estate/delivery/piece.ts'
import { joinPath, nameOf } from '../../estate/delivery/tree.ts'
import { readYaml } from '../../estate/delivery/yaml-file.ts'
import { fieldsIn } from '../../estate/import/fields.ts'
import type { Disk } from './disk.ts'
import type { Prepared } from './prepared.ts'

export interface HelmContext {
  readonly disk: Disk
  /** `1.34` */
  readonly kubernetes: string
  /** `monitoring.coreos.com/v1`: what the files show that the cluster serves. */
  readonly apiVersions: readonly string[]
}

/** What helm is called with; a fault where it would fetch something. */
export function preparedHelm(
  piece: HelmPiece,
  { disk, kubernetes, apiVersions }: HelmContext,
): Prepared | { fault: string; next: string } {
  const chartFiles = disk.filesBelow(piece.chart)
  const linked = localDependencies(piece.chart, disk)
  if ('missing' in linked) {
    const fault = `its dependency ${linked.missing} is not in ${piece.chart}/charts`
    return { fault, next: `helm dependency build ${piece.chart}, and keep what it brings` }
  }
  const stranger = chartFiles.find((file) => disk.bytesOf(file) === undefined)
  if (stranger) return { fault: `${stranger} leads out of this folder`, next: 'copy what is meant' }
  const inline = piece.values.flatMap((given) => (given.is === 'inline' ? [given.values] : []))
  const valueFiles = piece.values.map((given, at) => (given.is === 'file' ? given.file : `.inline/${at}.json`))
  const inlineFiles = piece.values.flatMap((given, at) =>
    given.is === 'inline' ? [[`.inline/${at}.json`, JSON.stringify(given.values)] as const] : [],
  )
  const asksApis = chartFiles.some((file) => disk.textOf(file)?.includes('APIVersions'))
  const args = [
    'template',
    piece.release,
    `./${piece.chart}`,
    ...(piece.namespace === undefined ? [] : ['--namespace', piece.namespace]),
    '--kube-version',
    piece.kubernetes ?? kubernetes,
    ...valueFiles.flatMap((file) => ['--values', file]),
    ...piece.set.flatMap(({ kind, name, value }) => [flags[kind], `${name}=${value}`]),
    ...[...piece.apiVersions, ...(asksApis ? apiVersions : [])].flatMap((api) => ['--api-versions', api]),
    ...(piece.skipsCrds ? [] : ['--include-crds']),
  ]
  const given = [
    ...piece.values.flatMap((one) => (one.is === 'file' ? [one.file] : [])),
    ...piece.set.flatMap(fileOfSet),
  ]
  const files = [...new Set([...chartFiles, ...given, ...linked.files])]
  return {
    tool: 'helm',
    args,
    files,
    made: inlineFiles,
    links: linked.links,
    inputs: inline,
    differs: files.find(isRandom(disk)),
  }
}

const flags = { value: '--set', string: '--set-string', file: '--set-file' } as const

function fileOfSet({ kind, value }: HelmPiece['set'][number]): readonly string[] {
  return kind === 'file' ? [value] : []
}

// Charts of the repository that a chart names by their path: copied to where helm looks for them.
function localDependencies(
  chart: string,
  disk: Disk,
): { files: readonly string[]; links: readonly Link[] } | { missing: string } {
  const read = readYaml(disk.textOf(chart === '' ? 'Chart.yaml' : `${chart}/Chart.yaml`) ?? '')
  const files: string[] = []
  const links: Link[] = []
  const dependencies = fieldsIn((read as { dependencies?: unknown } | null | undefined)?.dependencies)
  const vendored = disk
    .filesBelow(chart)
    .filter((file) => file.startsWith(`${chart}/charts/`))
    .map((file) => file.slice(`${chart}/charts/`.length))
  for (const { name, repository } of dependencies) {
    if (vendored.some((file) => file.startsWith(`${name}/`) || (file.startsWith(`${name}-`) && file.endsWith('.tgz'))))
      continue
    const path = `${repository}`.startsWith('file://') ? joinPath(chart, `${repository}`.slice(7)) : undefined
    const isThere = path !== undefined && disk.isFile(`${path}/Chart.yaml`)
    if (!isThere) return { missing: `${name}` }
    files.push(...disk.filesBelow(path))
    links.push({ from: path, to: `${chart}/charts/${nameOf(path)}` })
  }
  return { files, links }
}

type Link = Prepared['links'][number]

function isRandom(disk: Disk): (file: string) => boolean {
  return (file) =>
    /\b(randAlphaNum|randAlpha|randNumeric|genCA|genSignedCert|genSelfSignedCert|genPrivateKey|uuidv4|now)\b/.test(
      /\/templates\//.test(file) ? (disk.textOf(file) ?? '') : '',
    )
}
