import {
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  portNameProblem,
  qualifiedNameProblem,
} from '../../src/kubernetes/names.ts'
import type { Random } from '../random.ts'
import type { ValueComparison } from './comparison.ts'

// By the name that the Go program has for each rule.
const rules: Record<string, (name: string) => string | undefined> = {
  label: dnsLabelProblem,
  subdomain: dnsSubdomainProblem,
  service: dns1035LabelProblem,
  labelKey: qualifiedNameProblem,
  labelValue: labelValueProblem,
  portName: portNameProblem,
}

/** One text against one rule for names. */
export const names: ValueComparison = {
  asks: 'name',
  says: 'names: labels, subdomains, services, label keys and values, ports',
  cases: 100_000,
  invent: (random) => ({ rule: random.pick(Object.keys(rules)), text: inventName(random) }),
  wellFormed: ({ rule, text }) => Object.hasOwn(rules, String(rule)) && text !== undefined,
  ours: ({ rule, text }) => {
    const problem = rules[String(rule)]
    if (problem === undefined) throw new RangeError(`no rule ${rule}`)
    return { valid: problem(String(text)) === undefined }
  },
}

// Names near the edges of every rule: dashes and dots at ends, doubled, the lengths 15, 63 and 253, capitals.
const edges = [
  '',
  '-',
  '.',
  '_',
  '/',
  'a',
  'A',
  '0',
  'a-',
  '-a',
  'a.b',
  'a..b',
  'a.-b',
  'a_b',
  'a/b',
  'a/',
  '/b',
  'a/b/c',
  'A.b/C_d',
  'é',
  'a b',
  '..',
  '...',
  '..a',
  'a=b',
  'a\n',
  '1a',
  'http',
  '80',
  '8-0',
  'a--b',
  '100%',
  '5%',
  '05%',
  '101%',
  '%',
  '-1%',
  '1.5%',
]
const lengths = [1, 2, 14, 15, 16, 62, 63, 64, 65, 252, 253, 254, 316, 317, 318]
const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789']
const others = [...'-._/ABZ%=: ']

export function inventName(random: Random): string {
  return random.weighted([
    [3, () => random.pick(edges)],
    [6, () => word(random, random.int(1, 12))],
    [2, () => word(random, random.pick(lengths))],
    [2, () => `${word(random, random.int(1, 9))}/${word(random, random.int(1, 9))}`],
    [1, () => `${long(random)}/${word(random, random.pick([1, 62, 63, 64]))}`],
    [2, () => long(random)],
  ])()
}

function word(random: Random, length: number): string {
  const oddness = random.pick([0, 0, 0.05, 0.3])
  return random.text(length, () => (random.chance(oddness) ? random.pick(others) : random.pick(letters)))
}

// Labels of up to 63 characters, joined by dots, so that only the whole can be too long.
function long(random: Random): string {
  const whole = random.list(5, () => random.text(random.pick([1, 30, 62, 63]), () => random.pick(letters))).join('.')
  return whole.slice(0, random.pick([...lengths, whole.length])).replace(/\.$/, 'a')
}
