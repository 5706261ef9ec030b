import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelProblem,
  labelValueProblem,
  portNameProblem,
  qualifiedNameProblem,
} from './names.ts'

const questions = {
  dnsLabelProblem,
  dnsSubdomainProblem,
  dns1035LabelProblem,
  qualifiedNameProblem,
  labelValueProblem,
  portNameProblem,
}

const rows: [what: keyof typeof questions, name: string, problem: RegExp | undefined][] = [
  ['dnsLabelProblem', 'orders', undefined],
  ['dnsLabelProblem', '0-9', undefined],
  ['dnsLabelProblem', 'a'.repeat(63), undefined],
  ['dnsLabelProblem', 'a'.repeat(64), /64 characters/],
  ['dnsLabelProblem', '', /empty/],
  ['dnsLabelProblem', 'a.b', /only a-z/],
  ['dnsLabelProblem', '-a', /starts and ends/],
  ['dnsLabelProblem', 'Orders', /only a-z/],
  ['dnsLabelProblem', '__proto__', /only a-z/],
  ['dnsLabelProblem', 'orders\n', /only a-z/],
  ['dnsLabelProblem', 'é', /only a-z/],
  ['dnsSubdomainProblem', 'a.b-c.9', undefined],
  ['dnsSubdomainProblem', 'a..b', /each part/],
  ['dnsSubdomainProblem', `${'a'.repeat(253)}b`, /254 characters/],
  ['dns1035LabelProblem', 'orders-1', undefined],
  ['dns1035LabelProblem', '1-orders', /starts with a letter/],
  ['qualifiedNameProblem', 'app', undefined],
  ['qualifiedNameProblem', 'app.kubernetes.io/name', undefined],
  ['qualifiedNameProblem', 'Shop_A.b-c', undefined],
  ['qualifiedNameProblem', 'a/b/c', /more than one/],
  ['qualifiedNameProblem', '/name', /its prefix is empty/],
  ['qualifiedNameProblem', 'example.com/', /its name is empty/],
  ['qualifiedNameProblem', 'EXAMPLE.com/name', /its prefix may hold/],
  ['qualifiedNameProblem', '_app', /starts and ends/],
  ['qualifiedNameProblem', '__proto__', /starts and ends/],
  ['qualifiedNameProblem', 'constructor', undefined],
  ['labelValueProblem', '', undefined],
  ['labelValueProblem', '1.2_x', undefined],
  ['labelValueProblem', 'a b', /only letters/],
  ['labelValueProblem', 'x'.repeat(64), /64 characters/],
  ['portNameProblem', 'http-1', undefined],
  ['portNameProblem', '8080', /no letter/],
  ['portNameProblem', 'a--b', /two hyphens/],
  ['portNameProblem', 'metrics-and-more', /16 characters/],
  ['portNameProblem', '-a', /starts or ends/],
]
for (const [what, name, problem] of rows) {
  test(`${what} of ${JSON.stringify(name).slice(0, 40)}`, () => {
    const found = questions[what](name)
    if (problem === undefined) assert.equal(found, undefined)
    else assert.match(found ?? '', problem)
  })
}

test('a label says key or value', () => {
  assert.equal(labelProblem('app', 'orders'), undefined)
  assert.match(labelProblem('a b', 'orders') ?? '', /^label key "a b" may hold/)
  assert.match(labelProblem('app', 'a b') ?? '', /^label app has the value "a b", which may hold/)
  assert.match(labelProblem('on', true) ?? '', /value true, which is no text: quote it/)
})
