import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ToldRule, ToldSide } from './pair-sides.ts'
import { sideLines } from './pair-sides-text.ts'

const rule: ToldRule = {
  policy: 'NetworkPolicy/shop/web',
  rule: 0,
  action: 'allow',
  does: 'takes',
  decides: true,
  misses: [],
  at: { file: 'web.yaml', line: 9, column: 1 },
}
const miss: ToldRule = {
  ...rule,
  rule: 1,
  does: 'misses',
  decides: false,
  misses: [{ why: 'port', says: 'lets through TCP 443 only' }],
}
const side: ToldSide = {
  end: 'web',
  open: true,
  of: 'pods',
  isolatedBy: [{ policy: rule.policy, at: { file: 'web.yaml', line: 4, column: 1 } }],
  rules: [rule, miss],
}

const rows: [says: string, side: ToldSide, lines: string[]][] = [
  ['an address says nothing', { ...side, of: 'outside', isolatedBy: [], rules: [] }, []],
  [
    'a node',
    { ...side, of: 'node', isolatedBy: [], rules: [] },
    ['out  web has the network of its node, which policies do not isolate'],
  ],
  ['no policy', { ...side, isolatedBy: [], rules: [] }, ['out  no policy isolates web']],
  [
    'what is open: what opens it',
    side,
    ['out  web (web.yaml:4) isolates web', 'rule 1 of web lets it out (web.yaml:9)'],
  ],
  [
    'what is closed: what every rule misses',
    { ...side, open: false, rules: [miss] },
    ['out  web (web.yaml:4) isolates web', 'rule 2 of web does not take it: lets through TCP 443 only (web.yaml:9)'],
  ],
  [
    'two that isolate, void',
    { ...side, isVoid: true, rules: [], isolatedBy: [...side.isolatedBy, { policy: 'NetworkPolicy/shop/all' }] },
    ['out  web (web.yaml:4) and all isolate web, and the network plugin enforces none'],
  ],
  [
    'rules that refuse and pass, by name and kind',
    {
      ...side,
      open: false,
      isolatedBy: [],
      rules: [
        { ...rule, policy: 'AdminNetworkPolicy//first', name: 'on', action: 'pass', at: undefined },
        { ...rule, policy: 'AdminNetworkPolicy//last', name: 'off', action: 'deny', at: undefined },
        { ...rule, does: 'unasked' },
      ],
    },
    [
      'out  no policy isolates web: what no rule takes passes',
      'on of AdminNetworkPolicy first leaves it to the policies after it',
      'off of AdminNetworkPolicy last refuses it',
    ],
  ],
  [
    'what may',
    {
      ...side,
      open: undefined,
      rules: [
        { ...rule, does: 'may', unknown: 'nobody shows which' },
        { ...rule, does: 'may', onlyIf: 'it is one of them' },
      ],
    },
    [
      'out  web (web.yaml:4) isolates web',
      'rule 1 of web may take it: nobody shows which (web.yaml:9)',
      'rule 1 of web lets it out only if it is one of them (web.yaml:9)',
    ],
  ],
  [
    'no more than six',
    { ...side, open: false, rules: Array.from({ length: 8 }, () => ({ ...miss, at: undefined })) },
    [
      'out  web (web.yaml:4) isolates web',
      ...Array.from({ length: 6 }, () => 'rule 2 of web does not take it: lets through TCP 443 only'),
      '2 rules more: --format json',
    ],
  ],
]

for (const [says, told, lines] of rows)
  test(`reach, each direction: ${says}`, () =>
    assert.deepEqual(
      sideLines('out', told).map((line) => line.trim()),
      lines,
    ))
