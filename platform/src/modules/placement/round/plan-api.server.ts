import { z } from "@hono/zod-openapi";
import { type Operation, readOperation, writeOperation } from "../../../api/operation.server.ts";
import { cutPage, decodeCursor, pageOf, pagingQuery } from "../../../api/paging.server.ts";
import { type Outcome, refused } from "../../../outcome.ts";
import { id } from "../../organisation/contract.ts";
import { crossingRules } from "../allocate/crossing.ts";
import { pairRules } from "../codes.ts";
import { lockClaim, longestReason, type MoveRefusal, moveClaim, unlockClaim } from "./move.server.ts";
import { readRun } from "./run.server.ts";
import { nameClaims } from "./run.store.server.ts";
import { handsOf, readStanding } from "./run-view.server.ts";
import { type ToldWish, whyOf } from "./why.server.ts";

const room = "placement";
const runPath = z.object({ runId: id });
const claimPath = runPath.extend({ claimId: id });
const offsetKey = z.tuple([z.int().min(0)]);
const count = z.int();

/** Offers by the rule that closed them. */
const removed = z.array(z.object({ rule: z.enum(pairRules), offers: count }));

const cost = z.object({
	places: count.openapi({ description: "Places lost, all priority classes together; below 0: gained" }),
	byPriority: z.array(z.object({ priority: count, places: count })),
	minutes: z.number().openapi({ description: "Minutes one way, summed over those who are placed before and after" }),
	ranks: count.openapi({ description: "Steps down lists of wishes, summed likewise" }),
	others: count.openapi({ description: "How many others get another place, or none, or their first" }),
	steps: z.array(z.object({ name: z.string(), change: z.number() })),
});

const wishAnswers = [
	...(["given", "rules", "nothing-offered", "locked", "no-place", "cost", "crossing", "rules-cross"] as const),
	...(["moved-away", "not-chosen"] as const),
];

const why = z.object({
	...{ claim: id, offerId: id.nullable(), siteName: z.string().nullable() },
	...{ rank: count.nullable(), minutes: z.number().nullable(), locked: z.boolean() },
	seen: count.openapi({ description: "How many moves the run has ever had: a move must send it back" }),
	exact: z.boolean().openapi({ description: "Whether costs are on every pair and heed every rule" }),
	proved: z
		.boolean()
		.openapi({ description: "Whether the run's plan is proved to be the best; moves by hand since are not" }),
	moves: count.openapi({ description: "Moves by hand the plan has" }),
	wishes: z.array(
		z.object({
			...{ rank: count, name: z.string(), minutes: z.number().nullable() },
			answer: z.enum(wishAnswers),
			removed,
			crossing: z.enum(crossingRules).nullable(),
			cost: cost
				.nullable()
				.openapi({ description: "What giving it anyway would cost, everybody moved in the best way" }),
			sure: z
				.object({ kind: z.enum(["exact", "none-better", "best-found"]), least: z.number().nullable().optional() })
				.nullable(),
			moves: z.array(
				z.object({
					...{ who: z.enum(["claim", "another"]), from: z.string().nullable(), to: z.string().nullable() },
					...{ minutes: z.number(), ranks: count },
				}),
			),
		}),
	),
	removed,
});

const move = z.object({
	offerId: id.nullable().openapi({ description: "Null takes the place away" }),
	seen: count.min(0).openapi({ description: "As the claim was read with" }),
	reason: z.string().trim().max(longestReason).nullable().openapi({ description: "For the student to read" }),
});

/** The plan of a run over the API: those without a place, why a student is where they are, and moves by hand. */
export const planOperations: readonly Operation[] = [
	readOperation({
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
		read: async (work, { path, query: { cursor, limit } }) => {
			const standing = await readStanding(work, path.runId);
			if (!standing) return null;
			const offset = cursor === undefined ? 0 : (decodeCursor(cursor, offsetKey)?.[0] ?? 0);
			const { rows } = await standing.ask("unplacedPage", { edits: standing.edits, offset, pageSize: limit + 1 });
			const named = await nameClaims(
				work,
				rows.map(({ claim }) => claim),
			);
			const names = new Map(named.map(({ id, name }) => [id, name]));
			const wire = rows.map((row) => ({
				...{ ...row, removed: [...row.removed], studentName: names.get(row.claim) ?? null },
			}));
			return cutPage(wire, limit, () => [offset + limit]);
		},
	}),
	readOperation({
		id: "explainClaim",
		path: "/placement/runs/{runId}/claims/{claimId}",
		room,
		summary:
			"Where one student is in the plan of a run as it stands, and why: each wish with what stopped it or what it would cost",
		pathShape: claimPath,
		answer: why,
		read: async (work, { path }) => {
			const standing = await readStanding(work, path.runId);
			const row = standing && (await standing.ask("row", { edits: standing.edits, claim: path.claimId }));
			if (!standing || !row) return null;
			const { wishes, removed, exact, proved, moves } = await whyOf(standing.ask, row.claim, handsOf(standing, row));
			return {
				...{ claim: row.claim, offerId: row.offer, siteName: row.site, rank: row.rank, minutes: row.minutes },
				...{ locked: standing.locked.includes(row.claim), seen: standing.seen, exact, proved, moves },
				...{ wishes: wishes.map(onWire), removed: [...removed] },
			};
		},
	}),
	writeOperation({
		id: "moveClaim",
		method: "post",
		path: "/placement/runs/{runId}/claims/{claimId}/move",
		room,
		summary: "Moves one student of a plan by hand; refused where a rule closes the place or it is full",
		pathShape: claimPath,
		body: move,
		write: async (work, { path, body }): Promise<Outcome<null, MoveRefusal | "missing">> => {
			if (!(await readRun(work, path.runId))) return refused("missing");
			const { offerId, seen, reason } = body;
			const outcome = await moveClaim(work, path.runId, path.claimId, offerId, seen, [], reason);
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

function onWire({ removed, moves, cost, ...wish }: ToldWish): z.input<typeof why>["wishes"][number] {
	const told = cost && { ...cost, byPriority: [...cost.byPriority], steps: [...cost.steps] };
	return { ...wish, removed: [...removed], moves: [...moves], cost: told };
}
