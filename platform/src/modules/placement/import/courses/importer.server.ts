import { newId, type Work } from "../../../../database/work.server.ts";
import { record } from "../../../../identity/audit.server.ts";
import { nameOrganisations } from "../../../organisation/service.server.ts";
import { requirements } from "../../codes.ts";
import type { CourseRow } from "../../course/contract.ts";
import {
	insertCourses,
	insertPeriods,
	listCourses,
	listPeriods,
	updateCourse,
	updatePeriod,
} from "../../course/store.server.ts";
import { listInstitutions } from "../../institutions.server.ts";
import { sideOf } from "../../rules.ts";
import { type Importer, importer } from "../importer.server.ts";
import { type CoursePlan, type PlannedCourse, planCourses } from "./plan.ts";
import { courseSheet } from "./sheet.ts";

/** Reads, plans and writes courses with their periods. */
export const courseImporter: Importer = importer({
	sheet: async () => courseSheet,
	async plan(work, organisationId, { rows, absentColumns }) {
		const keeper = (await nameOrganisations(work, [organisationId])).get(organisationId);
		const { rows: courses } = await listCourses(work, { keeper: "own" }, { organisationId, seesOwn: true, words: [] });
		const periods = await Promise.all(courses.map((course) => listPeriods(work, organisationId, course.id)));
		const plan = planCourses(rows, new Set(absentColumns), {
			...{ courses, periods: periods.flat(), institutions: await listInstitutions(work) },
			own: keeper && sideOf(keeper.kind) === "institution" ? organisationId : null,
		});
		const { created, changed, unchanged, untouched, refusals } = plan;
		return {
			created: created.map((one) => one.line),
			changed: changed.map((one) => one.line),
			...{ unchanged, untouched, refusals, warnings: [] },
			besides: [...created, ...changed].flatMap((one) => one.periods).filter((period) => period.before === null).length,
			approved: [
				...created.map(({ values, periods: planned }) => [values, planned.map((period) => period.values)]),
				...changed.map(({ before, line }) => [before?.id, line.changes]),
			],
			write: () => write(work, organisationId, plan),
		};
	},
});

async function write(work: Work, organisationId: string, { created, changed }: CoursePlan): Promise<void> {
	const made = created.map((one) => ({ ...one, id: newId() }));
	await insertCourses(
		work,
		made.map(({ id, values }) => ({ organisationId, id, values })),
	);
	for (const one of made) await writePeriods(work, organisationId, one.id, one.periods);
	for (const { before, values, periods, line } of changed) {
		if (before === null) continue;
		if (line.changes.some((change) => change.field !== "period"))
			await updateCourse(work, before, { ...values, requirements: requirementsOf(before) });
		await writePeriods(work, organisationId, before.id, periods);
		await record(work, {
			...{ verb: "course.change", objectKind: "course", objectId: before.id, organisationId },
			detail: { imported: true, fields: line.changes.map((change) => change.field) },
		});
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
