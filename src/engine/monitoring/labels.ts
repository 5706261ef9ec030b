// What is known of the labels of series: which they may have at all, and what each must meet.

import type { Matcher, Matching } from '../../estate/promql/query.ts'
import { excludeAll } from './matching.ts'

type Test = Pick<Matcher, 'op' | 'value'>

export interface Labels {
  /** What each label meets; absent labels are empty texts. */
  readonly tests: ReadonlyMap<string, readonly Test[]>
  /** No labels but these; undefined where there may be any. */
  readonly only?: ReadonlySet<string>
}

export const noLabels: Labels = { tests: new Map(), only: new Set() }
export const anyLabels: Labels = { tests: new Map() }

const absent: readonly Test[] = [{ op: '=', value: '' }]

export function labelsOf(matchers: readonly Matcher[]): Labels {
  const named = Map.groupBy(matchers, ({ label }) => label)
  named.delete('__name__')
  return { tests: named }
}

/** The label that no text can be, if there is one. */
export function impossibleIn(matchers: readonly Matcher[]): readonly Matcher[] | undefined {
  return [...Map.groupBy(matchers, ({ label }) => label).values()].find(excludeAll)
}

function testsOf({ tests, only }: Labels, label: string): readonly Test[] {
  return only && !only.has(label) ? absent : (tests.get(label) ?? [])
}

/** Those that stay, and no others. */
export function keeping(labels: Labels, names: readonly string[]): Labels {
  const kept = names.filter((name) => !labels.only || labels.only.has(name))
  return { tests: new Map([...labels.tests].filter(([name]) => kept.includes(name))), only: new Set(kept) }
}

/** Without these: they are empty now. */
export function without(labels: Labels, names: readonly string[]): Labels {
  const tests = new Map(labels.tests)
  for (const name of names) tests.set(name, absent)
  return { ...labels, tests }
}

/** Where a label may have become anything. */
export function changing(labels: Labels, names: readonly string[]): Labels {
  const tests = new Map(labels.tests)
  for (const name of names) tests.delete(name)
  return { tests, ...(labels.only && { only: new Set([...labels.only, ...names]) }) }
}

/** What holds on either side. */
export function either(a: Labels, b: Labels): Labels {
  const said = (tests: readonly Test[]) => JSON.stringify(tests.map(({ op, value }) => [op, value]))
  const same = [...a.tests].filter(([label, tests]) => said(tests) === said(testsOf(b, label)))
  return { tests: new Map(same), ...(a.only && b.only && { only: new Set([...a.only, ...b.only]) }) }
}

/** The label in which two sides always differ, and so never find each other; undefined where they may. */
export function differing(left: Labels, right: Labels, { on, ignoring = [] }: Matching): string | undefined {
  const named =
    on ?? [...new Set([...left.tests.keys(), ...right.tests.keys()])].filter((name) => !ignoring.includes(name))
  return named.find((label) => {
    const of = [testsOf(left, label), testsOf(right, label)]
    return of.every((tests) => tests.length > 0) && excludeAll(of.flat())
  })
}

/** `job="a"`, or that there is none. */
export function sayLabel(labels: Labels, label: string): string {
  const tests = testsOf(labels, label)
  if (tests.every(({ op, value }) => op === '=' && value === '')) return `no label ${label}`
  return tests.map(({ op, value }) => `${label}${op}"${value}"`).join(', ')
}

/** Labels of what an operator gives for sides that found each other. */
export function joined(left: Labels, right: Labels, { on, ignoring = [], group, include = [] }: Matching): Labels {
  if (group) return changing(group === 'left' ? left : right, include)
  return on ? keeping(left, on) : without(left, ignoring)
}
