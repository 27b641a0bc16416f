/** The suite of conversations: flows of a utility's day, each a test case that can be run by itself. */
import type { TestSuite } from './model.js';
import { commandConversations } from './command-conversations.js';
import { masterDataConversations } from './master-data-conversations.js';
import { reportConversations } from './report-conversations.js';

export const conversations: TestSuite = {
  name: 'Conversations',
  description: 'Flows of several messages. Final replies are fetched, since SoapUI cannot be called.',
  cases: [...reportConversations, ...commandConversations, ...masterDataConversations],
};
