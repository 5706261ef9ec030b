// A store has no page of metrics of its own: a container beside it in each pod asks it and exposes what it says.

import type { Metering, Workload } from '../component.ts'
import { list, port, record, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import { resources } from './fields.ts'
import type { ResourceOptions } from './options.ts'
import { present } from './workload.ts'

export interface ExporterOptions {
  /** Default: the usual one of the store. */
  readonly image?: string
  /** Default: the usual port of that exporter. */
  readonly port?: number
  /** Names of the metrics that are looked at, as alerts call them. */
  readonly names?: readonly string[]
  readonly requests?: ResourceOptions
  readonly limits?: ResourceOptions
  readonly stated?: Stated
}

export const exporterField = record("an exporter such as { requests: { cpu: '50m', memory: '64Mi' } }", {
  image: text,
  port,
  names: list(text),
  requests: resources,
  limits: resources,
  stated,
})

// The port of the exporter by name: a store's own port has the store's.
const portName = 'metrics'

/** The workload with its exporter in each pod. */
export function withExporter(
  workload: Workload,
  exporter: ExporterOptions | undefined,
  usual: { readonly image: string; readonly port: number } | undefined,
): Workload {
  if (!exporter) return workload
  const { image = usual?.image, port: number = usual?.port, requests, limits } = exporter
  if (image === undefined || number === undefined) return workload
  const ports = [{ name: portName, port: number, protocol: 'TCP' }] as const
  return { ...workload, beside: [present({ name: 'exporter', image, ports, requests, limits })] }
}

export function exporterMetering(exporter: ExporterOptions | undefined): Metering | undefined {
  if (!exporter) return undefined
  return present({ port: portName, path: '/metrics', metrics: exporter.names ?? [], stated: exporter.stated })
}
