import type { Provider } from "../configuration.server.ts";
import type { Database, Work } from "../database/work.server.ts";
import { done, type Outcome, refused } from "../outcome.ts";
import { system } from "./actor.ts";
import { record } from "./audit.server.ts";
import { mayOperate } from "./rules.ts";

/** Whether people may sign in with a provider: yes, until an operator switches it off. */
export async function isProviderOn(work: Work, providerId: string): Promise<boolean> {
	return !(await listProvidersOff(work)).includes(providerId);
}

/** The providers an operator has switched off. */
export async function listProvidersOff(work: Work): Promise<string[]> {
	const rows = await work.db
		.selectFrom("identity.provider_switch")
		.select("provider")
		.where("enabled", "=", false)
		.execute();
	return rows.map((row) => row.provider);
}

/** Switches a configured provider on or off for the whole installation. */
export async function switchProvider(
	work: Work,
	provider: Pick<Provider, "id">,
	enabled: boolean,
): Promise<Outcome<undefined, "not-allowed">> {
	const { actor } = work;
	if (!mayOperate(actor)) return refused("not-allowed");
	const row = { enabled, changed_by: actor.personId, changed_at: work.now };
	await work.db
		.insertInto("identity.provider_switch")
		.values({ provider: provider.id, ...row })
		.onConflict((conflict) => conflict.column("provider").doUpdateSet(row))
		.execute();
	await record(work, {
		verb: enabled ? "provider.switch-on" : "provider.switch-off",
		objectKind: "provider",
		objectId: null,
		detail: { provider: provider.id },
	});
	return done(undefined);
}

/** Signs out everyone who came in through a provider, e.g. because it is switched off. Returns how many sessions ended. */
export async function endProviderSessions(database: Database, providerId: string): Promise<number> {
	const outcome = await database.commanding(system("provider switched off"), async (work) => {
		const ended = await work.db
			.deleteFrom("identity.session")
			.where("provider", "=", providerId)
			.returning(["id", "person_id"])
			.execute();
		for (const session of ended)
			await record(work, {
				verb: "session.end-by-operator",
				objectKind: "session",
				objectId: session.id,
				aboutPersonId: session.person_id,
				detail: { provider: providerId },
			});
		return done(ended.length);
	});
	return outcome.done ?? 0;
}
