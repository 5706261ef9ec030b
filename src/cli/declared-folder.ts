// A folder in which a document declares clusters and environments: with the manifests around it it is judged as the
// platform that it is. `seaworthy render kubernetes` writes such folders.

import { join } from 'node:path'
import { isPromises } from '../check/beside/is-promises.ts'
import { declaredBy } from '../check/declared/declared.ts'
import { isDeclaring } from '../check/declared/is-declaring.ts'
import type { Note, Unread } from '../check/report.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import { withPromises } from '../platform/slices.ts'
import { plainRead } from './folder/estate-notes.ts'
import { folderNotes } from './folder/folder-notes.ts'
import { kustomizedIn } from './folder/kustomized.ts'
import { plainCluster, told } from './folder/plain-cluster.ts'
import type { ReadFolder } from './folder.ts'
import type { FolderAsking, FolderEstates } from './folder-estates.ts'
import { nearName } from './near-paths.ts'
import { promisesBeside, unreadOf } from './promises-beside.ts'
import { Refusal } from './refusal.ts'

interface FolderDeclared {
  readonly whole?: FolderEstates
  readonly unread: readonly Unread[]
}

/** The estates; or, where a slip in the document spoils what it declares, only what is wrong. */
export function declaredFolder(folder: ReadFolder, asking: FolderAsking): FolderDeclared {
  const near = nearName()
  const all = plainCluster(folder)
  const isDocument = ({ manifest }: ReadManifest) => isPromises(manifest)
  const [document, ...others] = all.manifests.filter((one) => isDocument(one) && isDeclaring(one.manifest))
  if (!document) return { unread: [] }
  refuseSaid(document.at.file, asking)
  const { changing, unlisted } = kustomizedIn(folder)
  const declared = declaredBy(
    document,
    all.manifests.filter((one) => !isDocument(one)),
  )
  const unread = [
    ...all.unread.map(told),
    ...others.map(second(document)),
    ...[...folder.marks.charts, ...changing].sort().map((file) => notBuilt(near(file), document)),
    ...declared.problems.map(unreadOf),
  ]
  if (!('estates' in declared)) return { unread }
  const found = all.manifests.filter((one) => isDocument(one) && !isDeclaring(one.manifest))
  const { facts } = document.manifest
  const spoken = facts === undefined ? found : [...found, { ...document, manifest: withFactsAlone(document) }]
  const beside = promisesBeside(declared.estates, { found: spoken, given: asking.promises ?? [], doing: asking.doing })
  const platform = withPromises(declared.platform, [...declared.platform.promises, ...beside.promises])
  const whole: FolderEstates = {
    estates: beside.estates,
    unread: [...unread, ...declared.unread.map(told), ...beside.unread],
    notes: [
      plainRead(folder),
      ...folderNotes(folder),
      ...unlisted.map((file) => leftOut(near(join(folder.root, file)))),
    ],
    promises: platform.promises,
    platform,
    documents: [document, ...beside.documents],
  }
  return { whole, unread }
}

// What the document says of clusters is the whole of them.
function refuseSaid(file: string, asking: FolderAsking): void {
  for (const option of ['kubernetes', 'nodes', 'live', 'assume'] as const)
    if (asking[option] !== undefined)
      throw new Refusal(`${file} says itself what --${option} would say`, {
        doing: asking.doing,
        next: `leave --${option} out, or say it there under clusters:`,
      })
}

function withFactsAlone({ manifest: { apiVersion, kind, metadata, facts } }: ReadManifest): ReadManifest['manifest'] {
  return { apiVersion, kind, metadata, facts }
}

function second({ at: first }: ReadManifest) {
  return ({ at: { file, line, column } }: ReadManifest): Unread => ({
    file,
    line,
    column,
    says: `a second document declares environments; ${first.file} does so already`,
    next: 'one of them only, or one folder at a time',
  })
}

function leftOut(file: string): Note {
  const says = `${file} is judged, and no kustomization lists it: kubectl apply -k leaves it out`
  return { is: 'unknown', says, next: 'list it under resources:' }
}

function notBuilt(file: string, { at }: ReadManifest): Unread {
  const says = `charts and kustomizations are not built where ${at.file} declares what stands where`
  return { file, line: 1, says, next: 'build it into files, or move it out of this folder' }
}
