// In which region a zone lies: providers make the name of a zone of that of its region.

export interface ZoneForm {
  readonly provider: 'aws' | 'azure' | 'gcp'
  /** The region within the name of a zone. */
  readonly zone: RegExp
  readonly region: RegExp
  readonly source: string
  readonly asOf: string
}

const forms: readonly ZoneForm[] = [
  {
    provider: 'aws',
    // `us-east-2a`, and of local and wavelength zones `us-west-2-lax-1a`, `us-east-1-wl1-bos-wlz-1`.
    zone: /^([a-z]{2,}(?:-[a-z]+)+-\d+)(?:[a-z]|-[a-z0-9-]+)$/,
    region: /^[a-z]{2,}(?:-[a-z]+)+-\d+$/,
    source: 'docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
    asOf: '2026-11-22',
  },
  {
    provider: 'gcp',
    zone: /^([a-z]+-[a-z]+\d+)-[a-z]$/,
    region: /^[a-z]+-[a-z]+\d+$/,
    source: 'docs.cloud.google.com/compute/docs/regions-zones',
    asOf: '2026-11-22',
  },
  {
    provider: 'azure',
    zone: /^([a-z]+\d*)-[1-3]$/,
    region: /^[a-z]+\d*$/,
    source: 'learn.microsoft.com/azure/aks/availability-zones',
    asOf: '2026-11-22',
  },
]

export interface KnownZone {
  readonly region: string
  readonly known: string
}

/** Where a zone lies whose name tells it; undefined for one that anybody may have called so, and for a letter alone. */
export function regionOfZone(zone: string, provider?: ZoneForm['provider']): KnownZone | undefined {
  for (const { provider: of, zone: form, source, asOf } of forms) {
    if (provider !== undefined && of !== provider) continue
    const region = form.exec(zone)?.[1]
    if (region !== undefined) return { region, known: `${source} (${asOf})` }
  }
  return undefined
}

/** Whether it is a region by its form, as the provider of the zone names regions. */
export function isRegionLike(zone: KnownZone, region: string): boolean {
  return forms.some((form) => zone.known.startsWith(form.source) && form.region.test(region))
}

/** The last letter or figure of a zone, as people say it where the region is said beside it: `a`, `1`. */
export function isZoneOfAny(zone: string): boolean {
  return /^(?:[a-z]|\d)$/.test(zone)
}
