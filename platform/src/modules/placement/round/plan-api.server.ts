import { z } from "@hono/zod-openapi";
import { type Operation, slowOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { type Outcome, refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { judgeAhead, lockClaim, longestReason, type MoveRefusal, moveClaim, unlockClaim } from "./move.server.ts";
import { readRun } from "./run.server.ts";
import { nameClaims } from "./run.store.server.ts";
import { handsOf, openStanding } from "./run-view.server.ts";
import { placesReader } from "./since.server.ts";
import { tryMove } from "./trial.server.ts";
import { whyOf } from "./why.server.ts";
import { cost, costOnWire, removed, why, whyOnWire } from "./why-api.ts";

const room = "placement";
const runPath = z.object({ runId: id });
const claimPath = runPath.extend({ claimId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const count = z.int();

/** So many offers are told of, the wished for and the nearest. */
const offersAtMost = 500;
/** In a query, for no place. */
const nowhere = "none";

const move = z.object({
	offerId: id.nullable().openapi({ description: "Null takes the place away" }),
	seen: count.min(0).openapi({ description: "As the claim was read with" }),
	reason: z.string().trim().max(longestReason).nullable().openapi({ description: "For the student to read" }),
	along: z
		.array(id)
		.max(2000)
		.default([])
		.openapi({ description: "Who the trial said must move along to make room; nobody else is moved" }),
});

const trial = z.object({
	refused: z
		.string()
		.nullable()
		.openapi({ description: "The rule that closes the place to the student, or why nothing can be said; null: none" }),
	siteName: z.string().nullable(),
	cost: cost.nullable(),
	exceeded: z
		.array(z.object({ name: z.string(), count, places: count }))
		.openapi({ description: "Where there would be too many unless others move along" }),
	breaks: z.array(z.string()).openapi({ description: "Rules that the move breaks and the plan before it did not" }),
	best: z
		.object({
			cost,
			along: z.array(
				z.object({
					...{ claim: id, studentName: z.string().nullable(), institutionName: z.string() },
					...{ from: z.string().nullable(), to: z.string().nullable() },
				}),
			),
		})
		.nullable()
		.openapi({ description: "The best that can be done with the others where there is not room; null: nothing can" }),
	gaveUp: z.boolean().openapi({ description: "Whether looking for the best took too long" }),
	lost: z.boolean().openapi({ description: "Whether the site has too few places now, whatever the run was made from" }),
});

/** The plan of a run over the API: those without a place, why a student is where they are, and moves by hand. */
export const planOperations: readonly Operation[] = [
	slowOperation({
		id: "listUnplaced",
		path: "/placement/runs/{runId}/unplaced",
		room,
		summary: "Those without a place in the plan of a run as it stands, each with what closed places to them",
		pathShape: runPath,
		queryShape: pagingQuery,
		answer: pageOf(
			z.object({
				...{ claim: id, studentName: z.string().nullable(), institutionId: id, course: z.string() },
				open: count.openapi({ description: "Offers that are open to the student, all of them taken by others" }),
				removed,
				shortage: z
					.object({ claims: count, places: count })
					.nullable()
					.openapi({ description: "So many have only these places open among them" }),
				byHand: z.boolean().openapi({ description: "The run gave a place, and a hand took it" }),
			}),
		),
		read: async ({ reading }, { path, query: { cursor, limit } }) => {
			const standing = await openStanding(reading, path.runId);
			if (!standing) return null;
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await standing.ask("unplacedPage", { edits: standing.edits, offset, pageSize: limit + 1 });
			const named = await reading((work) =>
				nameClaims(
					work,
					rows.map(({ claim }) => claim),
				),
			);
			const names = new Map(named.map(({ id, name }) => [id, name]));
			const wire = rows.map((row) => ({
				...{ ...row, removed: [...row.removed], studentName: names.get(row.claim) ?? null },
			}));
			return cutPage(wire, limit, () => [offset + limit]);
		},
	}),
	slowOperation({
		id: "explainClaim",
		path: "/placement/runs/{runId}/claims/{claimId}",
		room,
		summary:
			"Where one student is in the plan of a run as it stands, and why: each wish with what stopped it or what it would cost",
		pathShape: claimPath,
		answer: why.extend({
			...{ claim: id, offerId: id.nullable(), siteName: z.string().nullable() },
			...{ rank: count.nullable(), minutes: z.number().nullable(), locked: z.boolean() },
			seen: count.openapi({ description: "How many moves the run has ever had: a move must send it back" }),
		}),
		read: async ({ reading }, { path }) => {
			const standing = await openStanding(reading, path.runId);
			const row = standing && (await standing.ask("row", { edits: standing.edits, claim: path.claimId }));
			if (!standing || !row) return null;
			return {
				...{ claim: row.claim, offerId: row.offer, siteName: row.site, rank: row.rank, minutes: row.minutes },
				...{ locked: standing.locked.includes(row.claim), seen: standing.seen },
				...whyOnWire(await whyOf(reading, standing, row.claim, handsOf(standing, row))),
			};
		},
	}),
	slowOperation({
		id: "listOpenOffers",
		path: "/placement/runs/{runId}/claims/{claimId}/offers",
		room,
		summary: `Offers of a run that no rule closes to one student, the wished for first and then the nearest; at most ${offersAtMost}`,
		pathShape: claimPath,
		answer: z.object({
			items: z.array(
				z.object({ offerId: id, siteName: z.string(), rank: count.nullable(), minutes: z.number().nullable() }),
			),
		}),
		read: async ({ reading }, { path }) => {
			const standing = await openStanding(reading, path.runId);
			const row = standing && (await standing.ask("row", { edits: standing.edits, claim: path.claimId }));
			if (!standing || !row) return null;
			const open = await standing.ask("offers", { edits: standing.edits, claim: row.claim, most: offersAtMost });
			return {
				items: open.map(({ offer, name, rank, minutes }) => ({ offerId: offer, siteName: name, rank, minutes })),
			};
		},
	}),
	slowOperation({
		id: "tryMove",
		path: "/placement/runs/{runId}/claims/{claimId}/trial",
		room,
		summary:
			"What it would cost to move one student of a plan by hand, and who must then move along; nothing is changed",
		pathShape: claimPath,
		queryShape: z.object({
			offerId: z.union([id, z.literal(nowhere)]).openapi({ description: `\`${nowhere}\` takes the place away` }),
		}),
		answer: trial,
		read: async ({ reading, database, actor }, { path, query }) => {
			const standing = await openStanding(reading, path.runId);
			const row = standing && (await standing.ask("row", { edits: standing.edits, claim: path.claimId }));
			if (!standing || !row) return null;
			const to = { offer: query.offerId === nowhere ? null : query.offerId };
			const asSystem = placesReader(database, actor.organisationId);
			const found = await tryMove(reading, asSystem, standing, row.claim, to);
			if (found.kind === "refused")
				return {
					...{ refused: found.because, siteName: null, cost: null, exceeded: [], breaks: [], best: null },
					...{ gaveUp: false, lost: false },
				};
			const { site, exceeded, breaks, best, gaveUp, lost } = found;
			return {
				...{
					refused: null,
					siteName: site,
					cost: costOnWire(found.cost),
					exceeded: [...exceeded],
					breaks: [...breaks],
				},
				best: best && {
					cost: costOnWire(best.cost),
					along: best.along.map(({ claim, student, institution, from, to }) => ({
						...{ claim, studentName: student, institutionName: institution, from, to },
					})),
				},
				...{ gaveUp, lost },
			};
		},
	}),
	writeOperation({
		id: "moveClaim",
		method: "post",
		path: "/placement/runs/{runId}/claims/{claimId}/move",
		room,
		summary:
			"Moves one student of a plan by hand, and those along who were shown by a trial; refused where a rule closes the place, or it is full and nobody moves along",
		pathShape: claimPath,
		body: move,
		ahead: ({ reading }, { path, body }) => judgeAhead(reading, path.runId, path.claimId, body.offerId),
		write: async (work, { path, body }): Promise<Outcome<null, MoveRefusal | "missing">> => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const { offerId, seen, reason, along } = body;
			const outcome = await moveClaim(work, path.runId, path.claimId, offerId, seen, along, reason);
			return outcome.refused ? outcome : { done: null };
		},
	}),
	writeOperation({
		id: "lockClaim",
		method: "put",
		path: "/placement/runs/{runId}/claims/{claimId}/lock",
		room,
		summary: "Holds a student where the plan has them, whatever the next run would do; or lets go",
		pathShape: claimPath,
		body: z.object({ locked: z.boolean() }),
		write: async (work, { path, body }): Promise<Outcome<null, MoveRefusal | "missing">> => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const outcome = await (body.locked ? lockClaim : unlockClaim)(work, path.runId, path.claimId);
			return outcome.refused ? outcome : { done: null };
		},
	}),
];
