/** The cert-manager whose controller and admission webhook this function does the work of; docs/cert-manager.md lists what newer ones change. */
export const certManagerVersion = 'v1.21.2'
