// A document that says what stands where: with the manifests that lie around it it is a platform again, and is judged as one.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import { readObjects } from '../../estate/import/objects.ts'
import { lower } from '../../estate/lower.ts'
import type { ReadManifest, ReadProblem } from '../../kubernetes/read.ts'
import { atOf } from '../../platform/at.ts'
import { makingOf } from '../../platform/made.ts'
import type { Platform } from '../../platform/model.ts'
import { nearest } from '../../platform/nearest.ts'
import { PlatformProblems, type Problem } from '../../platform/problem.ts'
import { problemsOf } from '../../platform/problems.ts'
import { reachable } from '../../platform/reachable.ts'
import type { Position } from '../../platform/source.ts'
import { fromFile } from './from-file.ts'
import { isWhole } from './is-declaring.ts'
import { sections } from './sections.ts'

export interface Declared {
  readonly platform: Platform
  readonly estates: readonly Estate[]
  /** What is wrong in the document; the entries that have a problem are left out. */
  readonly problems: readonly Problem[]
  /** Manifests that could not become objects. */
  readonly unread: readonly ReadProblem[]
}

/** Undefined estates where what is wrong lies in a cluster, an environment or a component: then nothing is declared. */
export function declaredBy(
  document: ReadManifest,
  manifests: readonly ReadManifest[],
): Declared | { problems: readonly Problem[] } {
  const clusters = Object.keys((document.manifest.clusters as object | undefined) ?? {})
  const unread: ReadProblem[] = []
  const isAlone = isWhole(document.manifest)
  if (isAlone) unread.push(...manifests.map((one) => aside(one, document)))
  const inFiles = isAlone
    ? new Map<string, readonly EstateObject[]>()
    : objectsByCluster(document, manifests, clusters, unread)
  const manifestOf = (ref: string, cluster: string) => inFiles.get(cluster)?.find((one) => one.ref === ref)?.manifest
  const read = fromFile(document, manifestOf)
  const platform = withoutSlips(read.platform)
  const problems = toldOnce([...read.problems, ...problemsOf(read.platform)], document)
  if (problemsOf(platform).length > 0) return { problems }
  const estates = lower(platform, isAlone ? {} : { inFiles: (cluster) => inFiles.get(cluster) ?? [] })
  return { platform, estates, problems, unread }
}

/** Each once, by place, with the names of the file: an environment's `on` is its `cluster` there. */
function toldOnce(problems: readonly Problem[], { manifest }: ReadManifest): readonly Problem[] {
  const names = Object.values(sections).flatMap((section) => Object.keys(fieldsAt(manifest, section)))
  return new PlatformProblems(problems).problems.map((problem) => {
    const [, text] = /^'(.*)'$/.exec(problem.found) ?? []
    const near = text === undefined ? undefined : nearest(text, names.toSorted())
    const path = problem.path === 'on' && problem.of.startsWith('environment ') ? 'cluster' : problem.path
    return { ...problem, path, ...(near !== undefined && near !== text && { didYouMean: near }) }
  })
}

// What a slip spoils is left out where nothing else stands on it, and the rest is judged.
function withoutSlips(platform: Platform): Platform {
  const places = new Set(problemsOf(platform).map(({ at }) => placeText(at)))
  const isSound = (value: object) =>
    ![...reachable(value)].some((held) => makingOf(held)?.is !== 'environment' && places.has(placeText(atOf(held)?.at)))
  const making = makingOf(platform)
  if (places.size === 0 || !making) return platform
  const { promises, alerts, waivers } = platform
  const sound = { promises: promises.filter(isSound), alerts: alerts.filter(isSound), waivers: waivers.filter(isSound) }
  return making.remake({ ...making.given, ...sound }) as Platform
}

function placeText(at: Position | undefined): string {
  return at ? `${at.file}:${at.line}:${at.column}` : 'nowhere'
}

/** Where there are several clusters, the folder beside the document that a manifest lies in is called like its own. */
function objectsByCluster(
  document: ReadManifest,
  manifests: readonly ReadManifest[],
  clusters: readonly string[],
  unread: ReadProblem[],
): ReadonlyMap<string, readonly EstateObject[]> {
  const [only] = clusters
  const folder = document.at.file.slice(0, document.at.file.lastIndexOf('/') + 1)
  const clusterOf = ({ at: { file } }: ReadManifest) =>
    clusters.length === 1 ? only : file.startsWith(folder) ? file.slice(folder.length).split('/')[0] : undefined
  const byCluster = Map.groupBy(manifests, clusterOf)
  for (const [name, strays] of byCluster)
    if (name === undefined || !clusters.includes(name)) unread.push(...strays.map((one) => strayed(one, clusters)))
  const objects = clusters.map((name): [string, readonly EstateObject[]] => {
    const { objects, problems } = readObjects(byCluster.get(name) ?? [])
    unread.push(...problems)
    return [name, objects]
  })
  return new Map(objects)
}

function aside({ at, manifest }: ReadManifest, document: ReadManifest): ReadProblem {
  const says = `${manifest.kind} ${manifest.metadata.name} is not among what ${document.at.file} declares, which is a platform without manifests`
  return { ...at, says, next: "say it there, under includes: of its environment, or say 'kind: Promises' there" }
}

function strayed({ at, manifest }: ReadManifest, clusters: readonly string[]): ReadProblem {
  const says = `${manifest.kind} ${manifest.metadata.name} lies in the folder of no cluster`
  return { ...at, says, next: `move it into ${clusters.map((name) => `${name}/`).join(' or ')}` }
}
