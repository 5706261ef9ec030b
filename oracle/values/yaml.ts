import { readManifests } from '../../src/kubernetes/read.ts'
import { isObject, type Json } from '../json.ts'
import { has, refused, type ValueComparison } from './comparison.ts'
import { inventDocument } from './yaml-text.ts'

// Whatever follows, it is read as a manifest.
const head = 'apiVersion: v1\nkind: Sample\nmetadata: {}\n'

/** A document of tricky YAML, read as a manifest. */
export const yaml: ValueComparison = {
  asks: 'yaml',
  says: 'YAML documents: taken or refused, and what stands in them',
  cases: 100_000,
  invent: (random) => ({ text: head + inventDocument(random) }),
  wellFormed: (asked) => has('text')(asked) && String(asked.text).startsWith(head),
  apart: ({ text }, theirs) => {
    if (!isObject(theirs)) return undefined
    return theirs.keysMeet === true ? keysMeet : mergedTwice(String(text), String(theirs.why))
  },
  ours: ({ text }) => {
    const { manifests, problems } = readManifests(String(text), 'sample.yaml')
    if (problems.length > 0 || manifests.length !== 1) return refused
    return { json: manifests[0]?.manifest as unknown as Json }
  },
}

// Theirs is the one or the other, as it happens; ours refuses them.
const keysMeet = 'two keys that are one in JSON, of which theirs takes either'

// Seaworthy refuses a key that is written twice, as strict reading does, and takes one that << brings once more, as kubectl does.
function mergedTwice(text: string, why: string): string | undefined {
  return text.includes('<<') && why.includes('already set in map')
    ? 'a key that << brings once more, as kubectl takes it'
    : undefined
}
