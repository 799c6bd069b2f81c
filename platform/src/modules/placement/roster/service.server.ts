import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../identity/link-token.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page, profession } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations } from "../../organisation/service.server.ts";
import { listPeriodChoices } from "../course/service.server.ts";
import { mayCoordinate, maySeeStudents, sideOf } from "../rules.ts";
import { listStudentsInNeed } from "./adaptation.store.server.ts";
import * as claims from "./claim.store.server.ts";
import type {
	CountedStudents,
	RosterRefusal,
	StudentChange,
	StudentQuery,
	StudentRow,
	StudentValues,
	StudentView,
} from "./contract.ts";
import { openStudent, seeStudent, selfOf, wishPurpose } from "./open.server.ts";
import { listRequirements } from "./requirement.server.ts";
import { listRules } from "./rule.server.ts";
import { mayReadAdaptation } from "./rules.ts";
import * as store from "./store.server.ts";
import { listWishes } from "./wish.store.server.ts";

export * from "./adaptation.server.ts";
export * from "./claim.server.ts";
export * from "./invite.server.ts";
export { wishPurpose } from "./open.server.ts";
export * from "./requirement.server.ts";
export { addRule, removeRule } from "./rule.server.ts";
export * from "./wish.server.ts";

/** Students the organisation acted for keeps; none where the asker may not see students. */
export async function listStudents(work: Work, query: StudentQuery): Promise<Page<StudentRow>> {
	const mandate = await mandateOf(work);
	const ids = [query.institutionId, query.periodId].filter((id) => id !== undefined);
	if (mandate.organisationId === null || !maySeeStudents(mandate) || !ids.every(isId)) return { rows: [], total: 0 };
	return store.listStudents(work, mandate.organisationId, query);
}

/** A student whole; undefined where the asker may not see it. Why they need adaptation is read by itself. */
export async function readStudent(work: Work, studentId: string): Promise<StudentView | undefined> {
	const found = await seeStudent(work, studentId);
	if (found.refused) return undefined;
	const { student, coordinates } = found.done;
	const held = await claims.listClaimsOf(work, [student.id]);
	const wishes = await listWishes(
		work,
		held.map((claim) => claim.id),
	);
	const mayRead = mayReadAdaptation(student, await mandateOf(work));
	return {
		student,
		claims: await Promise.all(
			held.map(async (claim) => ({
				...claim,
				wishes: wishes.get(claim.id)?.length ?? 0,
				togetherWith: claim.together === null ? [] : await namesTogether(work, claim),
			})),
		),
		rules: await listRules(work, student),
		requirements: await listRequirements(work, student),
		needWaits: mayRead && (await listStudentsInNeed(work, student.organisationId, null)).includes(student.id),
		can: { change: coordinates, adaptation: mayRead },
	};
}

async function namesTogether(
	work: Work,
	claim: { organisationId: string; id: string; periodId: string; together: string | null },
) {
	const others = await claims.listClaimsIn(work, claim.organisationId, claim.periodId);
	return others
		.filter((other) => other.together === claim.together && other.id !== claim.id)
		.map((other) => other.studentName);
}

/** What a person, or who holds a link, is as a student: one for each organisation that keeps them. */
export async function readSelf(work: Work): Promise<StudentRow[]> {
	const self = selfOf(work);
	if (self.personId === null && self.linkedStudentId === null) return [];
	const found = await store.listSelf(work, self);
	return found.map(({ personId: _personId, ...student }) => student);
}

/** Enters a student, by name. A postcode that is not known is kept, and the page says so. */
export async function createStudent(
	work: Work,
	values: StudentValues,
): Promise<Outcome<{ id: string }, RosterRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate)) return refused("not-allowed");
	const institution = (await nameOrganisations(work, [values.institutionId])).get(values.institutionId);
	const alike = await store.listAlike(work, organisationId, values, null);
	const refusals = [
		...(institution && sideOf(institution.kind) === "institution"
			? []
			: [{ code: "institution-unknown", field: "institutionId" } as const]),
		...refuseAlike(values, alike),
	];
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertStudents(work, [{ organisationId, id, named: true, values }]);
	await record(work, {
		...{ verb: "student.create", objectKind: "student", objectId: id },
		detail: { institutionId: values.institutionId },
	});
	return done({ id });
}

function refuseAlike(
	values: Pick<StudentValues, "number" | "email">,
	alike: readonly { readonly number: string | null; readonly email: string | null }[],
) {
	const taken = alike.some(({ number }) => number !== null && number === values.number);
	const mailed = alike.some(({ email }) => email !== null && email.toLowerCase() === values.email?.toLowerCase());
	return [
		...(taken ? [{ code: "number-taken", field: "number" } as const] : []),
		...(mailed ? [{ code: "email-taken", field: "email" } as const] : []),
	];
}

/**
 * Enters so many students without names, each with a need in a period: for who has been told only how many there are.
 * @returns how many
 */
export async function createCounted(
	work: Work,
	{ periodId, count }: CountedStudents,
): Promise<Outcome<{ count: number }, RosterRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate)) return refused("not-allowed");
	const period = (await listPeriodChoices(work)).find((one) => one.id === periodId);
	if (!period) return refused("period-unknown", { field: "periodId" });
	const there = await claims.listClaimsIn(work, organisationId, periodId);
	const what = [period.courseCode ?? period.courseName, period.name].join(", ");
	const made = Array.from({ length: count }, (_, index) => ({
		...{ organisationId, id: newId(), named: false },
		values: {
			...{ institutionId: period.institutionId, name: `${there.length + index + 1} – ${what}`.slice(0, 200) },
			...{
				number: null,
				email: null,
				phone: null,
				programme: null,
				profession: profession.safeParse(period.profession).data ?? null,
			},
			...{ yearOfStudy: period.yearOfStudy, postcode: null, travel: "car" as const, language: null },
		},
	}));
	await store.insertStudents(work, made);
	await claims.insertClaims(
		work,
		made.map(({ id }) => ({
			...{ organisationId, id: newId(), studentId: id, periodId, institutionId: period.institutionId },
			...{ priority: 1, priorityReason: null },
		})),
	);
	await record(work, {
		...{ verb: "student.count", objectKind: "period", objectId: periodId },
		detail: { count },
	});
	return done({ count });
}

/** Changes what is said of a student. One who leaves no longer needs places that begin later. */
export async function changeStudent(
	work: Work,
	studentId: string,
	{ version, ...values }: StudentChange,
): Promise<Outcome<{ version: number }, RosterRefusal>> {
	const found = await openStudent(work, studentId, version);
	if (found.refused) return found;
	const student = found.done;
	const like = { ...values, institutionId: student.institutionId };
	const refusals = refuseAlike(values, await store.listAlike(work, student.organisationId, like, student.id));
	if (refusals.length > 0) return refusedAll(refusals);
	const { leftOn } = values;
	if (leftOn !== null) {
		const held = await claims.listClaimsOf(work, [student.id]);
		const later = held.filter((claim) => claim.withdrawnAt === null && claim.firstDay > leftOn).map(({ id }) => id);
		if (await claims.isPlaced(work, student.organisationId, later)) return refused("placed", { field: "leftOn" });
		await claims.withdrawClaims(work, student.organisationId, later);
	}
	if (!(await store.updateStudent(work, { ...student, version }, values))) return refused("changed-by-another");
	// What was sent to a wrong address must not show one student's wishes to another.
	if (values.email !== student.email) await revokeLinksTo(work, { kind: "student", id: student.id }, wishPurpose);
	await record(work, {
		...{ verb: "student.change", objectKind: "student", objectId: student.id },
		aboutPersonId: await claims.findPersonOf(work, student.organisationId, student.id),
		detail: { leftOn },
	});
	return done({ version: version + 1 });
}

/** Removes a student entered by mistake, with needs and wishes; refused once there has been a place. */
export async function removeStudent(
	work: Work,
	studentId: string,
	version: number,
): Promise<Outcome<undefined, RosterRefusal>> {
	const found = await openStudent(work, studentId, version);
	if (found.refused) return found;
	const student = found.done;
	if (await store.hasPlacement(work, student.organisationId, student.id)) return refused("in-use");
	await revokeLinksTo(work, { kind: "student", id: student.id });
	const aboutPersonId = await claims.findPersonOf(work, student.organisationId, student.id);
	await store.deleteStudents(work, student.organisationId, [student.id]);
	await record(work, {
		...{ verb: "student.remove", objectKind: "student", objectId: student.id, aboutPersonId },
	});
	return done(undefined);
}
