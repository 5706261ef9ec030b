// npm run facts: how many facts of each document are proven, by kind, from the tests that ran just now.
// With --json: every row by its id, as { "GX-105": "proven", "GX-104": "not yet: why" }.

import { run } from 'node:test'
import { platforms } from '../platforms/facts/all.ts'
import type { Fact, FactKind } from '../platforms/facts/fact.ts'

const kinds: readonly FactKind[] = [
  'express',
  'check',
  'secure',
  'render',
  'run',
  'deliver',
  'drill',
  'observe',
  'document',
]

/** Rows that are a platform's duty before anything runs. */
const before: readonly FactKind[] = ['express', 'check', 'secure']

const files = Object.keys(platforms).map((folder) => `platforms/${folder}/facts.test.ts`)
const { passed, failed } = await ran(files)

if (process.argv.includes('--json')) console.log(JSON.stringify(standings(), null, 2))
else for (const [folder, { facts }] of Object.entries(platforms)) print(folder, facts)

process.exitCode = failed.length > 0 ? 1 : 0

async function ran(files: readonly string[]): Promise<{ passed: ReadonlySet<string>; failed: readonly string[] }> {
  const passed = new Set<string>()
  const failed: string[] = []
  const stream = run({ files: [...files] })
  stream.on('test:pass', ({ name }) => passed.add(idOf(name)))
  stream.on('test:fail', ({ name, details }) => failed.push(`${name}\n${details.error.message}`))
  for await (const _ of stream);
  for (const fault of failed) console.error(fault)
  return { passed, failed }
}

function idOf(name: string): string {
  return name.split(':')[0] ?? ''
}

function standings(): { readonly [id: string]: string } {
  const facts = Object.values(platforms).flatMap(({ facts }) => facts)
  return Object.fromEntries(facts.map((fact) => [fact.id, standingOf(fact)]))
}

function standingOf(fact: Fact): string {
  if ('why' in fact) return `not yet: ${fact.why}`
  return passed.has(fact.id) ? 'proven' : 'not yet: its test fails'
}

function print(folder: string, facts: readonly Fact[]): void {
  const isProven = (fact: Fact) => standingOf(fact) === 'proven'
  const row = (title: string, of: readonly Fact[]) =>
    console.log(`  ${title.padEnd(24)} ${String(of.filter(isProven).length).padStart(4)} / ${of.length}`)

  console.log(`${folder}: facts that are proven, by the kind that their row names first`)
  for (const kind of kinds)
    row(
      kind,
      facts.filter(({ kinds: [main] }) => main === kind),
    )
  row('all', facts)
  row(
    `beside: ${before.join(', ')}`,
    facts.filter(
      ({ kinds: [main, ...others] }) => !before.includes(main) && others.some((kind) => before.includes(kind)),
    ),
  )
  for (const fact of facts)
    if (!isProven(fact) && before.includes(fact.kinds[0]))
      console.log(`  ${fact.id} ${fact.title}: ${standingOf(fact)}`)
}
