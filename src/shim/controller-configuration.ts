/**
 * Where cert-manager's own configuration file has the options that this function shares with it. All else in the file
 * is for the cluster alone.
 *
 * Source: pkg/apis/config/controller/v1alpha1/types.go of cert-manager, IngressShimConfig and GatewayAPIConfig.
 */
export const controllerConfiguration = {
  apiVersion: 'controller.config.cert-manager.io/v1alpha1',
  kind: 'ControllerConfiguration',
  sections: [
    {
      field: 'ingressShimConfig',
      settings: {
        defaultIssuerName: 'defaultIssuerName',
        defaultIssuerKind: 'defaultIssuerKind',
        defaultIssuerGroup: 'defaultIssuerGroup',
        defaultAutoCertificateAnnotations: 'defaultAutoCertificateAnnotations',
        extraCertificateAnnotations: 'extraCertificateAnnotations',
      },
      foreign: [],
    },
    {
      field: 'gatewayAPI',
      settings: { extraProtocols: 'gatewayAPIExtraProtocols' },
      foreign: ['enabled', 'enableListenerSet'],
    },
  ],
} as const
