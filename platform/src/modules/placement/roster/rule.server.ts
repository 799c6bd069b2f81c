import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId } from "../../organisation/contract.ts";
import { nameOrganisations, readVocabulary } from "../../organisation/service.server.ts";
import { findPersonOf } from "./claim.store.server.ts";
import { ruleNeeds } from "./codes.ts";
import type { RosterRefusal, RuleValues, StudentRow, StudentRule } from "./contract.ts";
import { openStudent } from "./open.server.ts";
import * as store from "./rule.store.server.ts";
import { refuseRule } from "./rules.ts";
import { listPlaces } from "./wish.store.server.ts";

/** What must hold for a student, with what it points at by name. */
export async function listRules(
	work: Work,
	student: Pick<StudentRow, "organisationId" | "id">,
): Promise<StudentRule[]> {
	const rules = await store.listRules(work, student);
	return Promise.all(rules.map(async (rule) => ({ ...rule, targetName: await nameTarget(work, rule) })));
}

/** Adds what must hold for a student; the reason is written nowhere here. */
export async function addRule(
	work: Work,
	studentId: string,
	given: RuleValues,
): Promise<Outcome<{ id: string }, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	const student = found.done;
	const need = ruleNeeds[given.kind];
	const rule = {
		...given,
		amount: need === "amount" ? given.amount : null,
		target: need === "amount" || need === null ? null : given.target,
	};
	const refusals = refuseRule(rule, (await nameTarget(work, rule)) !== null);
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertRule(work, { organisationId: student.organisationId, studentId: student.id, id }, rule);
	await record(work, {
		...{ verb: "student-rule.add", objectKind: "student", objectId: student.id, detail: { kind: rule.kind } },
		aboutPersonId: await findPersonOf(work, student.organisationId, student.id),
	});
	return done({ id });
}

export async function removeRule(
	work: Work,
	studentId: string,
	ruleId: string,
): Promise<Outcome<undefined, RosterRefusal>> {
	const found = await openStudent(work, studentId, null);
	if (found.refused) return found;
	const student = found.done;
	const rule = (await store.listRules(work, student)).find((one) => one.id === ruleId);
	if (!rule) return refused("missing");
	await store.deleteRule(work, student.organisationId, rule.id);
	await record(work, {
		...{ verb: "student-rule.remove", objectKind: "student", objectId: student.id, detail: { kind: rule.kind } },
		aboutPersonId: await findPersonOf(work, student.organisationId, student.id),
	});
	return done(undefined);
}

/** What a rule points at is called; null where it points at nothing, or at nothing there is. */
async function nameTarget(work: Work, { kind, target }: Pick<RuleValues, "kind" | "target">): Promise<string | null> {
	if (target === null) return null;
	const language = work.actor.kind === "person" ? work.actor.language : "nb";
	switch (ruleNeeds[kind]) {
		case "municipality": {
			const places = await listPlaces(work);
			return places.find((place) => place.kind === "municipality" && place.target === target)?.name ?? null;
		}
		case "site":
			return isId(target) ? store.nameSite(work, target) : null;
		case "host":
			return (await nameOrganisations(work, [target])).get(target)?.name ?? null;
		case "setting": {
			const { settings } = await readVocabulary(work);
			return settings.find((setting) => setting.code === target)?.name[language] ?? null;
		}
		default:
			return null;
	}
}
