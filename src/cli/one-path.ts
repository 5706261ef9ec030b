import { Refusal } from './refusal.ts'

/** The one path that a verb is about. */
export function onePath(rest: readonly string[], verb: string): string {
  const [path, ...more] = rest
  if (path !== undefined && more.length === 0) return path
  throw new Refusal(path === undefined ? 'no path was given' : `one path at a time, found ${rest.join(' ')}`, {
    doing: verb,
    next: `seaworthy ${verb} platform.ts, or a folder of manifests`,
  })
}
