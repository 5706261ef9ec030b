import { make, type NounSpec } from '../make.ts'
import type { Tool } from '../model.ts'
import { flag, need, stated, text } from '../schema.ts'

export type ToolOptions = Omit<Tool, 'is' | 'name'>

export const toolSpec: NounSpec<ToolOptions, Tool> = {
  is: 'tool',
  word: 'tool',
  named: text,
  fields: { version: need(text, 'which one'), orNewer: flag, stated },
  build: (name, options) => ({ is: 'tool', name, ...options }),
}

/** A program that people or pipelines use against clusters. `tool('Helm', { version: '3.19', orNewer: true })` */
export function tool(name: string, options: ToolOptions): Tool {
  return make(toolSpec, name, options)
}
