// Everything that a platform can be written as, each loaded when it is asked for. To add one: a folder, and a line here.

import type { Renderer } from './renderer.ts'

export const renderers = {
  calm: async () => (await import('./calm/calm.ts')).calm,
  yaml: async () => (await import('./yaml/yaml.ts')).yaml,
  kubernetes: async () => (await import('./kubernetes/kubernetes.ts')).kubernetes,
} satisfies { readonly [id: string]: () => Promise<Renderer> }
