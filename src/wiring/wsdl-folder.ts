/** Where the contract's files are, beside the program. */
import { fileURLToPath } from 'node:url';

export const wsdlFolder = fileURLToPath(new URL('../../wsdl', import.meta.url));
