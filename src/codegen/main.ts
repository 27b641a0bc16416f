/** `npm run generate`: generates the repository's own contract (generate.ts). */
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { ContractError } from './model.js';

try {
  generate(fileURLToPath(new URL('../../', import.meta.url)), console.log);
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  console.error(`generate: ${error.message}`);
  process.exitCode = 1;
}
