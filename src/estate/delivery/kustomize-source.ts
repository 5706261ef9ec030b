// A kustomization of an Argo CD application, with what the application sets in it.
// Source: argo-cd@v3.0.12 util/kustomize/kustomize.go:118: `kustomize edit` in the folder itself.

import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type ApplicationSource, inEnvironment } from './application-source.ts'
import { textIn, textsIn } from './declared.ts'
import { hasKustomization } from './kustomization.ts'
import { type Piece, unseenPiece } from './piece.ts'

export function kustomizePiece(folder: string, source: ApplicationSource): Piece {
  const { fields, origin, repository } = source
  if (!hasKustomization(repository.tree, folder))
    return unseenPiece(origin, `${folder} holds no kustomization.yaml`, 'add one, or leave spec.source.kustomize out')
  const options = fieldsAt(fields, 'kustomize')
  return given<Piece>({ ...origin, is: 'kustomize', folder, edits: editsOf(options, source) })
}

function editsOf(options: Fields, source: ApplicationSource): Fields {
  const labels = fieldsAt(options, 'commonLabels')
  return given<Fields>({
    namePrefix: textIn(options.namePrefix),
    nameSuffix: textIn(options.nameSuffix),
    namespace: textIn(options.namespace),
    images: unlessNone(textsIn(options.images).map((image) => imageEdit(inEnvironment(image, source)))),
    replicas: unlessNone(fieldsIn(options.replicas).map(({ name, count }) => ({ name, count: Number(count) }))),
    patches: unlessNone(fieldsIn(options.patches)),
    components: unlessNone(textsIn(options.components)),
    commonAnnotations: unlessEmpty(fieldsAt(options, 'commonAnnotations')),
    ...(options.labelWithoutSelector === true
      ? {
          labels: [
            { pairs: labels, includeSelectors: false, includeTemplates: options.labelIncludeTemplates === true },
          ],
        }
      : { commonLabels: unlessEmpty(labels) }),
  })
}

/** `name=other:tag`, `name:tag`, `name@sha256:…` as an entry of images. Source: kustomize edit set image. */
function imageEdit(written: string): Fields {
  const [name = '', replaced] = written.includes('=') ? splitOnce(written, '=') : [undefined, written]
  const [untagged = '', digest] = splitOnce(replaced ?? '', '@')
  const colon = untagged.lastIndexOf(':')
  const hasTag = colon > untagged.lastIndexOf('/')
  const image = hasTag ? untagged.slice(0, colon) : untagged
  return given<Fields>({
    name: name === '' ? image : name,
    newName: name === '' || name === image ? undefined : image,
    newTag: hasTag ? untagged.slice(colon + 1) : undefined,
    digest,
  })
}

function splitOnce(text: string, sign: string): readonly string[] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

function unlessNone<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

function unlessEmpty(fields: Fields): Fields | undefined {
  return Object.keys(fields).length > 0 ? fields : undefined
}
