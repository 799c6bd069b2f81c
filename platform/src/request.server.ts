import { AsyncLocalStorage } from "node:async_hooks";

/** What every line of log and every audit entry of one request shares. */
const storage = new AsyncLocalStorage<{ readonly requestId: string }>();

export function withRequest<Value>(requestId: string, work: () => Value): Value {
	return storage.run({ requestId }, work);
}

export function currentRequestId(): string | null {
	return storage.getStore()?.requestId ?? null;
}
