import { readFile } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import type { ApiServer } from '../apiserver.ts'
import { isObject, type JsonObject, readJson } from '../json.ts'
import { CannotGoOn } from '../programs.ts'

export interface WatchEvent {
  readonly is: 'added' | 'modified' | 'deleted'
  readonly object: JsonObject
  /** `performance.now()` when it was read. */
  readonly atMs: number
}

export interface Watch {
  stop(): void
  /** Rejects where the server ends it. */
  readonly broken: Promise<never>
}

/** All objects of a kind as they are, and then as they change; answers once the server has begun. */
export async function watch({ door }: ApiServer, path: string, on: (event: WatchEvent) => void): Promise<Watch> {
  const agent = new Agent({ ca: await readFile(door.caFile) })
  const headers = { authorization: `Bearer ${door.adminToken}`, accept: 'application/json' }
  let isStopped = false
  let fail: (error: Error) => void = () => {}
  const broken = new Promise<never>((_, reject) => {
    fail = (error) => isStopped || reject(error)
  })
  broken.catch(() => {})
  const ended = () => fail(new CannotGoOn(`the watch of ${path} ended`, 'again: npm run oracle -- --only timers'))
  return new Promise((resolve, reject) => {
    const ask = request(`${door.url}${path}?watch=1&timeoutSeconds=86400`, { agent, headers }, (reply) => {
      let rest = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        const atMs = performance.now()
        for (const line of lines) if (line !== '') told(line, atMs, on)
      })
      reply.on('end', ended)
      reply.on('error', ended)
      resolve({
        broken,
        stop: () => {
          isStopped = true
          ask.destroy()
          agent.destroy()
        },
      })
    })
    ask.on('error', (error) => {
      reject(error)
      ended()
    })
    ask.end()
  })
}

function told(line: string, atMs: number, on: (event: WatchEvent) => void): void {
  const { type, object } = readJson(line) as { type: string; object: JsonObject }
  const is = ({ ADDED: 'added', MODIFIED: 'modified', DELETED: 'deleted' } as const)[type]
  if (is !== undefined && isObject(object)) on({ is, object, atMs })
}
