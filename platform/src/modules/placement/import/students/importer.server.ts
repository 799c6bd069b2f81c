import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../../identity/link-token.server.ts";
import { profession } from "../../../organisation/contract.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { listPeriodChoices } from "../../course/service.server.ts";
import { listCourses } from "../../course/store.server.ts";
import { listInstitutions } from "../../institutions.server.ts";
import { findPersonOf, insertClaims, listClaimKeys } from "../../roster/claim.store.server.ts";
import { wishPurpose } from "../../roster/service.server.ts";
import { findPostcodes, insertStudents, listAllStudents, updateStudent } from "../../roster/store.server.ts";
import { sideOf } from "../../rules.ts";
import { type Importer, importer } from "../importer.server.ts";
import { type PlannedStudent, planStudents, type StudentPlan } from "./plan.ts";
import { studentSheet } from "./sheet.ts";

/** Reads, plans and writes students with their claims. */
export const studentImporter: Importer = importer({
	sheet: async () => studentSheet,
	async plan(work, organisationId, { rows, absentColumns }) {
		const kept = await listClaimKeys(work, organisationId);
		const keeper = (await nameOrganisations(work, [organisationId])).get(organisationId);
		const courses = await listCourses(work, { keeper: "own" }, { organisationId, seesOwn: true, words: [] });
		const postcodes = await findPostcodes(
			work,
			rows.map((row) => row.value.postcode),
		);
		const plan = planStudents(rows, new Set(absentColumns), {
			students: await listAllStudents(work, organisationId),
			claims: new Set(kept.flatMap((one) => (one.withdrawn ? [] : [`${one.studentId} ${one.periodId}`]))),
			...{ periods: await listPeriodChoices(work), courses: courses.rows },
			institutions: await listInstitutions(work),
			own: keeper && sideOf(keeper.kind) === "institution" ? organisationId : null,
			...{ knownPostcodes: new Set(postcodes.keys()), today: work.today },
		});
		const { created, changed, unchanged, untouched, claims, refusals, warnings } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, besides: claims.length, refusals, warnings },
			approved: [
				...created.map((one) => one.values),
				...changed.map(({ before, line }) => [before.id, line.changes]),
				...claims.map(({ student, period }) => [student, period.id]),
			],
			write: () => write(work, organisationId, plan),
		};
	},
});

async function write(work: Work, organisationId: string, { created, changed, claims }: StudentPlan): Promise<void> {
	const made = new Map(created.map((one) => [one.id, newId()]));
	await insertStudents(
		work,
		created.map(({ id, values }) => ({
			...{ organisationId, id: made.get(id) ?? newId(), named: true, values: stored(values) },
		})),
	);
	const persons = new Map<string, string | null>();
	for (const { before, values, line } of changed) {
		const personId = await findPersonOf(work, organisationId, before.id);
		persons.set(before.id, personId);
		await updateStudent(work, before, { ...stored(values), leftOn: null });
		// What was sent to a wrong address must not show one student's wishes to another.
		if (values.email !== before.email) await revokeLinksTo(work, { kind: "student", id: before.id }, wishPurpose);
		await record(work, {
			...{ verb: "student.change", objectKind: "student", objectId: before.id, aboutPersonId: personId },
			...{ organisationId, detail: { imported: true, fields: line.changes.map((change) => change.field) } },
		});
	}
	await insertClaims(
		work,
		claims.map(({ student, period }) => ({
			...{ organisationId, id: newId(), studentId: made.get(student) ?? student },
			...{ personId: persons.get(student) ?? null, periodId: period.id, institutionId: period.institutionId },
			...{ priority: 1, priorityReason: null },
		})),
	);
}

function stored(values: PlannedStudent) {
	return { ...values, profession: profession.safeParse(values.profession).data ?? null };
}
