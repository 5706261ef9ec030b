// Each row was asked of kube-apiserver 1.36.3.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { admitObject } from './admit-object.ts'
import { sayRefusal } from './words.ts'

function says(text: string): readonly string[] {
  const manifest = readManifests(text, 'row.yaml').manifests[0]?.manifest as Manifest
  return admitObject(manifest, { minor: '1.36' }).refused.map(sayRefusal)
}

test('a pod that asks null of a resource asks 0 of it', () => {
  const pod = (resources: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: x, resources: {${resources}}}]}\n`
  assert.deepEqual(says(pod('limits: {memory: 1G, cpu: null}, requests: {cpu: null}')), [])
  assert.deepEqual(
    says(pod('limits: {memory: 1G, foo: null}')),
    ['limits', 'requests'].map(
      (list) =>
        `spec.containers[0].resources.${list}[foo] "foo" is no resource of Kubernetes, and others have a domain before a /`,
    ),
  )
  assert.deepEqual(says(pod('limits: {memory: null}, requests: {memory: 1G}')), [
    'spec.containers[0].resources.requests memory request 1G is above the limit 0',
  ])
})
