// Under which names a CloudNativePG Cluster archives its log, and whose archive a replica cluster replays.
// Source: cloudnative-pg.io/docs, "Replica clusters"; api/v1/cluster_funcs.go (IsReplica, ServerName); pkg/management/barman.

import type { ArchiveName, EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { MadeFact, Near } from './maker.ts'
import { textIn } from './values.ts'

/** Where a Cluster writes its log; undefined where it writes none, or where nothing here shows. */
export function writtenArchive({ manifest }: EstateObject, near: Near): ArchiveName | undefined {
  const { name = '', namespace = '' } = manifest.metadata
  const spec = fieldsAt(manifest, 'spec')
  const store = fieldsAt(spec, 'backup', 'barmanObjectStore')
  if (textIn(store, 'destinationPath') !== undefined) return archiveIn(store, name)
  const plugin = fieldsIn(spec.plugins).find((one) => one.isWALArchiver === true)
  return plugin && archiveOfPlugin(plugin, namespace, near, name)
}

/** That a Cluster replays the archive of another one and takes no writes, until somebody promotes it. */
export function following(object: EstateObject, near: Near): MadeFact | undefined {
  const { name = '', namespace = '' } = object.manifest.metadata
  const spec = fieldsAt(object.manifest, 'spec')
  if (!isReplica(name, fieldsAt(spec, 'replica'))) return undefined
  const source = textIn(fieldsAt(spec, 'replica'), 'source')
  const external = fieldsIn(spec.externalClusters).find((one) => one.name === source)
  if (source === undefined || !external) return undefined
  const store = fieldsAt(external, 'barmanObjectStore')
  const archive =
    textIn(store, 'destinationPath') === undefined
      ? archiveOfPlugin(fieldsAt(external, 'plugin'), namespace, near)
      : archiveIn(store, source)
  return archive && { trait: 'follows', of: `StatefulSet/${namespace}/${name}`, archive }
}

// What says neither is as it was before there was a choice: no replica.
function isReplica(cluster: string, replica: Fields): boolean {
  if (typeof replica.enabled === 'boolean') return replica.enabled
  const primary = textIn(replica, 'primary')
  const self = textIn(replica, 'self')
  return (primary !== undefined || self !== undefined) && (self ?? cluster) !== primary
}

function archiveIn(store: Fields, usual: string): ArchiveName | undefined {
  const place = textIn(store, 'destinationPath')
  if (place === undefined) return undefined
  return given<ArchiveName>({
    place: withoutSlash(place),
    endpoint: withoutSlash(textIn(store, 'endpointURL')),
    server: textIn(store, 'serverName') ?? usual,
  })
}

// Who reads by the plugin and names no server: nothing here says what the plugin takes then.
function archiveOfPlugin(plugin: Fields, namespace: string, near: Near, usual?: string): ArchiveName | undefined {
  const parameters = fieldsAt(plugin, 'parameters')
  const name = textIn(parameters, 'barmanObjectName')
  const store = near
    .inNamespace('barmancloud.cnpg.io', 'ObjectStore', namespace)
    .find(({ manifest }) => manifest.metadata.name === name)
  const server = textIn(parameters, 'serverName') ?? usual
  return store && server !== undefined
    ? archiveIn(fieldsAt(store.manifest, 'spec', 'configuration'), server)
    : undefined
}

function withoutSlash<T extends string | undefined>(text: T): T {
  return (text?.endsWith('/') ? text.slice(0, -1) : text) as T
}
