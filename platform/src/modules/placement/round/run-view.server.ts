import type { Work } from "../../../database/work.server.ts";
import { nameOrganisations } from "../../organisation/service.server.ts";
import { listLocked, listMoves, type Move } from "./move.store.server.ts";
import { movedPlan } from "./moved.server.ts";
import { type RunContent, readRun, readRunContent } from "./run.server.ts";
import { nameClaims, type RunHead } from "./run.store.server.ts";

/** One claim of a run's plan, as people read it. */
export type PlanRow = {
	readonly claim: string;
	/** Null where another keeper's student is meant: only the institution is told. */
	readonly student: string | null;
	readonly studentId: string | null;
	readonly institution: string;
	readonly course: string;
	readonly firstDay: string;
	readonly lastDay: string;
	readonly priority: number;
	readonly offer: string | null;
	readonly site: string | null;
	readonly siteId: string | null;
	readonly host: string | null;
	readonly rank: number | null;
	readonly minutes: number | null;
	readonly wishes: number;
	readonly locked: boolean;
	/** By hand, since the run. */
	readonly moved: boolean;
};

export type RunView = {
	readonly run: RunHead;
	readonly content: RunContent;
	readonly rows: readonly PlanRow[];
	readonly moves: readonly Move[];
};

/** A finished run with its plan in words; undefined where there is none for the asker. */
export async function viewRun(work: Work, runId: string): Promise<RunView | undefined> {
	const run = await readRun(work, runId);
	const content = run?.state === "done" ? await readRunContent(work, run) : undefined;
	if (!run || !content) return undefined;
	const { snapshot } = content;
	const moves = await listMoves(work, run);
	const plan = movedPlan(run, content, moves);
	const movedClaims = new Set(moves.map(({ claim }) => claim));
	const names = new Map(
		(
			await nameClaims(
				work,
				snapshot.claims.map(({ id }) => id),
			)
		).map((row) => [row.id, row]),
	);
	const periods = new Map(snapshot.periods.map((period) => [period.id, period]));
	const claims = new Map(snapshot.claims.map((claim) => [claim.id, claim]));
	const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
	const siteOf = new Map(snapshot.offers.map((offer) => [offer.id, sites.get(offer.siteId)]));
	const organisations = await nameOrganisations(work, [
		...new Set([
			...snapshot.periods.map(({ institutionId }) => institutionId),
			...snapshot.sites.map(({ hostId }) => hostId),
		]),
	]);
	const locked = new Set(await listLocked(work, { organisationId: run.organisationId, id: run.roundId }));
	const rows = plan.map((row): PlanRow => {
		const claim = claims.get(row.claim);
		const period = periods.get(claim?.periodId ?? "");
		const site = row.offer === null ? undefined : siteOf.get(row.offer);
		const named = names.get(row.claim);
		return {
			claim: row.claim,
			student: named?.name ?? null,
			studentId: named?.studentId ?? null,
			institution: organisations.get(period?.institutionId ?? "")?.name ?? "",
			course: period?.courseName ?? "",
			firstDay: period?.firstDay ?? "",
			lastDay: period?.lastDay ?? "",
			priority: claim?.priority ?? 0,
			offer: row.offer,
			site: site?.name ?? null,
			siteId: site?.id ?? null,
			host: site === undefined ? null : (organisations.get(site.hostId)?.name ?? ""),
			rank: row.rank,
			minutes: row.minutes,
			wishes: claim?.wishes.length ?? 0,
			locked: locked.has(row.claim),
			moved: movedClaims.has(row.claim),
		};
	});
	return { run, content, rows, moves };
}
