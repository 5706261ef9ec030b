// Pieces of a deployment as manifests: plain files as they lie, charts and kustomizations by the real tools.

import { substituted } from '../../estate/delivery/flux-values.ts'
import type { Render, Rendered } from '../../estate/delivery/follow.ts'
import { helmOutput } from '../../estate/delivery/helm-output.ts'
import { closureOf } from '../../estate/delivery/kustomization.ts'
import { kustomizeOutput } from '../../estate/delivery/kustomize-output.ts'
import type { FilesPiece, HelmPiece, KustomizePiece } from '../../estate/delivery/piece.ts'
import type { Tree } from '../../estate/delivery/tree.ts'
import { readListed } from '../folder/read-listed.ts'
import type { CallAnswer } from './call.ts'
import { type HelmContext, preparedHelm } from './helm.ts'
import { preparedKustomize } from './kustomize.ts'
import type { Prepared } from './prepared.ts'

export interface Rendering extends HelmContext {
  readonly tree: Tree
  readonly call: (name: string, prepared: Prepared) => Promise<CallAnswer>
  /** A file of the tree as it is shown. */
  readonly nameFile: (file: string) => string
  /** Told of charts whose result differs from call to call. */
  readonly differs: (piece: HelmPiece, file: string) => void
}

export function rendererOf(rendering: Rendering): Render {
  return async (piece) => {
    if (piece.is === 'files') return filesOf(piece, rendering)
    return piece.is === 'helm' ? await helmOf(piece, rendering) : await kustomizeOf(piece, rendering)
  }
}

function filesOf(piece: FilesPiece, { disk, nameFile }: Rendering): Rendered {
  const { manifests, configs, problems } = readListed(disk, piece.files)
  const near = (file: string) => nameFile(file.slice(disk.root.length + 1))
  return {
    manifests: manifests.map((read) => ({ ...read, at: { ...read.at, file: near(read.at.file) } })),
    configs,
    problems: problems.map((problem) => ({ ...problem, file: near(problem.file) })),
    files: piece.files,
  }
}

async function helmOf(piece: HelmPiece, rendering: Rendering): Promise<Rendered> {
  const prepared = preparedHelm(piece, rendering)
  if ('fault' in prepared) return unseen(prepared, [])
  if (prepared.differs !== undefined) rendering.differs(piece, prepared.differs)
  const answer = await rendering.call(nameOfPiece(piece), prepared)
  if ('fault' in answer) return unseen(answer, prepared.files)
  const read = helmOutput(answer.text, piece, rendering.tree, rendering.nameFile)
  const after = piece.after === undefined ? undefined : await patched(answer.text, piece, rendering)
  if (after === undefined) return { manifests: read.manifests, problems: read.problems, files: prepared.files }
  if ('fault' in after) return unseen(after, prepared.files)
  const patchedRead = helmOutput(after.text, piece, rendering.tree, rendering.nameFile)
  return { manifests: patchedRead.manifests, problems: patchedRead.problems, files: prepared.files }
}

// Flux hands what a chart rendered to kustomize (spec.postRenderers).
async function patched(text: string, piece: HelmPiece, { call }: Rendering): Promise<CallAnswer> {
  const kustomization = JSON.stringify({ resources: ['rendered.yaml'], ...piece.after })
  return await call(`${nameOfPiece(piece)}-after`, {
    tool: 'kustomize',
    args: ['build', './after'],
    files: [],
    made: [
      ['after/rendered.yaml', text],
      ['after/kustomization.yaml', kustomization],
    ],
    links: [],
    inputs: [],
  })
}

async function kustomizeOf(piece: KustomizePiece, rendering: Rendering): Promise<Rendered> {
  const { tree, nameFile, call } = rendering
  const prepared = preparedKustomize(piece, tree)
  if ('fault' in prepared) return unseen(prepared, [])
  const answer = await call(nameOfPiece(piece), prepared)
  if ('fault' in answer) return unseen(answer, prepared.files)
  const text = piece.substitute === undefined ? answer.text : substituted(answer.text, piece.substitute)
  if (text === undefined) {
    const fault = 'its postBuild variables use a form of bash that is not read'
    return unseen({ fault, next: 'write the variables plainly, or with a default' }, prepared.files)
  }
  const read = kustomizeOutput(text, piece.folder, closureOf(tree, piece.folder, piece.edits), tree, nameFile)
  return { manifests: read.manifests, problems: read.problems, files: prepared.files }
}

function unseen({ fault, next }: { fault: string; next: string }, files: readonly string[]): Rendered {
  return { manifests: [], files, unseen: { says: fault, next } }
}

/** A name for a file: letters, digits and dashes only. */
function nameOfPiece({ cluster, id }: HelmPiece | KustomizePiece): string {
  return `${cluster}-${id}`.replace(/[^\w-]+/g, '-')
}
