import { missing, signedIn } from "../../visit.server.ts";
import { isOver, maySeeJob } from "../rules.ts";
import { findJobRow } from "../store.server.ts";
import type { Route } from "./+types/job-events";

/** How often the job is looked at, milliseconds. */
const interval = 1_000;
/** The browser comes back by itself; a stream that is never ended would hold a server that wants to stop. */
const longest = 60_000;

/** Server-sent events: `moved` when the job has moved on since last time, `over` when it has ended. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
	const { actor, reading } = signedIn(context, request);
	const look = () => reading((work) => findJobRow(work, params.id)).catch(() => undefined);
	const first = await look();
	if (!first || !maySeeJob(actor, first)) missing();
	const started = Date.now();
	const encoder = new TextEncoder();
	let seen = "";
	const events = new ReadableStream<Uint8Array>({
		start(stream) {
			stream.enqueue(encoder.encode("retry: 1000\n\n"));
		},
		async pull(stream) {
			const job = await look();
			const now = job ? `${job.state} ${job.attempt} ${job.progressDone}/${job.progressOf} ${job.step}` : seen;
			const ended = job !== undefined && isOver(job.state);
			if (ended) stream.enqueue(encoder.encode("event: over\ndata:\n\n"));
			else if (now !== seen) stream.enqueue(encoder.encode("event: moved\ndata:\n\n"));
			else stream.enqueue(encoder.encode(":\n\n"));
			seen = now;
			if (ended || request.signal.aborted || Date.now() - started > longest) stream.close();
			else await new Promise((resolve) => setTimeout(resolve, interval));
		},
	});
	return new Response(events, {
		headers: {
			"Content-Type": "text/event-stream",
			"Cache-Control": "no-store, no-transform",
			"X-Accel-Buffering": "no",
		},
	});
}
