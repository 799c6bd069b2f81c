import type { Outcome } from "../../../outcome.ts";

/** What was done; the demo is a fault of the program where it is refused. */
export function finished<Value>(outcome: Outcome<Value>): Value {
	if (outcome.refused) throw new Error(`the demo was refused: ${outcome.refused.map(({ code }) => code).join(", ")}`);
	return outcome.done;
}
