// Host names with ports in a text, as settings of programs write them: URLs, lists of brokers, `orders:8080`.

/** A host and a port that a text names; the port is absent where the text leaves it to its reader. */
export interface Address {
  readonly host: string
  readonly port?: number
  /** Of a URL: `redis`. */
  readonly scheme?: string
  /** Nobody wrote the port: it is what the scheme means. */
  readonly isUsualPort?: true
}

// What a scheme means where no port is written: IANA's service names, and what the clients of these stores take.
const ports: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ws', 80],
  ['wss', 443],
  ['postgres', 5432],
  ['postgresql', 5432],
  ['mysql', 3306],
  ['mariadb', 3306],
  ['redis', 6379],
  ['rediss', 6379],
  ['mongodb', 27017],
  ['amqp', 5672],
  ['amqps', 5671],
  ['nats', 4222],
])

const name = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const hostAndPort = new RegExp(`^(${name}(?:\\.${name})*)\\.?(?::(\\d{1,5}))?$`)
// A scheme, then everything up to what cannot stand before a path.
const url = /([a-z][a-z0-9+.-]*):\/\/([^/\s?#;)}"'`<>\\]*)/gi
const bare = new RegExp(`(?<![\\w./@:$-])(${name}(?:\\.${name})*):(\\d{1,5})(?![\\w:.-])`, 'g')
// `pg_dump -h ledger-db -p 5432`, in a line of a shell.
const flags = new RegExp(
  `\\s(?:-h|--host)[\\s=](${name}(?:\\.${name})*)(?:\\s+(?:-p|--port)[\\s=](\\d{1,5}))?(?=\\s|$)`,
  'g',
)
// Longer than any setting: a file of this size is data.
const longest = 65_536

/** Every address that a text names, in its order; comments of files are not taken. */
export function addressesIn(text: string): readonly Address[] {
  if (text.length > longest) return []
  const lines = text.includes('\n') ? text.split('\n').filter((line) => !/^\s*(#|\/\/|;|--)/.test(line)) : [text]
  return lines.flatMap((line) =>
    mayNameHost(line)
      ? [...urlAddresses(line), ...bareAddresses(line.replaceAll(url, ' ')), ...flagAddresses(line)]
      : [],
  )
}

// Most settings are numbers and words: an address has a colon, or a flag before it.
function mayNameHost(line: string): boolean {
  return line.includes(':') || line.includes('-h')
}

/** A text that is nothing but a host name. */
export function hostIn(text: string): string | undefined {
  const [, host, port] = hostAndPort.exec(text.trim()) ?? []
  return port === undefined ? host : undefined
}

// `postgres://user:word@a:5432,b:5432/db`: several hosts stand in one place.
function urlAddresses(line: string): readonly Address[] {
  return [...line.matchAll(url)].flatMap(([, scheme = '', authority = '']) => {
    const isDatagram = /^(udp|file|unix|data)$/i.test(scheme)
    const hosts = isDatagram ? [] : authority.slice(authority.lastIndexOf('@') + 1).split(',')
    return hosts.flatMap((each) => addressOf(each)).map((address) => ofScheme(address, scheme.toLowerCase()))
  })
}

function bareAddresses(line: string): readonly Address[] {
  return [...line.matchAll(bare)].flatMap(([whole]) => addressOf(whole))
}

function flagAddresses(line: string): readonly Address[] {
  return [...line.matchAll(flags)].flatMap(([, host = '', port]) => addressOf(port ? `${host}:${port}` : host))
}

function addressOf(text: string): readonly Address[] {
  const [, host, written] = hostAndPort.exec(text) ?? []
  if (host === undefined) return []
  return [written === undefined ? { host } : { host, port: Number(written) }]
}

function ofScheme(address: Address, scheme: string): Address {
  const usual = ports.get(scheme)
  if (address.port !== undefined || usual === undefined) return { ...address, scheme }
  return { ...address, scheme, port: usual, isUsualPort: true }
}

// Schemes of no usual port.
const plain: ReadonlySet<string> = new Set(['tcp', 'tls', 'ssl', 'grpc', 'grpcs', 'h2c', 'kafka', 'ldap', 'smtp'])

/** Whether the host of a scheme is a machine: that of `s3://orders` is none. */
export function namesMachine(scheme: string): boolean {
  return ports.has(scheme) || plain.has(scheme)
}
