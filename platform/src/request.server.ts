import { AsyncLocalStorage } from "node:async_hooks";

/** What every line of log and every audit entry of one request shares. */
type CurrentRequest = {
	readonly requestId: string;
	/** The network address the request came from; null where nobody knows (the development server). */
	readonly address: string | null;
};

const storage = new AsyncLocalStorage<CurrentRequest>();

export function withRequest<Value>(request: CurrentRequest, work: () => Value): Value {
	return storage.run(request, work);
}

export function currentRequestId(): string | null {
	return storage.getStore()?.requestId ?? null;
}

export function currentAddress(): string | null {
	return storage.getStore()?.address ?? null;
}

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
