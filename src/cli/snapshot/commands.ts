// The commands of a snapshot, as argument lists for kubectl: `get` and nothing else.

export interface Target {
  readonly context: string
  readonly kubeconfig?: string
  /** Only these namespaces; the whole cluster where there is none. */
  readonly namespaces: readonly string[]
}

/** The version of the server. */
export function versionCommand(target: Target): readonly string[] {
  return ['get', '--raw', '/version', ...to(target)]
}

/** All objects of one resource, in the whole cluster or in one namespace, a page at a time. */
export function listCommand(resource: string, namespace: string | undefined, target: Target): readonly string[] {
  const where = namespace === undefined ? ['--all-namespaces'] : ['--namespace', namespace]
  return ['get', resource, ...where, '--output', 'json', '--chunk-size', '500', ...to(target)]
}

function to({ context, kubeconfig }: Target): readonly string[] {
  return ['--context', context, ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]), ...patience]
}

const patience = ['--request-timeout', '60s']

/** A command as a person would type it. */
export function typed(command: readonly string[]): string {
  return ['kubectl', ...command].map(quoted).join(' ')
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
