import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PolicyPort } from '../../kubernetes/types.ts'
import { portClasses } from './port-classes.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, podClass, policyObject, sampleEstate } from './sample-estate.ts'

const web = (name: string, containerPort: number) =>
  podClass('x', name, { spec: { containers: [{ name: 'main', ports: [{ name: 'web', containerPort }] }] } })

/** What lists let through, as texts, at pods without names, then at each of the pods. */
function letBy(lists: readonly (readonly PolicyPort[])[], pods = [web('a', 80), web('b', 8080)]) {
  const policy = policyObject('x', 'in', { podSelector: {}, ingress: lists.map((ports) => ({ ports })) })
  const r = reachability(sampleEstate([...gridNamespaces, policy]), pods)
  const classes = portClasses(r)
  const said = (number: number) =>
    (classes.all[number] ?? []).map(({ protocol, first, last }) => `${protocol} ${first}-${last}`).join()
  const rules = r.policies[0]?.ingress ?? []
  const told = rules.map(({ ports }) =>
    [0, ...classes.naming].map((naming) => {
      const lets = classes.lets(ports, naming)
      return lets === 'all' ? lets : lets.map(said).join(' | ')
    }),
  )
  return { told, count: classes.all.length }
}

const rows: [name: string, lists: readonly (readonly PolicyPort[])[], told: readonly string[][], count: number][] = [
  ['no list: one class', [[]], [['all', 'all', 'all']], 1],
  ['one port, and all others', [[{ port: 80 }]], [['TCP 80-80', 'TCP 80-80', 'TCP 80-80']], 2],
  [
    'ports that stand in the same lists are one class',
    [[{ port: 80 }, { port: 53, protocol: 'UDP' }]],
    [Array(3).fill('TCP 80-80,UDP 53-53') as string[]],
    2,
  ],
  [
    'a range that another cuts',
    [[{ port: 80, endPort: 90 }], [{ port: 85, endPort: 95 }]],
    [Array(3).fill('TCP 80-84 | TCP 85-90') as string[], Array(3).fill('TCP 85-90 | TCP 91-95') as string[]],
    4,
  ],
  ['a protocol', [[{ protocol: 'SCTP' }]], [Array(3).fill('SCTP 1-65535') as string[]], 2],
  ['a name is another port at other pods', [[{ port: 'web' }]], [['', 'TCP 80-80', 'TCP 8080-8080']], 3],
  ['a name in another protocol is none', [[{ port: 'web', protocol: 'UDP' }]], [['', '', '']], 1],
  [
    'ports that there are not',
    [[{ port: 70_000 }, { port: -4, endPort: 0 }, { port: 9, endPort: 8 }]],
    [['', '', '']],
    1,
  ],
]

for (const [name, lists, told, count] of rows)
  test(`port classes: ${name}`, () => {
    assert.deepEqual(letBy(lists), { told, count })
  })
