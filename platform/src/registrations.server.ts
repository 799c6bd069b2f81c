import { registerJobs } from "./job/registry.server.ts";
import type { Registrations } from "./job/task.server.ts";

/**
 * What the rooms give the house: jobs, tasks, regular times. A room adds its own here, and nowhere else; the kernel
 * never imports a room.
 */
export const registrations: Registrations = {
	jobs: [],
	tasks: [],
	cron: [],
	sweeps: [],
};

registerJobs(registrations.jobs);
