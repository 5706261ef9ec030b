// Plain manifests of an Argo CD application.
// Source: argo-cd@v3.0.12 reposerver/repository/repository.go:1762 (which files count).

import { fieldsAt } from '../import/fields.ts'
import type { ApplicationSource } from './application-source.ts'
import { textIn } from './declared.ts'
import { matchesLooseGlob } from './glob.ts'
import { type Piece, unseenPiece } from './piece.ts'

export function directoryPiece(folder: string, { fields, origin, repository }: ApplicationSource): Piece {
  const { recurse, include, exclude } = fieldsAt(fields, 'directory')
  const { tree } = repository
  const near = recurse === true ? tree.filesBelow(folder) : tree.filesIn(folder)
  const files = near.filter((file) => {
    const path = folder === '' ? file : file.slice(folder.length + 1)
    const isLeftOut = textIn(exclude) !== undefined && matchesLooseGlob(`${exclude}`, path)
    return /\.(ya?ml|json)$/.test(path) && !isLeftOut && matchesLooseGlob(textIn(include) ?? '*', path)
  })
  const program = files.find((file) => file.endsWith('.jsonnet'))
  if (program !== undefined)
    return unseenPiece(
      origin,
      `${program} is Jsonnet, which is not evaluated`,
      'judge its result: jsonnet > built.json',
    )
  return { ...origin, is: 'files', files }
}
