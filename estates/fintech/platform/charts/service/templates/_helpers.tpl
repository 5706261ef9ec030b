{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Release.Name }}
{{- end -}}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/part-of: {{ .Values.team | default .Release.Namespace }}
app.kubernetes.io/version: {{ .Values.image.tag | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{/* peers: a caller or a called one, by namespace and name */}}
{{- define "service.peer" -}}
- namespaceSelector:
    matchLabels:
      {{- if .namespaceLabels }}
      {{- toYaml .namespaceLabels | nindent 6 }}
      {{- else }}
      kubernetes.io/metadata.name: {{ .namespace }}
      {{- end }}
  {{- if .name }}
  podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .name }}
  {{- end }}
{{- end -}}
