import { z } from "zod";
import { type Condition, condition } from "../condition.ts";

const chosenCondition = z.string().transform((text) => {
	try {
		return condition.safeParse(JSON.parse(text)).data;
	} catch {
		return undefined;
	}
});

/** What was chosen, as a condition; undefined where it is always shown. */
export function readCondition(mode: string, rows: readonly string[]): Condition | undefined {
	const chosen = rows.flatMap((row) => chosenCondition.parse(row) ?? []);
	const [only] = chosen;
	if (mode === "always" || !only) return undefined;
	if (chosen.length === 1) return only;
	return mode === "any" ? { any: chosen } : { all: chosen };
}
