// What the document has right: the reason of a verdict says so, with its figures.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgedWith } from './judged.ts'

const contexts = ['audityzer-eu', 'bakhmach-hub', 'cannabis-infusion', 'debt-defense-agent', 'slon-credit']

const rows: readonly (readonly [sound: string, verdict: string, rule: string, says: string])[] = [
  ['S01, S02: six contexts', 'figure/production/contexts', 'counted', '6, as stated'],
  ...contexts.map(
    (name) =>
      [`S03: ${name} has a service`, `belongs/bakhmach-business-hub/${name}`, 'has', `belongs to ${name}`] as const,
  ),
  [
    'S10: PostgreSQL 15 still gets fixes',
    'images/production/supported',
    'lives',
    'PostgreSQL 15 gets fixes until 2027-11-11, which is after',
  ],
  [
    'S14, S15: the same targets in both places',
    'recovers/production/any-failure/production',
    'row',
    'postgresql is promised back within 15m, with at most 5m lost',
  ],
  [
    'S20: six members are pairs of three',
    'assembled/production/redis',
    'followed',
    '6 members of redis are 3 masters with 3 that follow',
  ],
  [
    'S31: a mesh shares out a tenth, however many pods there are',
    'replaces/production/strategies',
    'share',
    'service-mesh shares out 10% of the calls to api-gateway',
  ],
  ['S33: signed for many to verify', 'signs-in/bakhmach-business-hub/provider/keycloak', 'signs', 'RS256'],
  [
    'S34: what is handed out ends before it may be had anew',
    'signs-in/bakhmach-business-hub/provider/keycloak',
    'lives',
    'is good for 1h, and is had anew for 7d',
  ],
  [
    'S35: bounded to a context',
    'signs-in/bakhmach-business-hub/access/Context Manager',
    'over',
    'in the context of each, of which there are 6',
  ],
  ['S40: a place that ends after a week', 'lives/development', 'lasts', 'development ends 7d after it was made'],
  ['S41: two in staging', 'replicas/staging/api-gateway', 'replicas', 'api-gateway has 2 to 10'],
  [
    'S45: three lie between two and ten',
    'autoscaling/production/auth-service',
    'begins',
    'it begins with 3 pods, between 2 and 10',
  ],
  [
    'S50: what is copied by the hour builds on what is copied by the day',
    'assembled/production/postgresql',
    'based',
    'incremental of postgresql builds on whole copies',
  ],
  [
    'S53: steps for all that has to be done',
    'scenarios/production/failover',
    'steps',
    'failover has a step for all that has to be done',
  ],
  ['S55: the same tools in both places', 'overlooks/bakhmach-business-hub/observability', 'stands', 'stands somewhere'],
  ['S64: rules that go together', 'gated/bakhmach-business-hub/automated-deployment', 'bound', 'errors: no critical'],
]

for (const [sound, verdict, rule, says] of rows)
  test(`sound: ${sound}`, () => {
    const reasons = judgedWith().verdicts.get(verdict)?.because ?? []
    const held = reasons.filter((reason) => reason.truth === true && reason.rule === rule)
    const lines = reasons.map((reason) => `${reason.truth} ${reason.rule}: ${reason.says.line}`).join('\n')
    assert.ok(
      held.some((reason) => reason.says.line.includes(says)),
      lines,
    )
  })
