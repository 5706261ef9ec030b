// Files hold the objects of a platform, and say what they are; what the platform declares beside them says whose they are.

import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { FieldPath } from '../../platform/field/field-line.ts'
import type { Environment } from '../../platform/model.ts'
import type { EstateObject, Source } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt } from '../import/fields.ts'
import { optionCited } from '../source.ts'
import { optionPaths } from '../where/option-paths.ts'
import type { Member } from './members.ts'
import { whyNotInFiles } from './not-in-files.ts'

interface Around {
  readonly environments: readonly Environment[]
  readonly members: readonly Member[]
}

/** The objects of files with their component and environment, and what no file holds; nothing else is there. */
export function asInFiles(
  declared: readonly EstateObject[],
  inFiles: readonly EstateObject[],
  { environments, members }: Around,
): readonly EstateObject[] {
  const byRef = new Map(declared.map((object) => [object.ref, object]))
  const byNamespace = new Map(environments.map(({ namespace, name }) => [namespace, name]))
  const shown = new Set(inFiles.map(({ ref }) => ref))
  const beside = declared.filter(
    (object) => !shown.has(object.ref) && (object.origin === 'brought' || whyNotInFiles(object) !== undefined),
  )
  return [
    ...inFiles.map((object) => placed(object, byRef.get(object.ref), byNamespace, { environments, members })),
    ...beside,
  ]
}

function placed(
  object: EstateObject,
  declared: EstateObject | undefined,
  byNamespace: ReadonlyMap<string, string>,
  around: Around,
): EstateObject {
  const { environment: _, ...rest } = object
  const environment = declared?.environment ?? byNamespace.get(namespaceOf(object.ref))
  const component = declared?.component ?? (environment === undefined ? undefined : componentOf(object))
  const { stated, statedOf } = declared?.source ?? citedBy(object, component, environment, around)
  return {
    ...rest,
    // What a team declares is whole, whoever has written the file.
    origin: declared?.origin === 'written' ? 'written' : 'lowered',
    ...(component !== undefined && { component }),
    ...(environment !== undefined && { environment }),
    source: { ...object.source, ...(stated && { stated }), ...(statedOf && { statedOf }) },
  }
}

// The document's lines for an option of the component are those for what it is made of.
function citedBy(
  { manifest }: EstateObject,
  component: string | undefined,
  environment: string | undefined,
  { environments, members }: Around,
): Pick<Source, 'stated' | 'statedOf'> {
  const place = environments.find(({ name }) => name === environment)
  const policies = manifest.kind === 'NetworkPolicy' ? place?.policies?.stated : undefined
  if (component === undefined) return given<Source>({ stated: policies ?? place?.stated })
  const member = members.find((one) => one.component.name === component && one.environment.name === environment)
  if (!member) return {}
  const statedOf = (path: FieldPath) => optionCited(member.component, optionPaths(path))
  const fields = Object.keys(fieldsAt(manifest, 'spec')).map((field) => statedOf(['spec', field]))
  return given<Source>({ stated: fields.find((stated) => stated !== undefined) ?? member.traits.stated, statedOf })
}

function namespaceOf(ref: Ref): string {
  const { kind, namespace, name } = partsOf(ref)
  return kind === 'Namespace' ? name : namespace
}

// Every object that is made of a component bears its name.
function componentOf({ manifest }: EstateObject): string | undefined {
  const name = fieldsAt(manifest, 'metadata', 'labels')['app.kubernetes.io/name']
  return typeof name === 'string' ? name : undefined
}
