import type { z } from "zod";
import type { Refusal } from "../outcome.ts";

/** What any form may be refused for; a room adds its own. */
export type FormCode =
	| "required"
	| "format"
	| "email"
	| "address"
	| "number"
	| "whole-number"
	| "date"
	| "choice"
	| "too-long"
	| "too-short"
	| "too-large"
	| "too-small"
	| "too-many"
	| "too-few"
	| "too-early"
	| "too-late"
	| "postcode"
	| "municipality-number"
	| "phone"
	| "file"
	/** A rule of a form as data; the detail holds its own words in each language. */
	| "rule";

type Issue = z.core.$ZodIssue;

/**
 * Zod's issues as refusals: one for each field, the first. A rule of a room's own brings its code along:
 * `.refine(isOrdered, { path: ["to"], params: { code: "ends-before-start" } })`.
 */
export function refusalsOf(error: z.ZodError, read: Readonly<Record<string, unknown>>): readonly Refusal[] {
	const first = new Map<string, Refusal>();
	for (const issue of error.issues) {
		const field = issue.path[0] === undefined ? undefined : String(issue.path[0]);
		if (!first.has(field ?? "")) first.set(field ?? "", toRefusal(issue, field, read));
	}
	return [...first.values()];
}

function toRefusal(issue: Issue, field: string | undefined, read: Readonly<Record<string, unknown>>): Refusal {
	const about = field === undefined ? {} : { field };
	if (field !== undefined && (read[field] === undefined || read[field] === null) && issue.code !== "custom")
		return { code: "required", ...about };
	const [code, detail] = codeOf(issue);
	return { code, ...about, ...(detail ? { detail } : {}) };
}

type Detail = Readonly<Record<string, string | number>>;

function codeOf(issue: Issue): readonly [FormCode | string, Detail?] {
	switch (issue.code) {
		case "invalid_type":
			if (issue.expected === "int") return ["whole-number"];
			if (issue.expected === "number") return ["number"];
			return issue.expected === "file" ? ["file"] : ["format"];
		case "too_small": {
			const detail = { minimum: Number(issue.minimum) };
			if (issue.origin === "string") return detail.minimum <= 1 ? ["required"] : ["too-short", detail];
			if (issue.origin === "array") return detail.minimum <= 1 ? ["required"] : ["too-few", detail];
			return ["too-small", issue.inclusive === false ? { ...detail, exclusive: 1 } : detail];
		}
		case "too_big": {
			const detail = { maximum: Number(issue.maximum) };
			if (issue.origin === "string") return ["too-long", detail];
			if (issue.origin === "array") return ["too-many", detail];
			return issue.origin === "file" ? ["file"] : ["too-large", detail];
		}
		case "invalid_format":
			if (issue.format === "email") return ["email"];
			if (issue.format === "url") return ["address"];
			if (issue.format === "date") return ["date"];
			if (issue.format === "uuid") return ["choice"];
			// A format of our own (`z.stringFormat("postcode", …)`) is a code of its own.
			return issue.format === "postcode" || issue.format === "municipality-number" ? [issue.format] : ["format"];
		case "invalid_value":
			return ["choice"];
		case "custom": {
			const code: unknown = issue.params?.code;
			return [typeof code === "string" ? code : "format"];
		}
		default:
			return ["format"];
	}
}
