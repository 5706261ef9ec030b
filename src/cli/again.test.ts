import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saidAgain } from './again.ts'

const rows: [name: string, path: string, given: Parameters<typeof saidAgain>[1], says: string][] = [
  ['a path alone', './k8s', {}, './k8s'],
  [
    'what decides, in the order of help',
    'k8s',
    { nodes: ['prod=a.yaml', 'test=b.yaml'], kubernetes: '1.34', width: 80, unreached: true },
    'k8s --kubernetes 1.34 --nodes prod=a.yaml --nodes test=b.yaml',
  ],
  ['words of a sentence', 'k8s', { assume: ['cni enforces policy'] }, "k8s --assume 'cni enforces policy'"],
  ['a path with a quote and a blank', "it's here", {}, "'it'\\''s here'"],
]

for (const [name, path, given, says] of rows) test(`again: ${name}`, () => assert.equal(saidAgain(path, given), says))
