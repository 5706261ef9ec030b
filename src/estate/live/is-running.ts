import { templatePath } from '../calls/settings.ts'
import type { EstateObject } from '../estate.ts'

/** Whether it is pods, or makes them. */
export function isRunning({ manifest }: EstateObject): boolean {
  return templatePath(manifest.kind) !== undefined
}
