/** What of the settings the services are given, under their own names. */
import type { Config } from '../config.js';
import type { ServiceSettings } from '../services/noun-row.js';

export function serviceSettings(config: Config): ServiceSettings {
  const { limits, replies } = config;
  return {
    syncTimeout: replies.syncTimeout,
    commandDeadline: replies.commandDeadline,
    answerObjects: replies.objects,
    answerReadings: replies.readings,
    streamedReadings: replies.streamedReadings,
    contexts: config.contexts,
    operations: limits.operations,
    controlDevices: limits.controlDevices,
    disconnectDevices: limits.disconnectDevices,
    openRequests: limits.openRequests,
    catchUpReads: config.reads.catchUp,
    headEndSlots: limits.headEndSlots,
    urgentSlots: limits.urgentSlots,
    groupSlots: limits.groupSlots,
    duplicates: config.commands.duplicates,
    partSize: replies.partSize,
    controlMessageId: replies.controlMessageId,
    eventCodes: config.eventCodes,
    ...config.events,
  };
}
