/**
 * Jobs of commands that an earlier process has sent: their head end is told what they were, so that it can match what comes of them.
 * The rows of a command say all of it.
 */
import type { StoreReader } from '../ports/object-store.js';
import { jobPrefix, requestIdOf } from './command-flights.js';
import { jobOf } from './command-sender.js';
import { controlRequestOf } from './control-plan.js';
import type { HeadEndDesk } from './head-end-desk.js';

/** Makes a job known to its head end again; answers false when it is no job of a command, or its head end need not be told. */
export async function resumeJob(store: StoreReader, desk: HeadEndDesk, jobId: string): Promise<boolean> {
  if (!jobId.startsWith(jobPrefix)) return false;
  const request = await store.request(requestIdOf(jobId));
  if (request === undefined) return false;
  const tasks = (await store.tasks(request.id)).filter((task) => task.jobId === jobId);
  const [first] = tasks;
  const planned = controlRequestOf(request).controls.find(({ entry }) => entry === first?.entry);
  const headEnd = first && desk.headEndNamed(first.headEnd);
  if (headEnd?.resume === undefined || planned === undefined) return false;
  headEnd.resume(jobOf(jobId, planned, tasks, request.priority));
  return true;
}
