import type { Rule } from '../manifest/rule.ts'

/**
 * The rules of the shim itself: what cert-manager's controller or webhook would refuse or skip. What looks further
 * than one source is in `checks`.
 */
export const shimRules = {
  malformedResource: {
    id: 'malformed-resource',
    severity: 'error',
    summary:
      'A source or Certificate has a field of the wrong type, or a name, that the API server would refuse.',
  },
  annotationNotString: {
    id: 'annotation-not-string',
    severity: 'error',
    summary: 'An annotation of a source is not a string; usually quotes are missing.',
  },
  templateNotRendered: {
    id: 'template-not-rendered',
    severity: 'error',
    summary: 'A field holds a template, {{ … }}, that nobody has rendered.',
  },
  placeholderUnresolved: {
    id: 'placeholder-unresolved',
    severity: 'warning',
    summary: 'A value that has to be known before a Certificate can be written is a placeholder.',
  },
  issuerUndetermined: {
    id: 'issuer-undetermined',
    severity: 'error',
    summary: 'A source asks for Certificates, but no issuer name can be found for it.',
  },
  issuerConflict: {
    id: 'issuer-conflict',
    severity: 'error',
    summary: 'The issuer annotations of a source contradict each other.',
  },
  duplicateSecretName: {
    id: 'duplicate-secret-name',
    severity: 'error',
    summary: 'Two TLS blocks of one Ingress name the same Secret.',
  },
  invalidAnnotation: {
    id: 'invalid-annotation',
    severity: 'error',
    summary: 'The value of an annotation cannot be read.',
  },
  certificateRejected: {
    id: 'certificate-rejected',
    severity: 'error',
    summary: "cert-manager's admission webhook would refuse the Certificate.",
  },
  tlsHostsMissing: {
    id: 'tls-hosts-missing',
    severity: 'warning',
    summary: 'A TLS block has no hosts and is skipped.',
  },
  tlsSecretNameMissing: {
    id: 'tls-secret-name-missing',
    severity: 'warning',
    summary: 'A TLS block has no secretName and is skipped.',
  },
  listenerSkipped: {
    id: 'listener-skipped',
    severity: 'warning',
    summary:
      'A TLS listener, or what another kind has in its place, cannot have a Certificate and is skipped.',
  },
  gatewayHostUnknown: {
    id: 'gateway-host-unknown',
    severity: 'info',
    summary: 'With hosts from Routes, a wildcard is left out of a Certificate, or a Route may not attach.',
  },
  traefikRuleInvalid: {
    id: 'traefik-rule-invalid',
    severity: 'error',
    summary: 'Traefik cannot read the rule of a route, and drops it.',
  },
  traefikAcmeInstead: {
    id: 'traefik-acme-instead',
    severity: 'warning',
    summary: 'A source asks for a Certificate, and has Traefik request one itself.',
  },
  tlsPassthrough: {
    id: 'tls-passthrough',
    severity: 'info',
    summary:
      'TLS is passed through to the backend, so that a certificate in front of it would never be served.',
  },
  routeCertificateUnreferenced: {
    id: 'route-certificate-unreferenced',
    severity: 'error',
    summary: 'A Route asks for a Certificate, but names no Secret that the router would serve it from.',
  },
  routeCertificateInline: {
    id: 'route-certificate-inline',
    severity: 'warning',
    summary: 'A Route asks for a Certificate, but holds one itself, which the router serves.',
  },
  routeHostUnknown: {
    id: 'route-host-unknown',
    severity: 'error',
    summary: 'A Route has no host, and the one that the router makes up is not known.',
  },
  secretElsewhere: {
    id: 'secret-elsewhere',
    severity: 'info',
    summary:
      'A source names a Secret in another namespace, where no Certificate is created unless that is allowed.',
  },
  delegationMissing: {
    id: 'delegation-missing',
    severity: 'error',
    summary:
      'An HTTPProxy names a Secret of another namespace, and no TLSCertificateDelegation there allows that.',
  },
  istioTlsModeMissing: {
    id: 'istio-tls-mode-missing',
    severity: 'warning',
    summary: 'A server of an Istio Gateway names a certificate but no mode, so Istio ignores it.',
  },
  istioNamespaceAssumed: {
    id: 'istio-namespace-assumed',
    severity: 'info',
    summary: 'The pods of an Istio Gateway are not known, and are taken to be in its own namespace.',
  },
  istioNamespaceAmbiguous: {
    id: 'istio-namespace-ambiguous',
    severity: 'error',
    summary: 'The pods of an Istio Gateway are in several namespaces, so its Secrets may be in any.',
  },
  credentialNamesAlike: {
    id: 'credential-names-alike',
    severity: 'info',
    summary: 'Both certificates of a server of an Istio Gateway get a key of the same algorithm.',
  },
  secretShared: {
    id: 'secret-shared',
    severity: 'error',
    summary: 'Two sources want different certificates in the same Secret; the first in the list gets it.',
  },
  certificateNotOurs: {
    id: 'certificate-not-ours',
    severity: 'warning',
    summary: 'A Certificate of that name already exists and was not made for this source; it is left alone.',
  },
  certificateRemoved: {
    id: 'certificate-removed',
    severity: 'info',
    summary:
      'A generated Certificate, or a Role or RoleBinding for its Secret, is removed, since no source needs it any more.',
    alwaysShown: true,
  },
  certificateKept: {
    id: 'certificate-kept',
    severity: 'warning',
    summary: 'A generated Certificate has no source any more, but may still be in use, and is kept.',
  },
  certificateFieldRemoved: {
    id: 'certificate-field-removed',
    severity: 'info',
    summary: 'A field of a generated Certificate is removed, since its source does not ask for it.',
    alwaysShown: true,
  },
  certificateNamesRemoved: {
    id: 'certificate-names-removed',
    severity: 'info',
    summary: 'A shared Certificate loses the names of a source that no longer shares its Secret.',
  },
  duplicateResource: {
    id: 'duplicate-resource',
    severity: 'error',
    summary: 'A resource is there twice in one directory, so nobody can tell which of the two is meant.',
  },
} as const satisfies Record<string, Rule>
