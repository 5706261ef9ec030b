// Quantities as people write them. The types catch most slips in the editor; what they let through is validated at run time.

export type Cpu = number | `${number}` | `${number}m`
export type Size = `${number}${'Ki' | 'Mi' | 'Gi' | 'Ti' | 'k' | 'M' | 'G' | 'T'}` | `${number}`
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}`
export type Percent = `${number}%`

/** A value somebody knows only roughly. Taken at the worse end where its field is monotone. */
export interface Range<T> {
  readonly from: T
  readonly to: T
}
