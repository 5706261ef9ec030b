// Everything that a platform can be written as. To add one: a folder, and a line here.

import { kubernetes } from './kubernetes/kubernetes.ts'
import type { Renderer } from './renderer.ts'

export const renderers = { kubernetes } satisfies { readonly [id: string]: Renderer }
