/** As a name of Kubernetes may be: lower case letters, digits and hyphens (RFC 1123). */
export function slug(text: string, most = 50): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
  const words = plain.match(/[a-z0-9]+/g) ?? []
  return words.join('-').slice(0, most).replace(/-+$/, '') || 'unnamed'
}

/** Gives each key a name of its own, made of what it is called. */
export function namer(most = 50): (key: string, text: string) => string {
  const known = new Map<string, string>()
  const taken = new Set<string>()
  return (key, text) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const wanted = slug(text, most)
    let name = wanted
    for (let count = 2; taken.has(name); count++) name = `${slug(text, most - 4)}-${count}`
    taken.add(name)
    known.set(key, name)
    return name
  }
}
