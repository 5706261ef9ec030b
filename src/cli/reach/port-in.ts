import { blockOf } from '../../engine/reachability/address.ts'

/** `shop/orders:8080` in its parts; an address has no port here. */
export function portIn(to: string): { readonly name: string; readonly port?: number } {
  const [, name = to, port] = /^(.*?):(\d{1,5})$/.exec(to) ?? []
  return port === undefined || blockOf(to) ? { name: to } : { name, port: Number(port) }
}
