import type { SecurityOptions } from '../../platform/component.ts'
import { given, unlessEmpty } from '../given.ts'
import { sortedTexts } from '../order.ts'

type SecurityContext = { readonly [field: string]: unknown }

/** What is said for the pod as a whole. */
export function podSecurity(options: SecurityOptions = {}): SecurityContext | undefined {
  return unlessEmpty(
    given<SecurityContext>({
      runAsNonRoot: options.nonRoot,
      runAsUser: options.user,
      fsGroup: options.volumeGroup,
      seccompProfile: options.seccomp && { type: options.seccomp },
    }),
  )
}

/** What the API only takes on a container. */
export function containerSecurity(options: SecurityOptions = {}): SecurityContext | undefined {
  return unlessEmpty(
    given<SecurityContext>({
      readOnlyRootFilesystem: options.readOnlyRoot,
      capabilities: options.drop && { drop: sortedTexts(options.drop) },
    }),
  )
}
