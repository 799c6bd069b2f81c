import { createRoute, z } from "@hono/zod-openapi";
import type { Database, Reading, Work } from "../database/work.server.ts";
import type { PersonActor } from "../identity/actor.ts";
import { done, type Outcome } from "../outcome.ts";

type Shape = z.ZodObject<z.core.$ZodLooseShape>;
type RepresentingActor = PersonActor & { readonly organisationId: string };

/** What came over the wire, not yet parsed. */
export type Raw = { readonly path: unknown; readonly query: unknown; readonly body: unknown };

/** Either the request was not as described, or the verb gave its outcome. */
export type Answered = { readonly malformed: readonly z.core.$ZodIssue[] } | { readonly outcome: Outcome<unknown> };

/** One thing the HTTP API can do: the same service verb a page calls, with its wire shapes. */
export type Operation = {
	readonly id: string;
	readonly method: "get" | "post" | "put" | "patch" | "delete";
	/** Below /api/v1, with {parameters}. */
	readonly path: string;
	readonly room: string;
	/** In English: the language of the API. */
	readonly summary: string;
	readonly scope: "read" | "write";
	readonly status: 200 | 201 | 204;
	readonly pathShape: Shape;
	readonly queryShape: Shape;
	readonly bodyShape: z.ZodType | null;
	readonly answerShape: z.ZodType | null;
	/** True where the caller must send If-Match with the version last seen. */
	readonly versioned: boolean;
	/** What is done is the value of the answer; bytes are JSON already written, and sent as they are. */
	run(database: Database, actor: RepresentingActor, raw: Raw, version: number | null): Promise<Answered>;
};

type Definition<Path extends Shape, Query extends Shape> = {
	/** In the OpenAPI document, and the name of a client's function. */
	id: string;
	path: string;
	room: string;
	summary: string;
	pathShape?: Path;
	queryShape?: Query;
};

const nothing = z.object({});

/** An operation that only reads. `null` from `read` answers 404: missing and not-yours are the same. */
export function readOperation<
	Answer extends z.ZodType,
	Path extends Shape = typeof nothing,
	Query extends Shape = typeof nothing,
>(
	definition: Definition<Path, Query> & {
		answer: Answer;
		read(work: Work, given: { path: z.output<Path>; query: z.output<Query> }): Promise<z.input<Answer> | null>;
	},
): Operation {
	const { read, ...rest } = definition;
	return slowOperation({ ...rest, read: ({ reading }, given) => reading((work) => read(work, given)) });
}

/** What an operation has that reads in units of work of its own. */
export type Asked = { readonly actor: RepresentingActor; readonly database: Database; readonly reading: Reading };

/**
 * The same for what takes seconds in a thread, or is read as the system too: no unit of work stands open meanwhile.
 * `null` from `read` answers 404. Bytes are JSON already written, in the shape of the answer.
 */
export function slowOperation<
	Answer extends z.ZodType,
	Path extends Shape = typeof nothing,
	Query extends Shape = typeof nothing,
>(
	definition: Definition<Path, Query> & {
		answer: Answer;
		read(
			asked: Asked,
			given: { path: z.output<Path>; query: z.output<Query> },
		): Promise<z.input<Answer> | Uint8Array | null>;
	},
): Operation {
	return {
		...common(definition),
		method: "get",
		scope: "read",
		status: 200,
		bodyShape: null,
		answerShape: definition.answer,
		versioned: false,
		async run(database, actor, raw) {
			const path = parse(definition.pathShape, raw.path);
			const query = parse(definition.queryShape, raw.query);
			if (!path.success || !query.success) return { malformed: [...issues(path), ...issues(query)] };
			const reading: Reading = (work) => database.reading(actor, work);
			const given = { path: path.data, query: query.data };
			return { outcome: done(await definition.read({ actor, database, reading }, given)) };
		},
	};
}

/** An operation that changes something: 201 for POST, 200 otherwise, 204 where there is no answer. */
export function writeOperation<
	Body extends z.ZodType = z.ZodNull,
	Answer extends z.ZodType = z.ZodNull,
	Path extends Shape = typeof nothing,
	Code extends string = string,
>(
	definition: Definition<Path, typeof nothing> & {
		method: "post" | "put" | "patch" | "delete";
		body?: Body;
		answer?: Answer;
		versioned?: boolean;
		/** What takes seconds in a thread and `write` will ask for again: no transaction waits for it. */
		ahead?(asked: Asked, given: { path: z.output<Path>; body: z.output<Body> }): Promise<void>;
		write(
			work: Work,
			given: { path: z.output<Path>; body: z.output<Body>; version: number | null },
		): Promise<Outcome<z.input<Answer> | null, Code>>;
	},
): Operation {
	return {
		...common(definition),
		method: definition.method,
		scope: "write",
		status: !definition.answer ? 204 : definition.method === "post" ? 201 : 200,
		bodyShape: definition.body ?? null,
		answerShape: definition.answer ?? null,
		versioned: definition.versioned ?? false,
		async run(database, actor, raw, version) {
			const path = parse(definition.pathShape, raw.path);
			const body = parse(definition.body, raw.body);
			if (!path.success || !body.success) return { malformed: [...issues(path), ...issues(body)] };
			const given = { path: path.data, body: body.data, version };
			const reading: Reading = (work) => database.reading(actor, work);
			await definition.ahead?.({ actor, database, reading }, given);
			return { outcome: await database.commanding(actor, (work) => definition.write(work, given)) };
		},
	};
}

/** Parses with the shape given; an operation without one was given nothing, and takes what comes. */
function parse<Given extends z.ZodType>(shape: Given | undefined, raw: unknown): z.ZodSafeParseResult<z.output<Given>> {
	// Where the shape is left out, Given is the empty object or null, and `raw` is exactly that.
	return shape ? shape.safeParse(raw) : { success: true, data: raw as z.output<Given> };
}

function issues(result: z.ZodSafeParseResult<unknown>): readonly z.core.$ZodIssue[] {
	return result.success ? [] : result.error.issues;
}

function common(definition: Definition<Shape, Shape>) {
	return {
		id: definition.id,
		path: definition.path,
		room: definition.room,
		summary: definition.summary,
		pathShape: definition.pathShape ?? nothing,
		queryShape: definition.queryShape ?? nothing,
	};
}

/** The route as OpenAPI describes it. */
export function routeOf(operation: Operation) {
	const { bodyShape, answerShape, status } = operation;
	return createRoute({
		method: operation.method,
		path: operation.path,
		operationId: operation.id,
		summary: operation.summary,
		tags: [operation.room],
		security: [{ token: [`${operation.room}:${operation.scope}`] }],
		request: {
			params: operation.pathShape,
			query: operation.queryShape,
			...(operation.versioned
				? { headers: z.object({ "if-match": z.string().optional().describe("The ETag last seen; required.") }) }
				: {}),
			...(bodyShape ? { body: { required: true, content: { "application/json": { schema: bodyShape } } } } : {}),
		},
		responses: {
			[status]: answerShape
				? { description: "Done", content: { "application/json": { schema: answerShape } } }
				: { description: "Done" },
			default: { description: "Refused", content: { "application/problem+json": { schema: problemShape } } },
		},
	});
}

/** RFC 9457. `code` is the room's own word for the refusal; `errors` lists every finding. */
export const problemShape = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.number().int(),
		code: z.string(),
		detail: z.string().optional(),
		errors: z.array(z.object({ field: z.string().optional(), code: z.string(), message: z.string() })).optional(),
		requestId: z.string().optional(),
	})
	.openapi("Problem");
