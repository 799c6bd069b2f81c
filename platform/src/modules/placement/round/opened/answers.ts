import type { Snapshot } from "../../allocate/contract.ts";
import type { SiteAnswer } from "../../allocate/explain.ts";
import { measuresOf } from "../../allocate/measures.ts";
import { writtenFacts } from "../../allocate/written.ts";
import { mostPairsInFile, type WishKind } from "../../codes.ts";
import { studentsWithoutAgreement } from "../agreed.ts";
import { bareCard, boardPage, slotsOf, slotsOfClaim } from "./board.ts";
import { bareRow, planPage, sitesPage, unplacedPage } from "./lists.ts";
import type { Edit, Opened } from "./opened.ts";
import { publicationOf } from "./publication.ts";
import { remediesOf } from "./remedies.ts";
import { type PlacesNow, sinceRun } from "./since.ts";
import { type ByHand, choicesOf, costOfMoves, judgeMove, offersOf, tried } from "./trial.ts";

/** What is as true of a student who has been moved by hand as before. */
const lasting: ReadonlySet<SiteAnswer["kind"]> = new Set(["rules", "nothing-offered"]);

function afterMove(isHere: boolean, found: SiteAnswer["kind"]): "given" | "moved-away" | "not-chosen" {
	if (isHere) return "given";
	return found === "given" ? "moved-away" : "not-chosen";
}

function meets(site: Snapshot["sites"][number], kind: WishKind, target: string): boolean {
	if (kind === "site") return site.id === target;
	return kind === "municipality" ? site.municipality === target : site.municipality?.slice(0, 2) === target;
}

/** What a run can be asked, each with what is given to it: plain data both ways, answered in a thread. */
export const answers = {
	/** What does not change: whose places and students are in it, what it can be narrowed by, what is proved. */
	about: ({ snapshot, result, certificate }: Opened) => ({
		hostIds: [...new Set(snapshot.sites.map(({ hostId }) => hostId))],
		institutionIds: [...new Set(snapshot.periods.map(({ institutionId }) => institutionId))],
		municipalities: [...new Set(snapshot.sites.flatMap(({ municipality }) => municipality ?? []))],
		courses: [...new Set(snapshot.periods.map(({ courseName }) => courseName))],
		...{ rules: snapshot.rules, seed: snapshot.seed, holds: result.holds, flaws: result.flaws },
		/** Whether rules cross: why somebody has a place is then a plan of its own to be solved, wish by wish. */
		crosses: certificate.crossing !== null,
	}),
	/** What a run came to with what has been moved by hand, in numbers, with the names that its findings need and the snapshot has. */
	summary: (run: Opened, { edits }: { readonly edits: readonly Edit[] }) => {
		const { snapshot, result, siteOfOffer, claimIndex } = run;
		const { comparisons, findings } = result;
		const plan = run.plan(edits);
		const measures = plan === result.plan ? result.measures : measuresOf({ snapshot, ground: run.ground() }, plan);
		const ids = new Set(findings.flatMap(({ detail }) => Object.values(detail).map(String)));
		const sites = new Map(snapshot.sites.map(({ id, name }) => [id, name]));
		const called = [...ids].flatMap((id) => {
			const name = sites.get(id) ?? siteOfOffer.get(id)?.name;
			return name === undefined ? [] : [[id, name] as const];
		});
		return {
			...{ measures, comparisons, findings, called: Object.fromEntries(called) },
			wished: snapshot.claims.some(({ wishes }) => wishes.length > 0),
			claims: [...ids].filter((id) => claimIndex.has(id)),
			withoutAgreement: studentsWithoutAgreement(snapshot, plan),
		};
	},
	/** What is proved, and the places in its facts that are supposed. */
	proof: ({ result, snapshot: { supposed = [] } }: Opened) => {
		const { holds, flaws, steps, snapshotHash, seed, pairs, milliseconds } = result;
		return { holds, flaws, steps, snapshotHash, seed, pairs, milliseconds, supposed };
	},
	/** Facts or certificate in the engine's documented forms, as the bytes of JSON; null where it is too large for one file. */
	file: ({ snapshot, result, certificate }: Opened, { file }: { readonly file: "problem" | "result" }) => {
		if (file === "problem" && result.pairs.open > mostPairsInFile) return null;
		const body =
			file === "problem" ? writtenFacts(snapshot, certificate) : (certificate.result ?? certificate.crossing);
		return new TextEncoder().encode(JSON.stringify(body));
	},
	planPage,
	sitesPage,
	unplacedPage,
	/** What it would take for some who have no place. */
	remedies: remediesOf,
	board: boardPage,
	/** Sites with other places now than the run was made from, with what is free for a course or a claim. */
	since: (
		run: Opened,
		{
			course,
			claim,
			...given
		}: {
			readonly edits: readonly Edit[];
			readonly now: PlacesNow;
			readonly course?: string;
			readonly claim?: string;
		},
	) =>
		sinceRun(run, given, claim === undefined ? (course ? slotsOf(run, course) : undefined) : slotsOfClaim(run, claim)),
	/** The plan with what has been moved by hand, every claim. */
	plan: (run: Opened, { edits }: { readonly edits: readonly Edit[] }) => run.plan(edits),
	/** What publishing it would do now. */
	publication: publicationOf,
	/** One claim of the plan; null where the run does not have it. */
	row: (run: Opened, { edits, claim }: { readonly edits: readonly Edit[]; readonly claim: string }) => {
		const row = run.plan(edits).find((one) => one.claim === claim);
		return row === undefined ? null : { ...bareRow(run, row), card: bareCard(run, row) };
	},
	/** What a site is called; null where the run does not have it. */
	siteName: (run: Opened, { site }: { readonly site: string }) =>
		run.snapshot.sites[run.siteIndex.get(site) ?? -1]?.name ?? null,
	/** Names of the sites of offers, by offer; those the run does not have are left out. */
	sitesOf: (run: Opened, { offers }: { readonly offers: readonly string[] }) =>
		Object.fromEntries(
			offers.flatMap((offer) => {
				const site = run.siteOfOffer.get(offer);
				return site === undefined ? [] : [[offer, { id: site.id, name: site.name }] as const];
			}),
		),
	/** Why a claim has the offer it has, which a hand may have given it: what the run answered is told as far as it still holds. */
	why: async (run: Opened, { claim, offer }: { readonly claim: string; readonly offer: string | null }) => {
		const explanation = run.explanation();
		const { given, wishes, removed } = await explanation.why(claim);
		const isMoved = given.offer !== offer;
		const now = isMoved && offer !== null ? run.siteOfOffer.get(offer) : undefined;
		const name = (site: string) => run.snapshot.sites[run.siteIndex.get(site) ?? -1]?.name ?? site;
		const called = (site: string | null) => (site === null ? null : name(site));
		return {
			exact: explanation.exact,
			proved: run.result.holds === "optimal" && run.result.flaws.length === 0,
			...{ removed, isMoved },
			wishes: wishes.map(({ rank, kind, target, site: about, minutes: way, answer: found }) => {
				const isHere = now !== undefined && meets(now, kind, target);
				const answer =
					isMoved && (isHere || !lasting.has(found.kind)) ? { kind: afterMove(isHere, found.kind) } : found;
				const site = isHere ? now.id : about;
				const minutes = isHere ? explanation.wayTo(claim, now.id).minutes : way;
				return {
					...{ rank, kind, minutes, answer: answer.kind, site: called(site) },
					target: kind === "site" ? name(target) : target,
					removed: answer.kind === "rules" ? answer.removed : [],
					crossing: answer.kind === "crossing" ? answer.rule : null,
					cost: answer.kind === "cost" ? answer.cost : null,
					sure: answer.kind === "cost" ? answer.sure : null,
					moves:
						answer.kind === "cost"
							? answer.moves.map((move) => ({ ...move, from: called(move.from), to: called(move.to) }))
							: [],
				};
			}),
		};
	},
	judge: (
		run: Opened,
		{ claim, offer, ...byHand }: ByHand & { readonly claim: string; readonly offer: string | null },
	) => judgeMove(run, byHand, claim, offer),
	trial: (
		run: Opened,
		{
			claim,
			to,
			...byHand
		}: ByHand & { readonly claim: string; readonly to: { readonly offer: string | null } | { readonly site: string } },
	) => tried(run, byHand, claim, to),
	cost: (run: Opened, { edits }: { readonly edits: readonly Edit[] }) => costOfMoves(run, edits),
	choices: (
		run: Opened,
		{ edits, claim, most }: { readonly edits: readonly Edit[]; readonly claim: string; readonly most: number },
	) => choicesOf(run, edits, claim, most),
	offers: (
		run: Opened,
		{ edits, claim, most }: { readonly edits: readonly Edit[]; readonly claim: string; readonly most: number },
	) => offersOf(run, edits, claim, most),
};

export type Answers = typeof answers;
/** Questions that need the engine: the first of them takes as long as the facts of the run did. */
export const engineKinds = [
	"why",
	"remedies",
	"judge",
	"trial",
	"cost",
	"choices",
	"offers",
	"file",
] as const satisfies readonly (keyof Answers)[];

export type Given<Kind extends keyof Answers> = Parameters<Answers[Kind]> extends [Opened, infer Asked] ? Asked : null;
export type Answer<Kind extends keyof Answers> = Awaited<ReturnType<Answers[Kind]>>;

/** What the thread is told. */
export type ToOpened<Asked = unknown> =
	| { readonly kind: "load"; readonly run: string; readonly packed: PackedRun }
	| { readonly kind: "drop"; readonly run: string }
	| {
			readonly kind: "ask";
			readonly number: number;
			readonly run: string;
			readonly question: keyof Answers;
			/** What the question takes: the two ends are of one build. */
			readonly given: Asked;
	  };
export type FromOpened =
	| { readonly number: number; readonly value: unknown }
	| { readonly number: number; readonly error: string };

/** The frozen facts, the plan and the certificate of a finished run, each gzipped JSON. */
export type PackedRun = {
	readonly snapshot: Uint8Array;
	readonly plan: Uint8Array;
	readonly certificate: Uint8Array;
};
