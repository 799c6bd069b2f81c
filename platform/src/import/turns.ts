/** Judgement over many rows that lets everybody else have their turn: a generator that yields now and then. */
export type Turns<Value> = Generator<undefined, Value, undefined>;

/** Rows judged between two turns: a few milliseconds. */
export const rowsInTurn = 250;

/** Without turns: for tests, and where nobody waits. */
export function atOnce<Value>(turns: Turns<Value>): Value {
	for (;;) {
		const next = turns.next();
		if (next.done) return next.value;
	}
}

/** Step by step, with the event loop free between the steps. */
export async function inTurns<Value>(turns: Turns<Value>): Promise<Value> {
	for (;;) {
		const next = turns.next();
		if (next.done) return next.value;
		await new Promise((resolve) => setImmediate(resolve));
	}
}
