import assert from 'node:assert/strict'
import { test } from 'node:test'
import { normalUrl } from './repository.ts'
import { application, sampleRepository } from './sample.ts'

test('repository: one address, however it is written', () => {
  const forms = [
    'https://git.example.com/team/shop.git',
    'https://user@git.example.com/team/shop/',
    'ssh://git@git.example.com/team/shop.git',
    'git@git.example.com:team/shop.git',
    'ssh://git@git.example.com:22/team/shop',
  ]
  assert.deepEqual([...new Set(forms.map(normalUrl))], ['git.example.com/team/shop'])
  assert.notEqual(normalUrl('https://git.example.com/team/shop-2'), normalUrl(forms[0] ?? ''))
})

const apps = ['here', 'other']
  .map((name) => application(name, `{ repoURL: 'https://git.example.com/${name}', path: ${name} }`))
  .join('---\n')

test('repository: the one whose paths are found here', () => {
  const { repository } = sampleRepository({ 'here/a.yaml': 'a: 1', 'apps.yaml': apps })
  assert.equal(repository.isOwn('git@git.example.com:here.git'), true)
  assert.equal(repository.isOwn('https://git.example.com/other'), false)
})

test('repository: what git calls its remote wins', () => {
  const { repository } = sampleRepository(
    { 'here/a.yaml': 'a: 1', 'apps.yaml': apps },
    { remotes: ['git@git.example.com:other.git'] },
  )
  assert.equal(repository.isOwn('https://git.example.com/other'), true)
  assert.equal(repository.isOwn('https://git.example.com/here'), false)
})
