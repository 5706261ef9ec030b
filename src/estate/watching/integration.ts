/**
 * What of Alertmanager tells those who are reached in this way; undefined where it posts to whatever answers at an address.
 * Source: https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings.
 */
export function integrationOf(by: string): 'pagerduty' | 'slack' | undefined {
  if (/pagerduty/i.test(by)) return 'pagerduty'
  return /slack/i.test(by) ? 'slack' : undefined
}
