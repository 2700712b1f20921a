import { version } from '../../package.json'

/** The program's name and version, as users see them. */
export const tool = { name: 'krm-ingress-shim', version }
