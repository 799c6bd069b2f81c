import { newId, type Work } from "../../../database/work.server.ts";
import { record } from "../../../identity/audit.server.ts";
import { done, type Outcome, refused, refusedAll } from "../../../outcome.ts";
import { isId, type Page } from "../../organisation/contract.ts";
import { mandateOf, nameOrganisations, readVocabulary } from "../../organisation/service.server.ts";
import { mayCoordinate, maySeeStudents, sideOf } from "../rules.ts";
import type {
	CourseChange,
	CourseQuery,
	CourseRefusal,
	CourseRow,
	CourseValues,
	CourseView,
	PeriodChange,
	PeriodChoice,
	PeriodRow,
	PeriodValues,
} from "./contract.ts";
import { mayKeepCourse, mayReadCourse, refuseCourse, refusePeriod, refusePeriodRemoval } from "./rules.ts";
import * as store from "./store.server.ts";

/** Courses kept here, and those others have published. */
export async function listCourses(work: Work, query: CourseQuery): Promise<Page<CourseRow>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	const { institutionId } = query;
	if (organisationId === null || (institutionId !== undefined && !isId(institutionId))) return { rows: [], total: 0 };
	const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
	return store.listCourses(work, query, { organisationId, seesOwn: maySeeStudents(mandate), words });
}

/** A course with its periods; undefined where the asker may not read it. */
export async function readCourse(work: Work, courseId: string): Promise<CourseView | undefined> {
	const mandate = await mandateOf(work);
	const course = isId(courseId) ? await store.findCourse(work, courseId) : undefined;
	if (!course || !mayReadCourse(mandate, course)) return undefined;
	const periods = await store.listPeriods(work, course.organisationId, course.id);
	return {
		course,
		periods: periods.filter((period) => mayReadCourse(mandate, period)),
		can: { change: mayKeepCourse(mandate, course) },
	};
}

/** Periods a student kept here can have a need in, not over by today; none where the asker does not coordinate. */
export async function listPeriodChoices(work: Work): Promise<readonly PeriodChoice[]> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !maySeeStudents(mandate)) return [];
	return store.listPeriodChoices(work, organisationId, work.today);
}

/** Enters a course, of the organisation itself or, kept on its behalf, of another institution. */
export async function createCourse(work: Work, values: CourseValues): Promise<Outcome<{ id: string }, CourseRefusal>> {
	const mandate = await mandateOf(work);
	const { organisationId } = mandate;
	if (organisationId === null || !mayCoordinate(mandate)) return refused("not-allowed");
	const refusals = refuseCourse(values, await surroundingsOf(work, organisationId, values.institutionId, null));
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertCourses(work, [{ organisationId, id, values }]);
	await record(work, {
		...{ verb: "course.create", objectKind: "course", objectId: id },
		detail: { name: values.name, code: values.code, institutionId: values.institutionId },
	});
	return done({ id });
}

export async function changeCourse(
	work: Work,
	courseId: string,
	{ version, ...values }: CourseChange,
): Promise<Outcome<{ version: number }, CourseRefusal>> {
	const found = await open(work, courseId, version);
	if (found.refused) return found;
	const course = found.done;
	const around = await surroundingsOf(work, course.organisationId, course.institutionId, course.id);
	// A setting that has gone since may stay where it was chosen.
	const settings = [...around.settings, ...course.settings];
	const refusals = refuseCourse(values, { ...around, settings });
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updateCourse(work, { ...course, version }, values))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "course.change", objectKind: "course", objectId: course.id },
		detail: { name: course.name, code: course.code },
	});
	return done({ version: version + 1 });
}

/** Takes a course out of use, or into use again. What was done in it stays. Refused while periods are still to come. */
export async function archiveCourse(
	work: Work,
	courseId: string,
	{ version, archived }: { readonly version: number; readonly archived: boolean },
): Promise<Outcome<{ version: number }, CourseRefusal>> {
	const found = await open(work, courseId, version, { archived: true });
	if (found.refused) return found;
	const course = found.done;
	if (archived) {
		const periods = await store.listPeriods(work, course.organisationId, course.id);
		const standing = periods.filter(({ lastDay, claims, requests }) => lastDay >= work.today && claims + requests > 0);
		if (standing.length > 0) return refused("periods-to-come", { detail: { periods: standing.length } });
	} else {
		const codes = await store.listCodes(work, course.organisationId, course.institutionId, course.id);
		const around = { institutionKnown: true, codes, settings: course.settings };
		const refusals = refuseCourse(course, around);
		if (refusals.length > 0) return refusedAll(refusals.map(({ field: _field, ...refusal }) => refusal));
	}
	if (!(await store.updateArchived(work, { ...course, version }, archived ? work.today : null)))
		return refused("changed-by-another");
	await record(work, {
		...{ verb: archived ? "course.archive" : "course.restore", objectKind: "course", objectId: course.id },
		detail: { name: course.name, code: course.code },
	});
	return done({ version: version + 1 });
}

export async function addPeriod(
	work: Work,
	courseId: string,
	values: PeriodValues,
): Promise<Outcome<{ id: string }, CourseRefusal>> {
	const found = await open(work, courseId, null);
	if (found.refused) return found;
	const { organisationId } = found.done;
	const refusals = refusePeriod(values, await store.listPeriods(work, organisationId, courseId), null);
	if (refusals.length > 0) return refusedAll(refusals);
	const id = newId();
	await store.insertPeriods(work, [{ organisationId, id, courseId, values }]);
	await record(work, {
		...{ verb: "period.add", objectKind: "period", objectId: id },
		detail: { courseId, name: values.name, firstDay: values.firstDay, lastDay: values.lastDay },
	});
	return done({ id });
}

/** Changes a period; its days only while no order has been made from it. */
export async function changePeriod(
	work: Work,
	courseId: string,
	periodId: string,
	{ version, ...values }: PeriodChange,
): Promise<Outcome<{ version: number }, CourseRefusal>> {
	const found = await openPeriod(work, courseId, periodId, version);
	if (found.refused) return found;
	const { period, others } = found.done;
	const refusals = refusePeriod(values, others, period);
	if (refusals.length > 0) return refusedAll(refusals);
	if (!(await store.updatePeriod(work, { ...period, version }, values))) return refused("changed-by-another");
	await record(work, {
		...{ verb: "period.change", objectKind: "period", objectId: period.id },
		detail: { courseId, name: period.name, firstDay: period.firstDay, lastDay: period.lastDay },
	});
	return done({ version: version + 1 });
}

/** Takes a period away, where no student, order or round stands on it. */
export async function removePeriod(
	work: Work,
	courseId: string,
	periodId: string,
	version: number,
): Promise<Outcome<undefined, CourseRefusal>> {
	const found = await openPeriod(work, courseId, periodId, version);
	if (found.refused) return found;
	const { period } = found.done;
	const hanging = await store.countHanging(work, period.organisationId, period.id);
	const refusal = refusePeriodRemoval({ ...period, claims: Math.max(period.claims, hanging) });
	if (refusal) return refusedAll([refusal]);
	await store.deletePeriod(work, period.organisationId, period.id);
	await record(work, {
		...{ verb: "period.remove", objectKind: "period", objectId: period.id },
		detail: { courseId, name: period.name, firstDay: period.firstDay, lastDay: period.lastDay },
	});
	return done(undefined);
}

async function open(
	work: Work,
	courseId: string,
	version: number | null,
	allowed: { readonly archived?: boolean } = {},
): Promise<Outcome<CourseRow, CourseRefusal>> {
	const mandate = await mandateOf(work);
	const course = isId(courseId) ? await store.findCourse(work, courseId) : undefined;
	if (!course || !mayReadCourse(mandate, course)) return refused("missing");
	if (!mayKeepCourse(mandate, course)) return refused("not-allowed");
	if (version !== null && course.version !== version) return refused("changed-by-another");
	if (course.archivedOn !== null && !allowed.archived) return refused("archived");
	return done(course);
}

async function openPeriod(
	work: Work,
	courseId: string,
	periodId: string,
	version: number,
): Promise<Outcome<{ period: PeriodRow; others: readonly PeriodRow[] }, CourseRefusal>> {
	const found = await open(work, courseId, null);
	if (found.refused) return found;
	const periods = await store.listPeriods(work, found.done.organisationId, courseId);
	const period = periods.find((one) => one.id === periodId);
	if (!period) return refused("missing");
	if (period.version !== version) return refused("changed-by-another");
	return done({ period, others: periods.filter((one) => one !== period) });
}

async function surroundingsOf(work: Work, organisationId: string, institutionId: string, except: string | null) {
	const institution = (await nameOrganisations(work, [institutionId])).get(institutionId);
	const { settings } = await readVocabulary(work);
	return {
		institutionKnown: institution !== undefined && sideOf(institution.kind) === "institution",
		codes: await store.listCodes(work, organisationId, institutionId, except),
		settings: settings.map((setting) => setting.code),
	};
}
