import type { Work } from "../src/database/work.server.ts";
import type { Actor } from "../src/identity/actor.ts";
import type { Outcome } from "../src/outcome.ts";
import type { TestDatabase } from "./database.ts";

type Verb<Value> = (work: Work) => Promise<Outcome<Value>>;

/** Runs verbs as an actor: `does` gives what came of one and fails where it is refused, `codes` what it is refused with. */
export function doing(database: TestDatabase) {
	return {
		async does<Value>(actor: Actor, verb: Verb<Value>): Promise<Value> {
			const outcome = await database.commanding(actor, verb);
			if (outcome.refused) throw new Error(JSON.stringify(outcome.refused));
			return outcome.done;
		},
		async codes(actor: Actor, verb: Verb<unknown>): Promise<readonly string[] | undefined> {
			return (await database.commanding(actor, verb)).refused?.map(({ code }) => code);
		},
	};
}
