import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { type Importer, importer, type Tell } from "../../../../import/importer.server.ts";
import { inTurns, rowsInTurn } from "../../../../import/turns.ts";
import { piecesOf } from "../../../../pieces.ts";
import { readVocabulary } from "../../../organisation/service.server.ts";
import { institutionKinds, requirements } from "../../codes.ts";
import type { CourseRow } from "../../course/contract.ts";
import {
	insertCourses,
	insertPeriods,
	listAllPeriods,
	listCourses,
	updateCourse,
	updatePeriod,
} from "../../course/store.server.ts";
import { ownInstitution } from "../keeper.server.ts";
import { knownOrganisations } from "../organisations.server.ts";
import { type CoursePlan, type PlannedCourse, planCourses } from "./plan.ts";
import { courseSheet } from "./sheet.ts";
import { courseFindings } from "./text.ts";

/** Reads, plans and writes courses with their periods. */
export const courseImporter: Importer = importer({
	sheet: async () => courseSheet,
	text: courseFindings,
	whole: (value) => ({
		...{ ...value, code: value.code ?? "", name: value.name ?? "", programme: value.programme ?? "" },
		...{ profession: value.profession ?? "nursing", yearOfStudy: value.yearOfStudy ?? 1 },
	}),
	async plan(work, organisationId, { rows, absentColumns }) {
		const { rows: courses } = await listCourses(work, { keeper: "own" }, { organisationId, seesOwn: true, words: [] });
		const { settings } = await readVocabulary(work);
		const facts = {
			...{ courses, periods: await listAllPeriods(work, organisationId), settings },
			institution: (await knownOrganisations(work, institutionKinds)).find,
			own: await ownInstitution(work, organisationId),
		};
		const plan = await inTurns(planCourses(rows, new Set(absentColumns), facts));
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals },
			besides: [...created, ...changed].flatMap((one) => one.periods).filter((period) => period.before === null).length,
			approved: [
				...created.map(({ values, periods: planned }) => [values, planned.map((period) => period.values)]),
				...changed.map(({ before, line }) => [before.id, line.changes]),
			],
			write: (tell) => writeCourses(work, organisationId, plan, tell),
		};
	},
});

async function writeCourses(
	work: Work,
	organisationId: string,
	{ created, changed }: CoursePlan,
	tell: Tell,
): Promise<void> {
	const all = created.length + changed.length;
	let written = 0;
	for (const piece of piecesOf(
		created.map((one) => ({ ...one, id: newId() })),
		rowsInTurn,
	)) {
		await insertCourses(
			work,
			piece.map(({ id, values }) => ({ organisationId, id, values })),
		);
		await insertPeriods(
			work,
			piece.flatMap(({ id, periods }) =>
				periods.map(({ values }) => ({ organisationId, id: newId(), courseId: id, values })),
			),
		);
		written += piece.length;
		await tell(written, all);
	}
	for (const { before, values, periods, line } of changed) {
		if (line.changes.some((change) => change.field !== "period"))
			await updateCourse(work, before, { ...values, requirements: requirementsOf(before) });
		await writePeriods(work, organisationId, before.id, periods);
		await record(work, {
			...{ verb: "course.change", objectKind: "course", objectId: before.id, organisationId },
			detail: { imported: true, fields: line.changes.map((change) => change.field) },
		});
		await tell(++written, all);
	}
}

/** What the course asked for stays: the sheet has no word for it. */
function requirementsOf(course: CourseRow) {
	return requirements.filter((one) => course.requirements.includes(one));
}

async function writePeriods(
	work: Work,
	organisationId: string,
	courseId: string,
	periods: PlannedCourse["periods"],
): Promise<void> {
	const fresh = periods.filter((period) => period.before === null);
	await insertPeriods(
		work,
		fresh.map(({ values }) => ({ organisationId, id: newId(), courseId, values })),
	);
	for (const { values, before } of periods) if (before !== null) await updatePeriod(work, before, values);
}
