/** What a name that somebody typed may mean in a cluster: `prod/shop/checkout` is `shop/checkout` of prod. */
export function namesIn(cluster: string, typed: string): readonly string[] {
  const prefix = `${cluster}/`
  return typed.startsWith(prefix) && typed.length > prefix.length ? [typed, typed.slice(prefix.length)] : [typed]
}
