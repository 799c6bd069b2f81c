import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, slowOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { day, id } from "../../organisation/contract.ts";
import { roundRules } from "../allocate/contract.ts";
import { pairRules, roundStates } from "../codes.ts";
import { requestPublication } from "../publish/publication.server.ts";
import { findNeedsWaiting } from "../roster/adaptation.server.ts";
import { checkedRound } from "./checked.server.ts";
import { roundValues } from "./contract.ts";
import { run, runOnWire } from "./run-api.server.ts";
import {
	addParties,
	changeRound,
	changeRules,
	choosePeriods,
	createRound,
	listRounds,
	readRound,
	readRoundHead,
	removeHost,
} from "./service.server.ts";

const room = "placement";
const roundPath = z.object({ roundId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const moment = z.iso.datetime().nullable();
const count = z.int();

const checklist = z.object({
	withoutOffer: count.openapi({ description: "Students no place is open to" }),
	byRule: z
		.array(z.object({ rule: z.enum([...pairRules, "no-offer"]), claims: count }))
		.openapi({ description: "Those, each under the rule that closes most places to them; most students first" }),
	tooFew: z
		.object({ courses: z.array(z.string()), claims: count, places: count })
		.nullable()
		.openapi({ description: "Courses whose students outnumber the places that suit any of them; null: none" }),
	withoutPostcode: count.openapi({ description: "A limit on travel cannot hold for these" }),
	unknownPostcode: count.openapi({ description: "Students with a postcode nobody knows where is" }),
	withoutWishes: count,
	unknownMunicipality: z
		.array(z.string())
		.openapi({ description: "Sites nobody knows the municipality of: wishes for one do not count there" }),
	withoutAgreement: z
		.object({
			...{ places: count, hosts: count },
			pairs: z
				.array(z.object({ institutionId: id, hostId: id, places: count }))
				.openapi({ description: "Between whom, most places first" }),
			morePairs: count.openapi({ description: "Pairs that are not among those told" }),
		})
		.nullable()
		.openapi({ description: "Places that lack an agreement; null where the round does not look at agreements" }),
	needsWaiting: count.openapi({
		description: "Students who have written a need nobody has dealt with; 0 to those who may not read needs",
	}),
});

/** Rounds over the API: made, run and published by the same verbs as the pages. */
export const roundOperations: readonly Operation[] = [
	readOperation({
		id: "listRounds",
		path: "/placement/rounds",
		room,
		summary: "Rounds the organisation the token acts for runs or takes part in",
		queryShape: pagingQuery.extend({ search: z.string().max(200).optional() }),
		answer: pageOf(
			z.object({
				...{ id, organisationId: id, name: z.string(), ownerName: z.string(), firstDay: day, lastDay: day },
				...{ state: z.enum(roundStates), calculated: z.boolean(), wishesUntil: day.nullable() },
				...{ claims: count.nullable(), withoutWishes: count.nullable(), placed: count },
			}),
		),
		read: async (work, { query: { cursor, limit, search } }) => {
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await listRounds(work, { ...(search ? { search } : {}), offset, pageSize: limit + 1 });
			return cutPage(rows, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "readRound",
		path: "/placement/rounds/{roundId}",
		room,
		summary: "One round with its periods, hosts, rules and runs; its ETag is the version a change must send back",
		pathShape: roundPath,
		answer: roundValues.extend({
			...{ id, organisationId: id, state: z.enum(roundStates), rules: roundRules },
			...{ chosenRunId: id.nullable(), publication: count, publishedAt: moment, version: count },
			periods: z.array(
				z.object({
					id,
					courseName: z.string(),
					name: z.string(),
					firstDay: day,
					lastDay: day,
					claims: count.nullable(),
					included: z.boolean(),
				}),
			),
			hosts: z.array(z.object({ hostId: id, name: z.string(), sites: count, places: count })),
			runs: z.array(run),
		}),
		read: async (work, { path }) => {
			const page = await readRound(work, path.roundId);
			if (!page) return null;
			const { round, periods, hosts, runs } = page;
			const { seed: _seed, publishedAt, ...values } = round;
			return {
				...values,
				publishedAt: publishedAt?.toISOString() ?? null,
				periods: periods.map(({ id, courseName, name, firstDay, lastDay, claims, included }) => ({
					...{ id, courseName, name, firstDay, lastDay, claims, included },
				})),
				hosts: hosts.map(({ hostId, name, sites, places }) => ({ hostId, name, sites, places })),
				runs: runs.map(runOnWire),
			};
		},
	}),
	slowOperation({
		id: "checkRound",
		path: "/placement/rounds/{roundId}/checklist",
		room,
		summary:
			"What blocks or weakens a round as it stands, before anything is run; for whoever runs the round. A national round takes seconds",
		pathShape: roundPath,
		answer: checklist,
		read: async ({ reading, database, actor }, { path }) => {
			const head = await reading((work) => readRoundHead(work, path.roundId));
			if (!head?.can.run) return null;
			const found = await checkedRound(database, actor.organisationId, head.round);
			const needs = await reading((work) => findNeedsWaiting(work, head.round.id));
			const { byRule, unknownMunicipality, tooFew, withoutAgreement, ...counts } = found;
			return {
				...{ ...counts, byRule: [...byRule], unknownMunicipality: [...unknownMunicipality] },
				tooFew: tooFew && { ...tooFew, courses: [...tooFew.courses] },
				withoutAgreement: withoutAgreement && { ...withoutAgreement, pairs: [...withoutAgreement.pairs] },
				needsWaiting: needs.students,
			};
		},
	}),
	writeOperation({
		id: "createRound",
		method: "post",
		path: "/placement/rounds",
		room,
		summary: "Begins a round with the organisation's own periods within its days",
		body: roundValues,
		answer: z.object({ id }),
		write: (work, { body }) =>
			createRound(work, body, work.actor.kind === "person" ? (work.actor.organisationKind ?? "") : ""),
	}),
	writeOperation({
		id: "changeRound",
		method: "put",
		path: "/placement/rounds/{roundId}",
		room,
		summary: "Changes the name, the days and the deadlines of a round",
		pathShape: roundPath,
		body: roundValues,
		versioned: true,
		write: async (work, { path, body, version }) => {
			const outcome = await changeRound(work, path.roundId, { ...body, version: version ?? 0 });
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "changeRoundRules",
		method: "put",
		path: "/placement/rounds/{roundId}/rules",
		room,
		summary: "Changes what the next run of a round keeps to and aims at",
		pathShape: roundPath,
		body: roundRules,
		versioned: true,
		write: async (work, { path, body, version }) => {
			const outcome = await changeRules(work, path.roundId, version ?? 0, body);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "chooseRoundPeriods",
		method: "put",
		path: "/placement/rounds/{roundId}/periods",
		room,
		summary: "Says which of the organisation's own periods are in a round",
		pathShape: roundPath,
		body: z.object({ periodIds: z.array(id).max(2000) }),
		write: async (work, { path, body }) => {
			const outcome = await choosePeriods(work, path.roundId, body.periodIds);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "addRoundParties",
		method: "post",
		path: "/placement/rounds/{roundId}/parties",
		room,
		summary:
			"Takes in places of hosts, or institutions whose coordinators may then bring their own periods; those there already stay",
		pathShape: roundPath,
		body: z.object({ side: z.enum(["institution", "host"]), organisationIds: z.array(id).min(1).max(2000) }),
		write: async (work, { path, body }) => {
			const outcome = await addParties(work, path.roundId, body.side, body.organisationIds);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "removeRoundHost",
		method: "delete",
		path: "/placement/rounds/{roundId}/hosts/{hostId}",
		room,
		summary: "Takes the places of a host out of a round; what has been published stays",
		pathShape: roundPath.extend({ hostId: id }),
		write: async (work, { path }) => {
			const outcome = await removeHost(work, path.roundId, path.hostId);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "publishRound",
		method: "post",
		path: "/placement/rounds/{roundId}/publications",
		room,
		summary:
			"Asks for the chosen run to be published: all of it, or, where it no longer fits, nothing; read the job until it is over",
		pathShape: roundPath,
		answer: z.object({ jobId: id }),
		write: (work, { path }) => requestPublication(work, path.roundId),
	}),
];
