import { z } from "@hono/zod-openapi";
import { type Operation, readOperation } from "../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../api/paging.server.ts";
import { day, id } from "../organisation/contract.ts";
import { measureFacts } from "./measure/contract.ts";
import {
	countInEducation,
	listEducationOrders,
	listGrantNeeds,
	listMeasures,
	listStudies,
	listSupervisorNeeds,
	readStudy,
} from "./service.server.ts";
import { financeFacts, payers, type ShownStudy, stepFacts, studyFacts, studyStates } from "./study/contract.ts";

const room = "competence";
const offsetKey = z.tuple([z.int().min(0)]);

// Names and addresses of those who study do not leave by the API: a study is its number.
const study = studyFacts.omit({ name: true, email: true }).extend({
	...{ id, number: z.int(), unitName: z.string(), entryName: z.string(), state: z.enum(studyStates) },
	steps: z.array(stepFacts.extend({ id, recordedAt: z.string(), undoneAt: z.string().nullable() })),
	finance: z.array(financeFacts.extend({ id, fundingRef: id.nullable() })),
});

function onWire({ steps, finance, ...facts }: ShownStudy): z.input<typeof study> {
	return study.parse({
		...facts,
		steps: steps.map(({ recordedBy: _by, undoneBy: _undone, ...step }) => step),
		finance: [...finance],
	});
}

const lists = { education: listEducationOrders, supervisors: listSupervisorNeeds, grants: listGrantNeeds };

const counted = z.object({ persons: z.int(), studies: z.int() });

const measureOnWire = measureFacts.omit({ ownerEmail: true, deputyEmail: true }).extend({
	id,
	number: z.int(),
	planTitle: z.string(),
	unitName: z.string().nullable(),
	entryName: z.string().nullable(),
});

/**
 * Competence over the API: who is in education, without names, with steps and who pays; how many there were on a day; and
 * the measures of the plans, with what they order, what supervisors they make, and what grants they need.
 */
export const competenceOperations: readonly Operation[] = [
	readOperation({
		id: "listStudies",
		path: "/studies",
		room,
		summary: "Studies in progress at the units the token's owner may read, by number",
		queryShape: pagingQuery.extend({ state: z.enum(studyStates).optional() }),
		answer: pageOf(study),
		read: async (work, { query: { cursor, limit, state } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const rows = (await listStudies(work)).filter((one) => state === undefined || one.state === state);
			return cutPage(rows.slice(offset, offset + limit + 1).map(onWire), limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readStudy",
		path: "/studies/{studyId}",
		room,
		summary: "One study with its steps and who pays",
		pathShape: z.object({ studyId: id }),
		answer: study,
		read: async (work, { path }) => {
			const found = await readStudy(work, path.studyId);
			return found ? onWire(found) : null;
		},
	}),
	readOperation({
		id: "listMeasures",
		path: "/competence-measures",
		room,
		summary:
			"Measures of the competence plans, the first to be done first; those ordered, for supervisors or for grants alone",
		queryShape: pagingQuery.extend({ need: z.enum(["education", "supervisors", "grants"]).optional() }),
		answer: pageOf(measureOnWire),
		read: async (work, { query: { cursor, limit, need } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const list = need === undefined ? listMeasures : lists[need];
			const rows = (await list(work)).slice(offset, offset + limit + 1);
			return cutPage(
				rows.map((one) => measureOnWire.parse(one)),
				limit,
				() => [offset + limit],
			);
		},
	}),
	readOperation({
		id: "countInEducation",
		path: "/studies-count",
		room,
		summary: "How many are in education on a day: all, and those a payer or an award pays for",
		queryShape: z.object({ day: day.optional(), payer: z.enum(payers).optional(), award: id.optional() }),
		answer: z.object({ day, all: counted, financed: counted.nullable() }),
		read: async (work, { query }) => {
			const studies = await listStudies(work);
			const on = query.day ?? work.today;
			const by = query.award ? { award: query.award } : query.payer ? { payer: query.payer } : null;
			const financed = by === null ? null : countInEducation(studies, on, by);
			return { day: on, all: countInEducation(studies, on), financed };
		},
	}),
];
