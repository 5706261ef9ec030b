import { type ChildProcess, spawn } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { Agent, request as httpsRequest } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Guard, startGuard } from './guard.ts'
import { type Json, readJson } from './json.ts'
import { built, CannotGoOn } from './programs.ts'
import { serverMinor } from './versions.ts'

export interface Reply {
  readonly status: number
  readonly body: Json
}

export interface RequestOptions {
  readonly dryRun?: boolean
  /** What the server does about unknown and repeated fields; `Strict` refuses them. */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore'
  /** For a body that is text; JSON without it. */
  readonly contentType?: string
}

export interface ApiServer {
  /** Minor version, `1.36`. */
  readonly minor: string
  /** `body`: an object is sent as JSON, a text as it is. Throws only where the server cannot be reached. */
  request(method: string, path: string, body?: Json | string, options?: RequestOptions): Promise<Reply>
  stop(): Promise<void>
  /** How another client comes in. */
  readonly door: {
    readonly url: string
    readonly caFile: string
    /** What was asked of the server, a line of JSON each. */
    readonly auditLog: string
    /** The token of a user without any right of its own. */
    readonly guestToken: string
    readonly adminToken: string
  }
}

/** Who `guestToken` is. */
export const guest = 'guest'

/** Which kube-apiserver is started. */
export interface Which {
  readonly program: 'kube-apiserver' | 'older-kube-apiserver'
  readonly minor: string
}

const usual: Which = { program: 'kube-apiserver', minor: serverMinor }

/** A real kube-apiserver over a real etcd, on loopback, as nobody's cluster: no controllers, no nodes. `flags` are its own. */
export async function startApiServer(
  tell: (line: string) => void = () => {},
  flags: readonly string[] = [],
  { program, minor }: Which = usual,
): Promise<ApiServer> {
  const [etcd, apiserver] = [await built('etcd', tell), await built(program, tell)]
  for (let tries = 1; ; tries++) {
    const folder = await mkdtemp(join(tmpdir(), 'seaworthy-oracle-'))
    const guard = startGuard(folder)
    try {
      return { ...(await startBoth({ etcd, apiserver }, folder, guard, flags)), minor }
    } catch (error) {
      await guard.end()
      if (tries === mostTries || !isPortTaken(error)) throw error
    }
  }
}

// A port that was free may be somebody else's before it is bound: two runs that start at once.
const mostTries = 4

function isPortTaken(error: unknown): boolean {
  return error instanceof CannotGoOn && error.message.includes('address already in use')
}

async function startBoth(
  programs: { etcd: string; apiserver: string },
  folder: string,
  guard: Guard,
  flags: readonly string[],
): Promise<Omit<ApiServer, 'minor'>> {
  const [token, guestToken] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')]
  const [client, peer, secure] = await freePorts(3)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await writeFile(join(folder, 'sa.key'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  await writeFile(
    join(folder, 'tokens.csv'),
    `${token},oracle,oracle,system:masters\n${guestToken},${guest},${guest}\n`,
    {
      mode: 0o600,
    },
  )
  await writeFile(join(folder, 'audit.yaml'), auditPolicy)

  const etcd = start(programs.etcd, etcdFlags(folder, client, peer), folder, guard)
  // Not before it stands: the port of an etcd that failed is another's, whose objects would be ours.
  await firstOf(untilListening(client), [etcd])
  const server = start(programs.apiserver, [...serverFlags(folder, client, secure), ...flags], folder, guard)
  const ca = await firstOf(certificate(folder), [etcd, server])
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca })
  const api: Omit<ApiServer, 'minor'> = {
    request: (method, path, body, options) => send({ agent, port: secure, token }, method, path, body, options),
    stop: async () => {
      agent.destroy()
      await guard.end()
    },
    door: {
      url: `https://127.0.0.1:${secure}`,
      caFile: join(folder, 'certs', 'apiserver.crt'),
      auditLog: join(folder, 'audit.log'),
      guestToken,
      adminToken: token,
    },
  }
  await firstOf(untilReady(api), [etcd, server])
  return api
}

// Reads of secrets and everything of the guest; all the rest would be a line for each of many thousand requests.
const auditPolicy = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [RequestReceived]
rules:
- level: Metadata
  users: [${guest}]
- level: Metadata
  resources: [{ group: '', resources: [secrets] }]
- level: None
`

function etcdFlags(folder: string, client: number, peer: number): string[] {
  const [clients, peers] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`]
  return [
    ...['--data-dir', join(folder, 'etcd'), '--unsafe-no-fsync', '--log-level', 'warn'],
    ...['--listen-client-urls', clients, '--advertise-client-urls', clients],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers, '--initial-cluster', `default=${peers}`],
  ]
}

function serverFlags(folder: string, client: number, secure: number): string[] {
  return [
    ...['--etcd-servers', `http://127.0.0.1:${client}`, '--bind-address', '127.0.0.1', '--secure-port', String(secure)],
    ...['--cert-dir', join(folder, 'certs'), '--token-auth-file', join(folder, 'tokens.csv')],
    ...[
      '--service-account-key-file',
      join(folder, 'sa.key'),
      '--service-account-signing-key-file',
      join(folder, 'sa.key'),
    ],
    ...['--service-account-issuer', 'https://kubernetes.default.svc', '--service-cluster-ip-range', '10.0.0.0/16'],
    ...[
      '--audit-policy-file',
      join(folder, 'audit.yaml'),
      '--audit-log-path',
      join(folder, 'audit.log'),
      '--allow-privileged',
      '--authorization-mode',
      'RBAC',
      '--max-requests-inflight',
      '3000',
      '--max-mutating-requests-inflight',
      '1000',
    ],
  ]
}

interface Part {
  readonly name: string
  readonly log: string
  readonly process: ChildProcess
}

function start(program: string, flags: readonly string[], folder: string, guard: Guard): Part {
  const name = program.split('/').at(-1) ?? program
  const log = join(folder, `${name}.log`)
  const out = openSync(log, 'w')
  const child = spawn(program, flags, { cwd: folder, stdio: ['ignore', out, out] })
  closeSync(out)
  guard.mind(child)
  return { name, log, process: child }
}

/** What is awaited, or the death of a part with the end of its log, whichever comes first. */
async function firstOf<T>(awaited: Promise<T>, parts: readonly Part[]): Promise<T> {
  const deaths = parts.map(
    (part) =>
      new Promise<never>((_, reject) => {
        part.process.once('exit', async (code) => {
          const log = await readFile(part.log, 'utf8').catch(() => '')
          const end = log.trim().split('\n').slice(-3).join('\n')
          reject(new CannotGoOn(`${part.name} ended with ${code}\n${end}`, 'again: npm run oracle'))
        })
      }),
  )
  return Promise.race([awaited, ...deaths])
}

async function untilListening(port: number): Promise<void> {
  await within(60, 'etcd', async () => {
    const { ok } = await fetch(`http://127.0.0.1:${port}/health`)
    if (!ok) throw new Error('not healthy')
  })
}

async function certificate(folder: string): Promise<Buffer> {
  return within(60, 'a certificate', () => readFile(join(folder, 'certs', 'apiserver.crt')))
}

async function untilReady(api: Pick<ApiServer, 'request'>): Promise<void> {
  await within(60, 'a ready API server', async () => {
    const { status } = await api.request('GET', '/readyz')
    if (status !== 200) throw new Error(`readyz answers ${status}`)
  })
}

async function within<T>(seconds: number, what: string, attempt: () => Promise<T>): Promise<T> {
  const until = performance.now() + seconds * 1000
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (performance.now() > until)
        throw new CannotGoOn(`no ${what} within ${seconds} s: ${error}`, 'again, on a machine that is less busy')
      await pause(50)
    }
  }
}

interface Door {
  readonly agent: Agent
  readonly port: number
  readonly token: string
}

function send(
  door: Door,
  method: string,
  path: string,
  body: Json | string | undefined,
  options: RequestOptions = {},
): Promise<Reply> {
  const query = new URLSearchParams()
  if (options.dryRun) query.set('dryRun', 'All')
  if (options.fieldValidation) query.set('fieldValidation', options.fieldValidation)
  const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
  const headers: Record<string, string | number> = { authorization: `Bearer ${door.token}`, accept: 'application/json' }
  if (payload !== undefined) {
    headers['content-type'] = options.contentType ?? 'application/json'
    headers['content-length'] = Buffer.byteLength(payload)
  }
  const target = query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`

  return new Promise((resolve, reject) => {
    const ask = httpsRequest(
      { host: '127.0.0.1', port: door.port, method, path: target, headers, agent: door.agent },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (chunk) => {
          text += chunk
        })
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: jsonOrText(text) }))
        reply.on('error', reject)
      },
    )
    ask.on('error', reject)
    ask.end(payload)
  })
}

function jsonOrText(text: string): Json {
  try {
    return readJson(text)
  } catch {
    return text
  }
}

async function freePorts(count: number): Promise<[number, number, number]> {
  const servers = await Promise.all(Array.from({ length: count }, listening))
  const ports = servers.map((server) => {
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : 0
  })
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))))
  return ports as [number, number, number]
}

function listening(): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}
