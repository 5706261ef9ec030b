/** What a text that could not be read shows of what it would have held; each is absent where that may be anything. */
export interface Hint {
  readonly kinds?: readonly string[]
  readonly namespaces?: readonly string[]
}

/** Reads the lines of a document that are plain enough to be sure of: one kind, one namespace, no list and no template. */
export function hintsIn(document: string): Hint {
  if (document.includes('{{')) return {}
  const kinds = [...document.matchAll(/^kind:[ \t]*["']?([A-Za-z][A-Za-z0-9]*)["']?[ \t]*(?:#.*)?\r?$/gm)]
  const versions = document.match(/^apiVersion:/gm) ?? []
  const [kind] = kinds.map(([, name]) => name)
  if (kind === undefined || kinds.length > 1 || versions.length !== 1 || kind.endsWith('List')) return {}
  const namespace = onlyNamespace(document)
  return { kinds: [kind], ...(namespace === undefined ? {} : { namespaces: [namespace] }) }
}

// Of its metadata: one line that says namespace, and no other line like it at that depth or above.
function onlyNamespace(document: string): string | undefined {
  const metadata = /^metadata:[ \t]*(?:#.*)?\r?\n((?:[ \t]+.*\n|[ \t]*\r?\n)*)/m.exec(document)?.[1] ?? ''
  const found = [...metadata.matchAll(/^ {1,4}namespace:[ \t]*["']?([a-z0-9-]+)["']?[ \t]*(?:#.*)?\r?$/gm)]
  return found.length === 1 ? found[0]?.[1] : undefined
}
