// Services whose provider updates what runs, where it runs, in a window that their users may choose. As of 2026-11.

/** Where the provider says so, by the name of the service. */
export const patchedInPlace: { readonly [service: string]: string } = {
  rds: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Maintenance.html',
}
