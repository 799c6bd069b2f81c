/** Waits without keeping the program from ending. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, milliseconds).unref();
	});
}

/** Runs work again and again with a pause between, one at a time. `stop` waits for what is running. */
export function every(
	milliseconds: number,
	work: () => Promise<void>,
	onFault: (error: unknown) => void,
): { stop(): Promise<void> } {
	let stopped = false;
	let wake = () => {};
	const loop = (async () => {
		while (!stopped) {
			await work().catch(onFault);
			if (stopped) break;
			await new Promise<void>((resolve) => {
				const timer = setTimeout(resolve, milliseconds);
				wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	})();
	return {
		async stop() {
			stopped = true;
			wake();
			await loop;
		},
	};
}
