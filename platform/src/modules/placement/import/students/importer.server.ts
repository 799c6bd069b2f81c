import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { revokeLinksTo } from "../../../../identity/link-token.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { profession } from "../../../organisation/contract.ts";
import { institutionKinds } from "../../codes.ts";
import { listPeriodChoices } from "../../course/service.server.ts";
import { listCourses } from "../../course/store.server.ts";
import { insertClaims, listClaimKeys, listPersonsOf } from "../../roster/claim.store.server.ts";
import { wishPurpose } from "../../roster/service.server.ts";
import {
	findPostcodes,
	hasPostcodes,
	insertStudents,
	listAllStudents,
	updateStudents,
} from "../../roster/store.server.ts";
import { ownInstitution } from "../keeper.server.ts";
import { knownOrganisations } from "../organisations.server.ts";
import { type PlannedStudent, planStudents, type StudentPlan } from "./plan.ts";
import { named, studentSheet, wishColumns } from "./sheet.ts";
import { studentFindings } from "./text.ts";
import { readWishFacts, writeWishes } from "./wishes.store.server.ts";
import { noWishes } from "./wishes.ts";

/** Reads, plans and writes students with their claims. */
export const studentImporter: Importer = importer({
	sheet: async () => studentSheet,
	text: studentFindings,
	whole: (value) => value,
	async plan(work, organisationId, read) {
		const { absentColumns } = read;
		const rows = read.rows.map((row) => ({ ...row, value: named(row.value) }));
		const kept = await listClaimKeys(work, organisationId);
		const courses = await listCourses(work, { keeper: "own" }, { organisationId, seesOwn: true, words: [] });
		const postcodes = await findPostcodes(
			work,
			rows.map((row) => row.value.postcode),
		);
		const periods = await listPeriodChoices(work);
		const written = new Set(rows.flatMap(({ value }) => wishColumns.flatMap((key) => value[key] ?? [])));
		const facts = {
			wishes: written.size === 0 ? noWishes : await readWishFacts(work, organisationId, periods, written),
			students: await listAllStudents(work, organisationId),
			claims: new Set(kept.flatMap((one) => (one.withdrawn ? [] : [`${one.studentId} ${one.periodId}`]))),
			...{ periods, courses: courses.rows },
			institution: (await knownOrganisations(work, institutionKinds)).find,
			own: await ownInstitution(work, organisationId),
			...{ knownPostcodes: new Set(postcodes.keys()), knowsPostcodes: await hasPostcodes(work), today: work.today },
		};
		const plan = await inTurns(planStudents(rows, new Set(absentColumns), facts));
		const { created, changed, unchanged, untouched, claims, wishes, refusals, warnings } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, besides: claims.length, refusals, warnings },
			...(written.size === 0 ? {} : { further: wishes.reduce((sum, { wishes: list }) => sum + list.length, 0) }),
			approved: [
				...created.map((one) => one.values),
				...changed.map(({ before, line }) => [before.id, line.changes]),
				...claims.map(({ student, period }) => [student, period.id]),
				...wishes.map(({ student, period, wishes: list }) => [student, period.id, list]),
			],
			write: (tell) => writeStudents(work, organisationId, plan, tell),
		};
	},
});

async function writeStudents(
	work: Work,
	organisationId: string,
	{ created, changed, claims, wishes }: StudentPlan,
	tell: Tell,
): Promise<void> {
	const made = new Map<string, string>();
	const idOf = (id: string) => made.get(id) ?? id;
	const all = created.length + changed.length + claims.length + wishes.length;
	let written = 0;
	const told = async (piece: readonly unknown[]) => {
		written += piece.length;
		await tell(written, all);
	};
	for (const piece of piecesOf(created, rowsInTurn)) {
		for (const { id } of piece) made.set(id, newId());
		await insertStudents(
			work,
			piece.map(({ id, values }) => ({ organisationId, id: idOf(id), named: true, values: stored(values) })),
		);
		await told(piece);
	}
	for (const piece of piecesOf(changed, rowsInTurn)) {
		await updateStudents(
			work,
			organisationId,
			piece.map(({ before, values }) => ({ ...stored(values), id: before.id })),
		);
		await told(piece);
	}
	const persons = await listPersonsOf(
		work,
		organisationId,
		claims.map(({ student }) => student).filter((id) => !made.has(id)),
	);
	for (const piece of piecesOf(claims, rowsInTurn)) {
		await insertClaims(
			work,
			piece.map(({ student, period }) => ({
				...{ organisationId, id: newId(), studentId: idOf(student), personId: persons.get(student) ?? null },
				...{ periodId: period.id, institutionId: period.institutionId, priority: 1, priorityReason: null },
			})),
		);
		await told(piece);
	}
	for (const piece of piecesOf(wishes, rowsInTurn)) {
		await writeWishes(
			work,
			organisationId,
			piece.map(({ student, period, wishes: list }) => ({
				...{ studentId: idOf(student), periodId: period.id, wishes: list },
			})),
		);
		await told(piece);
	}
	await tellStudents(work, organisationId, changed);
}

/** What follows from what was changed: links to a wrong address end, and whoever has an account finds it in their log. */
async function tellStudents(work: Work, organisationId: string, changed: StudentPlan["changed"]): Promise<void> {
	const persons = await listPersonsOf(
		work,
		organisationId,
		changed.map(({ before }) => before.id),
	);
	for (const { before, values, line } of changed) {
		// What was sent to a wrong address must not show one student's wishes to another.
		if (values.email !== before.email) await revokeLinksTo(work, { kind: "student", id: before.id }, wishPurpose);
		const aboutPersonId = persons.get(before.id);
		if (aboutPersonId !== undefined)
			await record(work, {
				...{ verb: "student.change", objectKind: "student", objectId: before.id, aboutPersonId, organisationId },
				detail: { imported: true, fields: line.changes.map((change) => change.field) },
			});
	}
}

function stored(values: PlannedStudent) {
	return { ...values, profession: profession.safeParse(values.profession).data ?? null };
}
