/** The longest the event loop was kept from everybody else while something was done, milliseconds. */
export async function longestWait<Value>(
	work: () => Promise<Value>,
): Promise<{ value: Value; wait: number; took: number }> {
	let wait = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		wait = Math.max(wait, now - last - 5);
		last = now;
	}, 5);
	const started = performance.now();
	const value = await work();
	clearInterval(timer);
	return { value, wait: Math.round(wait), took: Math.round(performance.now() - started) };
}
