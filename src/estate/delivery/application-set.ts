// An Argo CD ApplicationSet as the applications that it makes.
// Source: argo-cd@v3.0.12 applicationset/controllers/template/template.go:17.

import type { Manifest } from '../../kubernetes/types.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { type Declared, textIn, textsIn } from './declared.ts'
import { fill, fillText } from './fill.ts'
import type { Generating } from './generating.ts'
import { deepMerged, parametersOf } from './generators.ts'
import { TemplateFault } from './go-template-parse.ts'
import { type UnseenPiece, unseenPiece } from './piece.ts'
import type { Repository } from './repository.ts'
import { readYaml } from './yaml-file.ts'

export interface Generated {
  readonly applications: readonly Declared[]
  readonly unseen: readonly UnseenPiece[]
}

export function applicationsOf(set: Declared, repository: Repository): Generated {
  const { spec } = set
  const isStrict = textsIn(spec.goTemplateOptions).includes('missingkey=error')
  const generating = { isGo: spec.goTemplate === true, isStrict, repository }
  const applications: Declared[] = []
  const unseen: UnseenPiece[] = []
  for (const [at, generator] of fieldsIn(spec.generators).entries()) {
    try {
      const template = deepMerged(fieldsAt(spec, 'template'), ownTemplate(generator)) as Fields
      for (const parameters of parametersOf(generator, generating))
        applications.push(applicationOf(set, template, parameters, generating))
    } catch (error) {
      if (!(error instanceof TemplateFault)) throw error
      unseen.push(unseenOf(set, at, error.message))
    }
  }
  return { applications, unseen }
}

// A generator may bring a template of its own; what it says wins.
function ownTemplate(generator: Fields): Fields {
  const [own] = ['list', 'git', 'matrix', 'merge'].map((kind) => fieldsAt(generator, kind, 'template'))
  return own ?? {}
}

function applicationOf(set: Declared, template: Fields, parameters: Fields, generating: Generating): Declared {
  const filled = fill(template, parameters, generating)
  const patch = textIn(set.spec.templatePatch)
  const patched = patch === undefined ? filled : deepMerged(filled, patchOf(fillText(patch, parameters, generating)))
  const name = textIn(fieldsAt(patched, 'metadata').name) ?? ''
  if (name === '' || name.includes('{{')) throw new TemplateFault(`the name of its template stays ${name || 'empty'}`)
  const metadata = { ...fieldsAt(patched, 'metadata'), name, namespace: set.namespace }
  const spec = fieldsAt(patched, 'spec')
  const manifest: Manifest = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata, spec }
  return {
    manifest,
    ref: `Application/${set.namespace}/${name}`,
    name,
    namespace: set.namespace,
    spec,
    source: {
      at: set.source.at,
      lineOf: (path) => set.source.lineOf?.(['spec', 'template', ...path]) ?? set.source.at,
    },
  }
}

function patchOf(text: string): unknown {
  const read = readYaml(text)
  if (read === undefined) throw new TemplateFault('its templatePatch is no YAML once it is filled')
  return read ?? {}
}

function unseenOf(set: Declared, at: number, says: string): UnseenPiece {
  const template = fieldsAt(set.spec, 'template', 'spec', 'destination')
  const fixed = (value: unknown) => (typeof value === 'string' && !value.includes('{{') ? value : undefined)
  const origin = {
    id: `${set.namespace}/${set.name}${at === 0 ? '' : `#${at + 1}`}`,
    by: set.ref,
    cluster: fixed(template.name) ?? 'in-cluster',
    namespace: fixed(template.namespace),
    source: set.source,
  }
  return unseenPiece(origin, says, 'name its applications with a list generator, or judge a snapshot of the cluster')
}
