import { type RouteConfigEntry, route } from "@react-router/dev/routes";

/** A person's jobs, one job, and the stream that tells when it has moved on. */
export const jobRoutes: RouteConfigEntry[] = [
	route("jobs", "job/pages/jobs.tsx"),
	route("jobs/:id", "job/pages/job.tsx"),
	route("jobs/:id/events", "job/pages/job-events.ts"),
];
