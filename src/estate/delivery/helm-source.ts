// A chart of an Argo CD application, with all that it is given.
// Values win in this order, weakest first: valueFiles, values or valuesObject, parameters and fileParameters.
// Source: argo-cd@v3.0.12 reposerver/repository/repository.go:1089, util/helm/cmd.go:373; in helm --set wins over --values.

import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type ApplicationSource, inEnvironment, sourceOfField } from './application-source.ts'
import { textIn, textsIn } from './declared.ts'
import { type GivenValues, type HelmPiece, type Piece, type SetValue, unseenPiece } from './piece.ts'
import { joinPath } from './tree.ts'
import { readYaml } from './yaml-file.ts'

export function helmPiece(chart: string, source: ApplicationSource): Piece {
  const { app, origin, fields } = source
  const helm = fieldsAt(fields, 'helm')
  const files = valueFiles(chart, helm, source)
  if ('fault' in files) return unseenPiece(origin, files.fault, files.next)
  const inline = inlineValues(helm, source)
  if (inline === 'no values')
    return unseenPiece(origin, 'its helm.values are no mapping', 'correct spec.source.helm.values')
  const parameters = setValues(chart, helm, source)
  if ('fault' in parameters) return unseenPiece(origin, parameters.fault, parameters.next)
  return given<HelmPiece>({
    ...origin,
    namespace: textIn(helm.namespace) ?? origin.namespace,
    is: 'helm',
    chart,
    release: textIn(helm.releaseName) ?? app.name,
    values: [...files.values, ...inline],
    set: parameters.set,
    skipsCrds: helm.skipCrds === true,
    kubernetes: textIn(helm.kubeVersion),
    apiVersions: textsIn(helm.apiVersions),
  })
}

interface Fault {
  readonly fault: string
  readonly next: string
}

function valueFiles(
  chart: string,
  helm: Fields,
  source: ApplicationSource,
): { values: readonly GivenValues[] } | Fault {
  const values: GivenValues[] = []
  for (const written of textsIn(helm.valueFiles)) {
    const file = fileNamed(written, chart, source)
    if (typeof file === 'object') return file
    if (source.repository.tree.hasFile(file)) values.push({ is: 'file', file })
    else if (helm.ignoreMissingValueFiles !== true)
      return { fault: `its values file ${written} is not there`, next: 'correct helm.valueFiles, or add the file' }
  }
  return { values }
}

/** A path of an application: beside the chart, from the root of the repository (`/`), or of another source (`$ref/`). */
function fileNamed(written: string, chart: string, source: ApplicationSource): string | Fault {
  const { refs, repository } = source
  const outside = { fault: `${written} lies outside this folder`, next: 'name the root of the repository' }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(written))
    return { fault: `its values file ${written} is remote and not fetched`, next: 'put the file into the repository' }
  const ref = refs.get(written.split('/')[0] ?? '')
  if (ref !== undefined) {
    if (!repository.isOwn(ref.repoURL))
      return {
        fault: `its values file ${written} is of another repository, ${ref.repoURL}`,
        next: 'check that one too',
      }
    const rest = inEnvironment(written.split('/').slice(1).join('/'), source)
    return repository.locate(rest) ?? outside
  }
  const path = inEnvironment(written, source)
  return (path.startsWith('/') ? repository.locate(path) : joinPath(chart, path)) ?? outside
}

function inlineValues(helm: Fields, source: ApplicationSource): readonly GivenValues[] | 'no values' {
  const object = fieldsAt(helm, 'valuesObject')
  if (Object.keys(object).length > 0)
    return [
      { is: 'inline', values: object, source: sourceOfField(source, 'helm', 'valuesObject'), path: ['valuesObject'] },
    ]
  const text = textIn(helm.values)
  if (text === undefined) return []
  const read = readYaml(text)
  if (read === null) return []
  if (typeof read !== 'object' || Array.isArray(read)) return 'no values'
  return [{ is: 'inline', values: read as Fields, source: sourceOfField(source, 'helm', 'values'), path: ['values'] }]
}

function setValues(chart: string, helm: Fields, source: ApplicationSource): { set: readonly SetValue[] } | Fault {
  const set: SetValue[] = []
  for (const [at, { name, value, forceString }] of fieldsIn(helm.parameters).entries()) {
    const path = ['helm', 'parameters', at, 'value']
    const written = inEnvironment(`${value ?? ''}`, source)
    const kind = forceString === true ? 'string' : 'value'
    set.push({ kind, name: `${name}`, value: escapedCommas(written), source: sourceOfField(source, ...path), path })
  }
  for (const [at, { name, path }] of fieldsIn(helm.fileParameters).entries()) {
    const file = fileNamed(`${path}`, chart, source)
    if (typeof file === 'object') return file
    if (!source.repository.tree.hasFile(file))
      return { fault: `its file parameter ${path} is not there`, next: 'correct helm.fileParameters, or add the file' }
    const place = ['helm', 'fileParameters', at, 'path']
    set.push({ kind: 'file', name: `${name}`, value: file, source: sourceOfField(source, ...place), path: place })
  }
  return { set: lastOfEach(set) }
}

// A map in Argo CD: of two parameters of one kind and name the last counts.
function lastOfEach(set: readonly SetValue[]): readonly SetValue[] {
  return [...new Map(set.map((one) => [`${one.kind} ${one.name}`, one])).values()]
}

// In --set a comma begins the next value, except in a list (cmd.go:354).
function escapedCommas(value: string): string {
  return value.startsWith('{') && value.endsWith('}') ? value : value.replace(/(?<!\\),/g, '\\,')
}
