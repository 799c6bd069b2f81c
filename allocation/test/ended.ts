/** What a generator comes to in the end, whatever it yields on the way. */
export function ended<Value>(run: Generator<unknown, Value>): Value {
	for (;;) {
		const next = run.next();
		if (next.done) return next.value;
	}
}
