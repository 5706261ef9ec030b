// The custom resources that rendered platforms may hold, defined on a server by the files of those who make them.

import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { ApiServer } from '../apiserver.ts'
import { CannotGoOn } from '../programs.ts'

const root = join(import.meta.dirname, '..', '..')
/** Beside the project, or beside the folder of its checkouts. */
const besides = ['../shared/crds', '../../shared/crds'].map((path) => join(root, path, 'cloudnative-pg-1.30.0'))
const prometheusOperator = 'github.com/prometheus-operator/prometheus-operator@v0.85.0'
const externalSecrets = 'github.com/external-secrets/external-secrets@v1.3.2'

/** Defines what can be had; answers with what cannot, by name. */
export async function define(api: ApiServer): Promise<readonly string[]> {
  const postgres = besides.find((folder) => existsSync(folder))
  const monitoring = await moduleFolder(prometheusOperator)
  const secrets = await moduleFolder(externalSecrets)
  const folders = [
    postgres,
    monitoring && join(monitoring, 'example', 'prometheus-operator-crd'),
    secrets && join(secrets, 'config', 'crds', 'bases'),
  ]
  for (const folder of folders.filter((one) => one !== undefined)) await defineAll(api, folder)
  return [
    ...(postgres ? [] : ['CloudNativePG (../shared/crds is not there)']),
    ...(monitoring ? [] : [`Prometheus Operator (${prometheusOperator} cannot be had)`]),
    ...(secrets ? [] : [`External Secrets (${externalSecrets} cannot be had)`]),
  ]
}

async function moduleFolder(module: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('go', ['mod', 'download', '-json', module], {
      cwd: join(root, 'oracle/go'),
    })
    return (JSON.parse(stdout) as { readonly Dir?: string }).Dir
  } catch {
    return undefined
  }
}

const definitions = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'

async function defineAll(api: ApiServer, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort()
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8')
    if (!/^kind: CustomResourceDefinition$/m.test(text)) continue
    const { status, body } = await api.request('POST', definitions, text, { contentType: 'application/yaml' })
    if (status !== 201 && status !== 409)
      throw new CannotGoOn(`${file}: ${status} ${JSON.stringify(body).slice(0, 300)}`, 'look whether the file is whole')
    const [, name = ''] = /^ {2}name: (\S+)$/m.exec(text) ?? []
    await served(api, name)
  }
}

/** A definition is served a moment after it was taken. */
async function served(api: ApiServer, name: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { body } = await api.request('GET', `${definitions}/${name}`)
    if (/"type":"Established"/.test(JSON.stringify(body))) return
    await pause(50)
  }
  throw new CannotGoOn(`${name} is not served`, 'again, on a machine that is less busy')
}
