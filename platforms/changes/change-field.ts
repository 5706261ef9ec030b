import { amend, withOption } from '../../src/platform/amend.ts'
import { makingOf } from '../../src/platform/made.ts'
import type { Platform } from '../../src/platform/model.ts'
import type { Field } from './fields.ts'

/** The same platform with one field said differently, wherever the noun stands; undefined takes it away. */
export function changeField(
  platform: Platform,
  { of, path }: Field,
  to: string | number | boolean | undefined,
): Platform {
  const given = makingOf(of)?.given
  return amend(platform, (value, options) =>
    value === of ? (withOption(options, path, to) as typeof given) : undefined,
  )
}
