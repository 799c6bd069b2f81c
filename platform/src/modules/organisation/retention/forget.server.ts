import type { Work } from "../../../database/work.server.ts";
import { operatorOrganisationId, system } from "../../../identity/actor.ts";
import { record } from "../../../identity/audit.server.ts";
import { wishesSince } from "../../../identity/deletion.server.ts";
import type { Cron, Task } from "../../../job/task.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { accountsBefore, rolesBefore } from "./rules.ts";
import * as store from "./store.server.ts";

export type Forgotten = { readonly roles: number; readonly persons: number };

/**
 * Takes away what is held about people when its time is over: the name of who held a role long ago, accounts nobody
 * uses, and everyone who has asked and holds no role any longer. Roles stay without a name, for statistics; the log
 * stays without a name, because it must show what was done.
 */
export async function forget(work: Work): Promise<Outcome<Forgotten>> {
	const wishes = await store.listWishes(work, wishesSince(work.today));
	const roles = [
		...(await store.listRolesOf(work, wishes)),
		...(await store.listOldRoles(work, rolesBefore(work.today))),
	];
	const roleIds = [...new Set(roles.map((role) => role.id))];
	if (roleIds.length > 0) await store.takeNames(work, roles);
	// After the names: whoever lost the last role just now, and has not signed in for as long, goes the same day.
	const unused = await store.listUnusedAccounts(work, accountsBefore(work.today));
	const persons = [...new Set([...wishes, ...unused])];
	if (persons.length + roleIds.length === 0) return done({ roles: 0, persons: 0 });
	await store.forgetNames(work, persons, roleIds);
	await store.deletePersons(work, persons);
	await record(work, {
		verb: "person.forget",
		objectKind: "organisation",
		objectId: operatorOrganisationId,
		organisationId: operatorOrganisationId,
		detail: { roles: roleIds.length, persons: persons.length, asked: wishes.length },
	});
	return done({ roles: roleIds.length, persons: persons.length });
}

/** Run once a day. Running it again finds nothing more to do. */
export const forgetPeople: Task = {
	name: "organisation.forget-people",
	async run({ database, log }) {
		const forgotten = await database.commanding(system("retention"), forget);
		log.info({ ...forgotten.done }, "people no longer needed are forgotten");
	},
};

export const forgetPeopleCron: Cron = { pattern: "23 2 * * *", task: forgetPeople.name };
