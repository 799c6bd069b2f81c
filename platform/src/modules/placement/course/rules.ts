import type { Refusal } from "../../../outcome.ts";
import { type Asker, mayCoordinate, maySeeStudents } from "../rules.ts";
import type { CourseRefusal, CourseValues, PeriodRow, PeriodValues } from "./contract.ts";

/** Whether the asker may read a course or period: published ones anyone, others those who work with placement here. */
export function mayReadCourse(
	asker: Asker,
	course: { readonly organisationId: string; readonly published: boolean },
): boolean {
	return course.published || (course.organisationId === asker.organisationId && maySeeStudents(asker));
}

/** Whether the asker may write a course: whoever coordinates at the organisation that keeps it. */
export function mayKeepCourse(asker: Asker, course: { readonly organisationId: string }): boolean {
	return course.organisationId === asker.organisationId && mayCoordinate(asker);
}

type CourseSurroundings = {
	/** Whether the institution named is one that has students. */
	readonly institutionKnown: boolean;
	/** Codes of the institution's other courses here that are in use, as written. */
	readonly codes: readonly string[];
	/** Codes of settings there are. */
	readonly settings: readonly string[];
};

/** What stands against a course with these values. */
export function refuseCourse(
	values: Pick<CourseValues, "code" | "settings">,
	around: CourseSurroundings,
): Refusal<CourseRefusal>[] {
	const taken = around.codes.some((code) => code.toLowerCase() === values.code?.toLowerCase());
	return [
		...(around.institutionKnown ? [] : [{ code: "institution-unknown", field: "institutionId" } as const]),
		...(values.code !== null && taken
			? [{ code: "code-taken", field: "code", detail: { code: values.code } } as const]
			: []),
		...(values.settings.every((one) => around.settings.includes(one))
			? []
			: [{ code: "setting-unknown", field: "settings" } as const]),
	];
}

/**
 * What stands against a period with these values.
 * @param others the other periods of the course
 * @param before the period as it was, for a change: where students or orders stand on it, its days stay
 */
export function refusePeriod(
	values: PeriodValues,
	others: readonly Pick<PeriodRow, "name">[],
	before: PeriodRow | null,
): Refusal<CourseRefusal>[] {
	const moved = before !== null && (before.firstDay !== values.firstDay || before.lastDay !== values.lastDay);
	return [
		...(values.lastDay < values.firstDay ? [{ code: "ends-before-start", field: "lastDay" } as const] : []),
		...(others.some((other) => other.name.toLowerCase() === values.name.toLowerCase())
			? [{ code: "period-name-taken", field: "name" } as const]
			: []),
		...(moved && before.requests > 0
			? [{ code: "period-in-use-days", field: "firstDay", detail: { requests: before.requests } } as const]
			: []),
	];
}

/** A period nobody stands on can be taken away. */
export function refusePeriodRemoval(
	period: Pick<PeriodRow, "claims" | "requests" | "name">,
): Refusal<CourseRefusal> | null {
	if (period.claims + period.requests === 0) return null;
	return { code: "period-in-use", detail: { claims: period.claims, requests: period.requests } };
}
