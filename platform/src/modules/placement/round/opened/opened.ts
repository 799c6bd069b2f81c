import type { LinearSolver } from "@laeringsarena/allocation";
import type { RunCertificate, RunResult, Snapshot } from "../../allocate/contract.ts";
import { type Explanation, explanationOf } from "../../allocate/explain.ts";
import { type Ground, groundOf } from "../../allocate/ground.ts";
import { type Left, leftOf } from "../../allocate/left.ts";
import { notKnown, notWished, type Reach, reachOf } from "../../allocate/reach.ts";

/** A run as it is stored: what it was made from and came to. */
export type RunContent = {
	readonly snapshot: Snapshot;
	readonly result: RunResult;
	readonly certificate: RunCertificate;
};

/** Where a claim has been moved by hand; the last one of a claim holds. An offer of null takes the place away. */
export type Edit = { readonly claim: string; readonly offer: string | null };
export type PlanRow = RunResult["plan"][number];

/**
 * A run ready to be asked about: what one question has made ready is there for the next. Made in a thread, since a national
 * run takes a second to unpack and its explanation as long as its facts did.
 */
export type Opened = RunContent & {
	readonly claimIndex: ReadonlyMap<string, number>;
	readonly siteIndex: ReadonlyMap<string, number>;
	readonly siteOfOffer: ReadonlyMap<string, Snapshot["sites"][number]>;
	readonly periodOf: (claim: string) => Snapshot["periods"][number] | undefined;
	/** The plan with what has been moved by hand. */
	plan(edits: readonly Edit[]): RunResult["plan"];
	readonly explanation: () => Explanation;
	readonly ground: () => Ground;
	/** Who can go where. */
	readonly reach: () => Reach;
	/** What a plan leaves room for, under every limit the run heeds. */
	readonly left: (plan: RunResult["plan"]) => Left;
};

/** @param solver answers under rules that cross; without it costs are not known there */
export function opened(content: RunContent, solver?: LinearSolver): Opened {
	const { snapshot, result, certificate } = content;
	const claimIndex = new Map(snapshot.claims.map(({ id }, at) => [id, at]));
	const siteIndex = new Map(snapshot.sites.map(({ id }, at) => [id, at]));
	const periods = new Map(snapshot.periods.map((period) => [period.id, period]));
	const siteOfOffer = new Map(
		snapshot.offers.flatMap(({ id, siteId }) => {
			const site = snapshot.sites[siteIndex.get(siteId) ?? -1];
			return site === undefined ? [] : [[id, site] as const];
		}),
	);
	const explanation = once(() => explanationOf(snapshot, result, certificate, solver));
	const ground = once(() => groundOf(snapshot));
	const limits = once(() => leftOf(ground()));
	const reach = once((): Reach => reachOf(ground()));
	const wayTo = (claim: string, site: string) => {
		const [from, to] = [claimIndex.get(claim), siteIndex.get(site)];
		if (from === undefined || to === undefined) return { rank: null, minutes: null };
		const { rank, minutes } = reach().judge(from, to);
		return { rank: rank === notWished ? null : rank, minutes: minutes === notKnown ? null : minutes };
	};
	return {
		...{ ...content, claimIndex, siteIndex, siteOfOffer, explanation, ground, reach },
		left: (plan) => limits()(plan),
		periodOf: (claim) => periods.get(snapshot.claims[claimIndex.get(claim) ?? -1]?.periodId ?? ""),
		plan(edits) {
			if (edits.length === 0) return result.plan;
			const last = new Map(edits.map(({ claim, offer }) => [claim, offer]));
			return result.plan.map((row) => {
				const offer = last.get(row.claim);
				if (offer === undefined || offer === row.offer) return row;
				if (offer === null) return { ...row, offer, rank: null, minutes: null };
				return { ...row, offer, ...wayTo(row.claim, siteOfOffer.get(offer)?.id ?? "") };
			});
		},
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
