/**
 * Every annotation that ingress-shim reads from a source or writes to a Certificate, spelled here and nowhere else.
 * The source is cert-manager's own `pkg/apis/certmanager/v1/types.go` and `pkg/apis/acme/v1/types.go`.
 */

/** Read from every kind of source. */
export const annotation = {
  /** Name of the Issuer in the source's namespace. */
  issuer: 'cert-manager.io/issuer',
  /** Name of the ClusterIssuer. */
  clusterIssuer: 'cert-manager.io/cluster-issuer',
  /** Kind of an issuer that is neither; goes with `issuer`. */
  issuerKind: 'cert-manager.io/issuer-kind',
  /** API group of an external issuer; goes with `issuer`. */
  issuerGroup: 'cert-manager.io/issuer-group',

  /** `spec.commonName`, 64 bytes at most. */
  commonName: 'cert-manager.io/common-name',
  /** More `spec.dnsNames`, separated by commas. */
  altNames: 'cert-manager.io/alt-names',
  /** More `spec.ipAddresses`, separated by commas. */
  ipSans: 'cert-manager.io/ip-sans',
  /** `spec.emailAddresses`, separated by commas. */
  emailSans: 'cert-manager.io/email-sans',

  /** `spec.subject.organizations`, CSV; so are the next six. */
  subjectOrganizations: 'cert-manager.io/subject-organizations',
  subjectOrganizationalUnits: 'cert-manager.io/subject-organizationalunits',
  subjectCountries: 'cert-manager.io/subject-countries',
  subjectProvinces: 'cert-manager.io/subject-provinces',
  subjectLocalities: 'cert-manager.io/subject-localities',
  subjectPostalCodes: 'cert-manager.io/subject-postalcodes',
  subjectStreetAddresses: 'cert-manager.io/subject-streetaddresses',
  /** `spec.subject.serialNumber`, as it stands. */
  subjectSerialNumber: 'cert-manager.io/subject-serialnumber',

  /** `spec.duration`, a Go duration of an hour or more. */
  duration: 'cert-manager.io/duration',
  /** `spec.renewBefore`, a Go duration of five minutes or more and shorter than `duration`. */
  renewBefore: 'cert-manager.io/renew-before',
  /** `spec.renewBeforePercentage`, an integer; not together with `renewBefore`. */
  renewBeforePercentage: 'cert-manager.io/renew-before-percentage',
  /** `spec.usages`, separated by commas. */
  usages: 'cert-manager.io/usages',
  /** `spec.revisionHistoryLimit`, 1 or more. */
  revisionHistoryLimit: 'cert-manager.io/revision-history-limit',

  /** `spec.privateKey.algorithm`: RSA, ECDSA or Ed25519. */
  privateKeyAlgorithm: 'cert-manager.io/private-key-algorithm',
  /** `spec.privateKey.encoding`: PKCS1 or PKCS8. */
  privateKeyEncoding: 'cert-manager.io/private-key-encoding',
  /** `spec.privateKey.size`, in bits. */
  privateKeySize: 'cert-manager.io/private-key-size',
  /** `spec.privateKey.rotationPolicy`: Never or Always. */
  privateKeyRotationPolicy: 'cert-manager.io/private-key-rotation-policy',
  /** `spec.secretTemplate`, as JSON with `annotations` and `labels` and nothing else. */
  secretTemplate: 'cert-manager.io/secret-template',

  /** `"true"`: HTTP-01 edits the source itself instead of making an Ingress of its own. */
  editInPlace: 'acme.cert-manager.io/http01-edit-in-place',
  /** Ingress class for HTTP-01, in the old notation. */
  http01IngressClass: 'acme.cert-manager.io/http01-ingress-class',
  /** ingressClassName for HTTP-01. */
  http01IngressClassName: 'acme.cert-manager.io/http01-ingress-ingressclassname',
} as const

/** Read from Gateways and ListenerSets only. */
export const listenerAnnotation = {
  /** Names of listeners to leave out, separated by commas. */
  ignoreTlsListeners: 'cert-manager.io/ignore-tls-listeners',
  /** On a ListenerSet: HTTP-01 routes attach to its parent Gateway. */
  parentRefFallback: 'acme.cert-manager.io/http01-parentreffallback',
} as const

/** Known to cert-manager on other kinds; of the sources, only OpenShift's Routes read some of them. */
export const foreignAnnotation = {
  /** URIs of a Certificate, which cert-manager notes on its Secret. */
  uriSans: 'cert-manager.io/uri-sans',
  /** The issuer of a Certificate, which cert-manager notes on its Secret. */
  issuerName: 'cert-manager.io/issuer-name',
  /** The Certificate that a Secret or CertificateRequest belongs to. */
  certificateName: 'cert-manager.io/certificate-name',
  /** The issuance that a CertificateRequest is for. */
  certificateRevision: 'cert-manager.io/certificate-revision',
  /** The Secret with the key that signs a CertificateRequest for a SelfSigned issuer. */
  privateKeySecretName: 'cert-manager.io/private-key-secret-name',
  /** A label of the Secret that holds the next private key. */
  nextPrivateKey: 'cert-manager.io/next-private-key',
  /** These three ask cainjector to write a CA into a webhook, CustomResourceDefinition or APIService. */
  injectCaFrom: 'cert-manager.io/inject-ca-from',
  injectCaFromSecret: 'cert-manager.io/inject-ca-from-secret',
  injectApiServerCa: 'cert-manager.io/inject-apiserver-ca',
  /** Lets cainjector read a Secret. */
  allowDirectInjection: 'cert-manager.io/allow-direct-injection',
  /** Custom fields for a Venafi issuer, as JSON; read from Certificates. */
  venafiCustomFields: 'venafi.cert-manager.io/custom-fields',
  /** The request that a CertificateRequest waits for at a Venafi issuer. */
  venafiPickupId: 'venafi.cert-manager.io/pickup-id',
} as const

/** The domain of cert-manager's annotations before v0.11, which nothing reads any more. */
export const legacyDomain = 'certmanager.k8s.io'

/**
 * Names in the old domain that changed with it or went away; all others kept their name. Source: the release notes of
 * cert-manager v0.11.
 */
export const legacyNames = {
  'acme-http01-edit-in-place': annotation.editInPlace,
  'acme-http01-ingress-class': annotation.http01IngressClass,
  'acme-challenge-type': undefined,
  'acme-dns01-provider': undefined,
} as const

/**
 * Names that no release of cert-manager knows and that people write all the same: fields of a Certificate, names of other
 * projects or of proposals.
 */
export const mistakenNames = {
  'skip-sign-listener': listenerAnnotation.ignoreTlsListeners,
  'skip-sign-listeners': listenerAnnotation.ignoreTlsListeners,
  'subject-alternative-names': annotation.altNames,
  'subject-alternative-name': annotation.altNames,
  'subject-alt-names': annotation.altNames,
  'alternative-names': annotation.altNames,
  'dns-names': annotation.altNames,
  sans: annotation.altNames,
  'ip-addresses': annotation.ipSans,
  'email-addresses': annotation.emailSans,
  'key-algorithm': annotation.privateKeyAlgorithm,
  'key-encoding': annotation.privateKeyEncoding,
  'key-size': annotation.privateKeySize,
  'rotation-policy': annotation.privateKeyRotationPolicy,
} as const

/** ingress-nginx serves hosts that no rule names for these: aliases separated by commas, and the host with or without `www.`. */
export const nginxAnnotation = {
  serverAlias: 'nginx.ingress.kubernetes.io/server-alias',
  fromToWwwRedirect: 'nginx.ingress.kubernetes.io/from-to-www-redirect',
} as const

/** cert-utils-operator copies the Secret that this names into a Route of OpenShift. */
export const certsFromSecret = 'cert-utils-operator.redhat-cop.io/certs-from-secret'

/** Read from Traefik's kinds only, as by the programs that make Certificates from these in a cluster. */
export const traefikAnnotation = {
  /** `"true"`: the resource is no source. */
  ignore: 'cert-manager.io/ignore',
} as const

/** This project's own on a Gateway of Istio. */
export const istioAnnotation = {
  /** The namespace of the gateway's pods, in which Istio looks for the Secrets of the Gateway. */
  secretNamespace: 'ingress-shim.fn.kpt.dev/secret-namespace',
} as const

/** This project's own on any resource: the rules that it doesn't want to hear of. */
export const ignoreAnnotation = 'ingress-shim.fn.kpt.dev/ignore'

/** This project's own on a source, `"true"`: it shares its Secrets with the other sources that have it. */
export const shareAnnotation = 'ingress-shim.fn.kpt.dev/share'

/** Written to Certificates. */
export const certificateAnnotation = {
  /** This project's own: the source as `Kind/name`, those of a shared Secret with commas between; what carries it is ours. */
  source: 'ingress-shim.fn.kpt.dev/source',
  overrideIngressName: 'acme.cert-manager.io/http01-override-ingress-name',
  overrideIngressClass: 'acme.cert-manager.io/http01-override-ingress-class',
  overrideIngressClassName: 'acme.cert-manager.io/http01-override-ingress-ingressclassname',
  issueTemporaryCertificate: 'cert-manager.io/issue-temporary-certificate',
  parentRefKind: 'acme.cert-manager.io/http01-parentrefkind',
  parentRefName: 'acme.cert-manager.io/http01-parentrefname',
  parentRefNamespace: 'acme.cert-manager.io/http01-parentrefnamespace',
} as const

/** The label of kubectl's ApplySets; on a Certificate it would make `kubectl apply --prune` delete it. */
export const applySetLabel = 'applyset.kubernetes.io/part-of'

/** An annotation in the notation of a result's `field.path`. */
export function annotationPath(key: string): string {
  return `metadata.annotations[${key}]`
}
