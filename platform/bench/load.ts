import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { readAnswers } from "./answer.ts";
import { sum } from "./spread.ts";

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
	/** From the request is sent to the answer is whole, one for each answer, with those that came after the time was up. */
	milliseconds: z.array(z.number()),
	/** How long the users went on asking. */
	seconds: z.number(),
	/** Answers that were whole before the time was up. */
	inTime: z.number(),
	/** Bytes over the wire, all answers. */
	bytes: z.number(),
	/** Users who got an answer that was not 200 or did not say how long it is, or got none. */
	failed: z.number(),
	/** Processor time of this process, which is not the product's, seconds. */
	cpu: z.number(),
});
export type LoadResult = z.infer<typeof loadResult>;

/** What a browser says it can read. */
export const accepting = { "Accept-Encoding": "gzip, deflate, br", Accept: "text/html" };

/** How long an answer is waited for, milliseconds. */
const patience = 30_000;

/** Bytes taken from the network at a time. */
const pieceSize = 65_536;

type Visits = { readonly milliseconds: number[]; inTime: number; bytes: number; failed: boolean };

process.on("message", async (message) => {
	const { url, seconds, users } = loadOrder.parse(message);
	const before = process.cpuUsage();
	const until = performance.now() + seconds * 1000;
	const all = await Promise.all(users.map((user) => visits(new URL(url), user, until)));
	const { user, system } = process.cpuUsage(before);
	process.send?.({
		milliseconds: all.flatMap((one) => one.milliseconds),
		seconds,
		inTime: sum(all.map((one) => one.inTime)),
		bytes: sum(all.map((one) => one.bytes)),
		failed: all.filter((one) => one.failed).length,
		cpu: (user + system) / 1e6,
	} satisfies LoadResult);
});

/** One user at work, until time is up and the last answer is whole, or one is not as it should be. */
async function visits({ host, hostname, port }: URL, user: LoadOrder["users"][number], until: number): Promise<Visits> {
	const made: Visits = { milliseconds: [], inTime: 0, bytes: 0, failed: true };
	const headers = Object.entries({ Host: host, Cookie: user.cookie, ...accepting });
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
	const request = Buffer.from(`GET ${user.path} HTTP/1.1\r\n${lines}\r\n`, "latin1");
	const buffer = Buffer.allocUnsafe(pieceSize);
	const read = readAnswers();
	let askedAt = 0;
	const ask = () => {
		askedAt = performance.now();
		socket.write(request);
	};
	const socket = connect({
		...{ host: hostname, port: Number(port), noDelay: true },
		onread: {
			buffer,
			callback(count) {
				const answer = read(buffer.subarray(0, count));
				if (answer === undefined) return true;
				const now = performance.now();
				if (answer?.status !== 200) {
					socket.destroy();
					return false;
				}
				made.milliseconds.push(now - askedAt);
				made.bytes += answer.bytes;
				if (now < until) {
					made.inTime++;
					ask();
				} else {
					made.failed = false;
					socket.destroy();
				}
				return true;
			},
		},
	});
	// Whoever is cut off has not come to the end, which is what is told.
	socket.on("connect", ask).on("error", () => {});
	const tooLate = new AbortController();
	const late = pause(until - performance.now() + patience, undefined, { signal: tooLate.signal }).then(
		() => socket.destroy(),
		() => {},
	);
	await new Promise((resolve) => socket.once("close", resolve));
	tooLate.abort();
	await late;
	return made;
}
