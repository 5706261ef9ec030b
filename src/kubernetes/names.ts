// What Kubernetes takes as a name; each function gives what is wrong with one, or undefined.
// Source: k8s.io/apimachinery@v0.36.3/pkg/api/validate/content (dns.go, kube.go), pkg/util/validation/validation.go:313.

const dns1123Label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const dns1123Subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/
const dns1035Label = /^[a-z]([-a-z0-9]*[a-z0-9])?$/
const labelPart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/
const shortPart = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/

/** Names of namespaces, Pods' hosts and containers: RFC 1123 label, at most 63 characters. */
export function dnsLabelProblem(name: string): string | undefined {
  return (
    lengthProblem(name, 63) ??
    unless(dns1123Label, name, 'may hold only a-z, 0-9 and -, and starts and ends with a letter or digit')
  )
}

/** Names of most objects: RFC 1123 subdomain, labels joined by dots, at most 253 characters. */
export function dnsSubdomainProblem(name: string): string | undefined {
  return (
    lengthProblem(name, 253) ??
    unless(
      dns1123Subdomain,
      name,
      'may hold only a-z, 0-9, - and ., and each part starts and ends with a letter or digit',
    )
  )
}

/** Names of Services: RFC 1035 label, which starts with a letter. */
export function dns1035LabelProblem(name: string): string | undefined {
  return (
    lengthProblem(name, 63) ??
    unless(dns1035Label, name, 'may hold only a-z, 0-9 and -, starts with a letter and ends with a letter or digit')
  )
}

/** Keys of labels, annotations and taints: `name` or `prefix/name`, the prefix a DNS subdomain. */
export function qualifiedNameProblem(key: string): string | undefined {
  // Asked of every label there is: nearly all are right.
  if (shortPart.test(key)) return undefined
  const parts = key.split('/')
  if (parts.length > 2) return 'has more than one /'
  const name = parts.at(-1) ?? ''
  const prefix = parts.length === 2 ? parts[0] : undefined
  const prefixProblem = prefix === undefined ? undefined : dnsSubdomainProblem(prefix)
  if (prefixProblem !== undefined) return `its prefix ${prefixProblem}`
  const nameProblem =
    lengthProblem(name, 63) ??
    unless(labelPart, name, 'may hold only letters, digits, -, _ and ., and starts and ends with a letter or digit')
  return nameProblem === undefined || prefix === undefined ? nameProblem : `its name ${nameProblem}`
}

/** Values of labels: empty, or at most 63 characters. */
export function labelValueProblem(value: string): string | undefined {
  if (value === '' || shortPart.test(value)) return undefined
  return (
    lengthProblem(value, 63) ??
    unless(labelPart, value, 'may hold only letters, digits, -, _ and ., and starts and ends with a letter or digit')
  )
}

/** What is wrong with a label, its key first. */
export function labelProblem(key: string, value: unknown): string | undefined {
  const keyProblem = qualifiedNameProblem(key)
  if (keyProblem !== undefined) return `label key ${quote(key)} ${keyProblem}`
  if (typeof value !== 'string') return `label ${key} has the value ${say(value)}, which is no text: quote it`
  const valueProblem = labelValueProblem(value)
  return valueProblem === undefined ? undefined : `label ${key} has the value ${quote(value)}, which ${valueProblem}`
}

/** Names of container and Service ports: at most 15 of a-z, 0-9 and -, with a letter. */
export function portNameProblem(name: string): string | undefined {
  const length = lengthProblem(name, 15)
  if (length !== undefined) return length
  if (!/^[-a-z0-9]+$/.test(name)) return 'may hold only a-z, 0-9 and -'
  if (!/[a-z]/.test(name)) return 'holds no letter'
  if (name.includes('--')) return 'holds two hyphens in a row'
  return name.startsWith('-') || name.endsWith('-') ? 'starts or ends with a hyphen' : undefined
}

function lengthProblem(text: string, most: number): string | undefined {
  if (text === '') return 'is empty'
  // No character takes more than three bytes for each of its places in the text.
  if (text.length * 3 <= most) return undefined
  const bytes = new TextEncoder().encode(text).length
  return bytes > most ? `is ${bytes} characters long, at most ${most} are allowed` : undefined
}

function unless(shape: RegExp, text: string, problem: string): string | undefined {
  return shape.test(text) ? undefined : problem
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}

function say(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'of an object' : String(value)
}
