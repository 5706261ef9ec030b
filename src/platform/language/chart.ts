import { make, type NounSpec } from '../make.ts'
import type { Chart, Command, Registry } from '../model.ts'
import { dnsName, flag, map, noun, set, stated, text } from '../schema.ts'
import { repeatedName } from './repeated-name.ts'

export type CommandOptions = Omit<Command, 'is' | 'line'>

export const commandSpec: NounSpec<CommandOptions, Command> = {
  is: 'command',
  word: 'command',
  named: text,
  fields: { in: set(noun('environment'), 1), by: noun('strategy'), stated },
  build: (line, options) => ({ is: 'command', line, ...options }),
}

/** A line that somebody types. `command('helm rollback shop', { in: [live] })` */
export function command(line: string, options: CommandOptions = {}): Command {
  return make(commandSpec, line, options)
}

export type ChartOptions = Partial<Omit<Chart, 'is' | 'name'>>

export const chartSpec: NounSpec<ChartOptions, Chart> = {
  is: 'chart',
  word: 'chart',
  named: text,
  fields: {
    path: text,
    deploys: set(noun('component')),
    makes: set(text),
    charts: set(noun('chart')),
    values: map(text, set(noun('environment'), 1)),
    commands: set(noun('command')),
    enlarges: flag,
    stated,
  },
  rules: (_, { charts = [] }, say) => repeatedName(charts, 'charts', say),
  build: (name, options) => ({
    is: 'chart',
    name,
    ...{ deploys: [], makes: [], charts: [], values: {}, commands: [] },
    ...options,
  }),
}

/** A Helm chart. `chart('shop', { deploys: [checkout], values: { 'values-live.yaml': [live] }, charts: [postgresql] })` */
export function chart(name: string, options: ChartOptions): Chart {
  return make(chartSpec, name, options)
}

export type RegistryOptions = Omit<Registry, 'is' | 'name'>

export const registrySpec: NounSpec<RegistryOptions, Registry> = {
  is: 'registry',
  word: 'registry',
  named: text,
  fields: {
    host: text,
    scans: flag,
    keepsTags: flag,
    writers: set(noun('team'), 1),
    secret: dnsName,
    stated,
  },
  build: (name, options) => ({ is: 'registry', name, ...options }),
}

/** Where images lie. `registry('images', { host: 'ghcr.io', scans: true, keepsTags: true })` */
export function registry(name: string, options: RegistryOptions): Registry {
  return make(registrySpec, name, options)
}
