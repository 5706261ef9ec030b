import { textOf } from './untrusted.ts'

/** `apps` of `apps/v1`; nothing for the core group. */
export function groupOf(apiVersion: unknown): string {
  const version = textOf(apiVersion) ?? ''
  return version.includes('/') ? (version.split('/')[0] ?? '') : ''
}
