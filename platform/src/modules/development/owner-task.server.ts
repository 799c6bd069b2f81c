import type { Work } from "../../database/work.server.ts";
import { system } from "../../identity/actor.ts";
import type { Task } from "../../job/task.server.ts";
import { done } from "../../outcome.ts";
import { listTold } from "./ending/store.server.ts";

/** Something of a project that its owner is to be asked about. */
type Due = { readonly organisationId: string; readonly ownerEmail: string | null };

/** Once a day: whoever owns the project is asked about what is due, once for each; where no owner has an account, those who lead the organisation. */
export function ownerTask<One extends Due>(ask: {
	readonly name: string;
	/** Who acts, in the log of the database. */
	readonly as: string;
	/** What the program's log says. */
	readonly said: string;
	listDue(work: Work): Promise<readonly One[]>;
	tell(work: Work, due: NoInfer<One>, personIds: readonly string[]): Promise<unknown>;
	markTold(work: Work, due: NoInfer<One>): Promise<unknown>;
}): Task {
	return {
		name: ask.name,
		async run({ database, log }) {
			for (const due of await database.reading(system(ask.as), ask.listDue)) {
				const { organisationId, ownerEmail } = due;
				const told = await database.commanding(system(ask.as, organisationId), async (work) => {
					const personIds = await listTold(work, organisationId, ownerEmail);
					if (personIds.length > 0) await ask.tell(work, due, personIds);
					await ask.markTold(work, due);
					return done(personIds.length);
				});
				log.info({ told: told.done }, ask.said);
			}
		},
	};
}
