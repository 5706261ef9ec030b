// A world of manifests with what their Prometheus and Alertmanager are told, for tests of alerting.

import type { EstateConfig } from '../../estate/estate.ts'
import { configIn } from '../../estate/import/configs.ts'
import { importManifests } from '../../estate/import.ts'
import { withMonitoring } from '../../estate/monitoring/with-monitoring.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { type World, worldOf } from '../world.ts'

export interface MonitoredOptions {
  readonly denied?: readonly string[]
  /** Plain files beside the manifests. */
  readonly plain?: { readonly [file: string]: string }
  /** Files that could not be read. */
  readonly unread?: readonly string[]
}

export function monitoredWorld(yaml: string, { denied = [], plain = {}, unread = [] }: MonitoredOptions = {}): World {
  const configs = Object.entries(plain).flatMap(([file, text]): readonly EstateConfig[] =>
    readManifests(text, file).others.flatMap((other) => configIn(other) ?? []),
  )
  const { estate } = importManifests(readManifests(yaml, 'shop.yaml').manifests, {
    kubernetes: '1.34',
    configs,
    unread: unread.map((file) => ({ file, line: 1, says: 'this is no YAML', next: 'correct it' })),
  })
  return worldOf([withMonitoring(estate)], { asOf: '2026-11-21', denied: new Set(denied) })
}
