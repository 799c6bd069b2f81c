/** Milliseconds a page waits for what a thread is making; then it says so and looks again. */
const pageWaits = 1500;

/**
 * What is made, where that does not take longer than a page waits; undefined where it is still being made. It goes on being
 * made: `askable` keeps it for the next time somebody looks.
 */
export async function readyWithin<Value>(making: Promise<Value>, milliseconds = pageWaits): Promise<Value | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), milliseconds);
	});
	// One that fails after the page has gone has nobody to tell, and is tried again by the next.
	making.catch(() => {});
	try {
		return await Promise.race([making, late]);
	} finally {
		clearTimeout(timer);
	}
}
