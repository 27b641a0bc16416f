/** node-soap as it comes: no schema validation. */
import { listen } from './child.mjs';
import { nodeSoapServer } from './node-soap-services.mjs';

listen(await nodeSoapServer());
