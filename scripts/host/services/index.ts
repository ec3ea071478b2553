import type { ServiceRegistration } from '../runtime/contract.ts';

/** Every service that scripts can name, one row each. The membrane makes an instance when a script first mentions it. */
export const services: readonly ServiceRegistration[] = [];
