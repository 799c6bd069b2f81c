import { createContext } from "react-router";

/** What every line of log and every audit entry of one request shares. */
export type CurrentRequest = {
	readonly requestId: string;
	/** The network address the request came from; null where nobody knows. */
	readonly address: string | null;
};

/**
 * Handed on from the door to pages, and with the house they are given to all they do. It is not looked up in an
 * AsyncLocalStorage: in Node 20 that makes every promise of the program dearer. None under the development server.
 */
export const currentRequest = createContext<CurrentRequest | null>(null);

/**
 * Where a request came from. Each proxy of ours appends the address it saw to X-Forwarded-For, so the one to believe
 * is counted from the right; anything further left was written by the sender.
 */
export function senderAddress(
	socket: string | undefined,
	forwarded: string | undefined,
	proxies: number,
): string | null {
	if (proxies === 0) return socket ?? null;
	const hops = (forwarded ?? "").split(",").map((hop) => hop.trim());
	return hops.at(-proxies) || (socket ?? null);
}

/** A path fit for a log: secrets in it (answer-by-link tokens, calendar feeds) are covered. */
export function loggedPath(path: string): string {
	return path.replace(/[A-Za-z0-9_-]{40,}/g, "…");
}
