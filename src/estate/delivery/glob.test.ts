import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchesGitPath, matchesLooseGlob, matchesPath } from './glob.ts'

const rows: [match: typeof matchesPath, pattern: string, path: string, finds: boolean][] = [
  [matchesPath, 'apps/*', 'apps/cart', true],
  [matchesPath, 'apps/*', 'apps/cart/deep', false],
  [matchesPath, 'apps/ca?t', 'apps/cart', true],
  [matchesPath, 'apps/[a-c]*', 'apps/cart', true],
  [matchesPath, 'apps/[^a-c]*', 'apps/cart', false],
  [matchesPath, 'apps/[', 'apps/[', false],
  [matchesPath, 'a.b', 'axb', false],
  [matchesGitPath, 'envs/*.yaml', 'envs/deep/prod.yaml', true],
  [matchesGitPath, 'envs/**/prod.yaml', 'envs/a/b/prod.yaml', true],
  [matchesGitPath, 'envs', 'envs/prod.yaml', true],
  [matchesGitPath, 'envs', 'envs-old/prod.yaml', false],
  [matchesLooseGlob, '*.yaml', 'deep/web.yaml', true],
  [matchesLooseGlob, '{a,b}.yaml', 'b.yaml', true],
  [matchesLooseGlob, '{a,b}.yaml', 'c.yaml', false],
]

for (const [match, pattern, path, finds] of rows) {
  test(`glob: ${match.name} ${pattern} ${path}`, () => assert.equal(match(pattern, path), finds))
}
