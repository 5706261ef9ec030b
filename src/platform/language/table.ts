import { combine } from '../combine.ts'
import type { Component } from '../component.ts'
import { make, type NounSpec } from '../make.ts'
import type { StoreTable } from '../model.ts'
import { need, noun, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'

export const tableSpec: NounSpec<Omit<StoreTable, 'is' | 'name'>, StoreTable> = {
  is: 'table',
  word: 'table',
  named: text,
  fields: { in: need(noun('component'), 'the store that it lies in'), stated },
  build: (name, options) => ({ is: 'table', name, ...options }),
}

/** A table of a store, as its writers and readers call it. `writes: [table(ledgerDb, 'entries')]` */
export function table(store: Component, name: string, options: { readonly stated?: Stated } = {}): StoreTable {
  return make(tableSpec, name, combine(options, { in: store }))
}
