// What the API server says of a manifest, and manifests that rows are written with.
import { readManifests } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { admitInEach, admitObject, type ObjectAdmission } from './admit-object.ts'
import { sayRefusal } from './words.ts'

export function parse(text: string): Manifest {
  const { manifests, problems } = readManifests(text, 'row.yaml')
  if (problems.length > 0) throw new Error(`the row is not read: ${problems[0]?.says}`)
  return manifests[0]?.manifest as Manifest
}

export function says(text: string, minor = '1.36'): readonly string[] {
  const manifest = parse(text)
  const words = (admission: ObjectAdmission | undefined) => [
    ...(admission?.refused ?? []).map(sayRefusal),
    ...(admission?.notModelled ?? []).map((part) => `not modelled: ${part}`),
  ]
  const admission = admitObject(manifest, { minor })
  // What is judged once for several minors is what each says alone.
  for (const other of ['1.32', '1.34', '1.36'])
    if (words(admitInEach(manifest, [other, minor])[1]).join() !== words(admission).join())
      throw new Error(`${minor} after ${other} says something else`)
  return admission.refused.map(sayRefusal)
}

/** The fields that are refused, sorted, each once. */
export function refusedFields(text: string, minor = '1.36'): readonly string[] {
  return [...new Set(admitObject(parse(text), { minor }).refused.map(({ field }) => field))].sort()
}

/** Rows about one part: `of` puts what a row says into an object, `under` is where that stands. */
export interface Table {
  readonly about: string
  readonly of: (part: string) => string
  readonly under: string
  readonly rows: readonly (readonly [says: string, part: string, ...fields: string[]])[]
}

export const job = (spec: string, pod = 'restartPolicy: Never') => `
apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  ${spec}
  jobTemplate: {spec: {template: {spec: {${pod}, containers: [{name: c, image: i}]}}}}`
export const policy = (spec: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {}, ${spec}}`
export const named = (apiVersion: string, kind: string, rest: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n${rest}`
export const service = (spec: string) => named('v1', 'Service', `spec: {${spec}}`)
