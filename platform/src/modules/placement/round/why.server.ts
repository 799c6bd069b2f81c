import type { Work } from "../../../database/work.server.ts";
import type { CrossingRule } from "../allocate/crossing.ts";
import type { Cost, SiteAnswer, Sureness, ToldMove } from "../allocate/explain.ts";
import type { Kept } from "./contract.ts";
import { explanationFor } from "./moved.server.ts";
import { municipalityName } from "./municipality.server.ts";
import { type RunContent, readRunContent } from "./run.server.ts";
import { findRun } from "./run.store.server.ts";

/** A wish and what became of it, with the names of sites: plain data for a page. */
export type ToldWish = {
	readonly rank: number;
	readonly name: string;
	readonly minutes: number | null;
	readonly answer: SiteAnswer["kind"];
	readonly removed: readonly { readonly rule: string; readonly offers: number }[];
	/** The rule that crosses others and stops it. */
	readonly crossing: CrossingRule | null;
	readonly cost: Cost | null;
	readonly sure: Sureness | null;
	readonly moves: readonly ToldMove[];
};

export type Why = {
	readonly exact: boolean;
	readonly proved: boolean;
	readonly wishes: readonly ToldWish[];
	/** Offers in the round that were closed to the claim, by rule. */
	readonly removed: readonly { readonly rule: string; readonly offers: number }[];
};

/** Why a claim of a run has the place it has. The caller has judged who may ask; nobody else is named. */
export async function whyOf(run: Kept, content: RunContent, claimId: string): Promise<Why> {
	const explanation = explanationFor(run, content);
	const { wishes, removed } = await explanation.why(claimId);
	const sites = new Map(content.snapshot.sites.map(({ id, name }) => [id, name]));
	const called = (site: string | null) => (site === null ? null : (sites.get(site) ?? site));
	return {
		exact: explanation.exact,
		proved: content.result.holds === "optimal" && content.result.flaws.length === 0,
		removed,
		wishes: wishes.map(({ rank, kind, target, site, minutes, answer }) => ({
			...{ rank, minutes, answer: answer.kind },
			name: kind === "site" ? (called(target) ?? target) : nameOfArea(kind, target, called(site)),
			removed: answer.kind === "rules" ? answer.removed : [],
			crossing: answer.kind === "crossing" ? answer.rule : null,
			cost: answer.kind === "cost" ? answer.cost : null,
			sure: answer.kind === "cost" ? answer.sure : null,
			moves:
				answer.kind === "cost"
					? answer.moves.map((move) => ({ ...move, from: called(move.from), to: called(move.to) }))
					: [],
		})),
	};
}

function nameOfArea(kind: "municipality" | "county", target: string, site: string | null): string {
	const area = kind === "municipality" ? municipalityName(target) : target;
	return site === null ? area : `${area} (${site})`;
}

/** Why a published placement is where it is, by the run it was published from, and the rules of that run. */
export async function whyPlaced(work: Work, placement: { readonly runId: string; readonly claimId: string }) {
	const run = await findRun(work, placement.runId);
	const content = run && (await readRunContent(work, run));
	if (!run || !content) return undefined;
	const { rules, seed } = content.snapshot;
	return { why: await whyOf(run, content, placement.claimId), rules, seed };
}
