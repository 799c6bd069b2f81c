import autocannon from "autocannon";
import * as z from "zod";

/**
 * The users, as a process of its own: sends what it is asked to over IPC and answers with how long each answer took.
 * Every connection is one person with a session, who asks for the page again as soon as the last answer is whole.
 */
export const loadOrder = z.object({
	url: z.string(),
	seconds: z.number(),
	/** One connection each. */
	users: z.array(z.object({ cookie: z.string(), path: z.string() })),
});
export type LoadOrder = z.infer<typeof loadOrder>;

export const loadResult = z.object({
	/** Milliseconds from the request is sent to the answer is whole, one for each answer. */
	milliseconds: z.array(z.number()),
	seconds: z.number(),
	/** Bytes over the wire, all answers. */
	bytes: z.number(),
	/** Answers that were not 200, and requests with no answer. */
	failed: z.number(),
});
export type LoadResult = z.infer<typeof loadResult>;

/** What a browser says it can read. */
export const accepting = { "Accept-Encoding": "gzip, deflate, br", Accept: "text/html" };

process.on("message", async (message) => {
	const { url, seconds, users } = loadOrder.parse(message);
	const milliseconds: number[] = [];
	let [bytes, failed, next] = [0, 0, 0];
	const run = autocannon({
		url,
		connections: users.length,
		duration: seconds,
		timeout: 30,
		setupClient(client) {
			const user = users[next++ % users.length];
			if (user) client.setRequests([{ path: user.path, headers: { Cookie: user.cookie, ...accepting } }]);
		},
	});
	run.on("response", (_client, status, size, took) => {
		milliseconds.push(took);
		bytes += size;
		if (status !== 200) failed++;
	});
	const { errors, timeouts, duration } = await run;
	process.send?.({ milliseconds, seconds: duration, bytes, failed: failed + errors + timeouts } satisfies LoadResult);
});
