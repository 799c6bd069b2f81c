import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Refusal } from "../outcome.ts";
import type { CurrentRequest } from "../request.server.ts";
import type { problemShape } from "./operation.server.ts";

/** What the door hands on to the API: which request this is. None where the API is asked without a door. */
export type AskedEnv = { Variables: { request?: CurrentRequest } };

type Status = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 422 | 428 | 429 | 500;

const titles: Readonly<Record<Status, string>> = {
	400: "The request is not as described",
	401: "A valid access token is required",
	403: "The access token may not do this",
	404: "Not found, or not yours to see",
	409: "In conflict with something else",
	412: "Changed by someone else since you read it",
	413: "The request is too large",
	422: "Refused by a rule",
	428: "If-Match is required",
	429: "Too many requests",
	500: "A fault on our side",
};

/** An RFC 9457 answer. */
export function problem(
	context: Context<AskedEnv>,
	status: Status,
	code: string,
	more: { detail?: string; errors?: z.infer<typeof problemShape>["errors"]; headers?: Record<string, string> } = {},
): Response {
	const requestId = context.get("request")?.requestId;
	const body: z.infer<typeof problemShape> = {
		type: `about:blank#${code}`,
		title: titles[status],
		status,
		code,
		...(more.detail === undefined ? {} : { detail: more.detail }),
		...(more.errors === undefined ? {} : { errors: more.errors }),
		...(requestId === undefined ? {} : { requestId }),
	};
	return context.body(JSON.stringify(body), status, { "Content-Type": "application/problem+json", ...more.headers });
}

/** Which status a room's refusal answers with; a rule's refusal is 422 unless it has a status of its own. */
const statusOfCode: Readonly<Record<string, Status>> = {
	missing: 404,
	"not-found": 404,
	forbidden: 403,
	"not-allowed": 403,
	"changed-by-another": 412,
};

export function refusalProblem(context: Context<AskedEnv>, refusals: readonly Refusal[]): Response {
	const first = refusals[0]?.code ?? "refused";
	return problem(context, statusOfCode[first] ?? 422, first, {
		errors: refusals.map(({ code, field, detail }) => ({
			code,
			...(field === undefined ? {} : { field }),
			message: Object.entries(detail ?? {})
				.map(([name, value]) => `${name}: ${value}`)
				.join(", "),
		})),
	});
}
