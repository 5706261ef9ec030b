import type { Component } from './component.ts'
import type { Environment } from './model.ts'

/** Whether an environment says anything of a component itself, and does not only take it over from the one that it is like. */
export function isDeclaredIn({ runs, sized, instead }: Environment, { name }: Component): boolean {
  return (
    runs.some((one) => one.is === 'component' && one.name === name) ||
    sized.some(({ component }) => component.name === name) ||
    instead.some(([, is]) => is.name === name)
  )
}
