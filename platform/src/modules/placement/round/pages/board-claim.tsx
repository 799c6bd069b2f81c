import { missing, representing } from "../../../../visit.server.ts";
import { boardStudent, fillBySite, readStanding } from "../board.server.ts";
import { explanationFor, movedPlan } from "../moved.server.ts";
import { tryMove } from "../trial.server.ts";
import type { Route } from "./+types/board-claim";

/** So many sites are sent for one student, the wished for and the nearest. */
const choicesAtMost = 400;

/** Where one student of the board can go, and what a move to the site asked about would cost: `?site=<id>`, empty for no place. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	return reading(async (work) => {
		const standing = (await readStanding(work, params.runId)) ?? missing();
		const student = (await boardStudent(work, standing, params.claimId)) ?? missing();
		const { run, content, moves } = standing;
		const { offers, sites } = content.snapshot;
		const plan = movedPlan(run, content, moves);
		const offer = plan.find(({ claim }) => claim === params.claimId)?.offer ?? null;
		const siteId = offers.find(({ id }) => id === offer)?.siteId ?? null;
		const names = new Map(sites.map(({ id, name }) => [id, name]));
		const asked = url.searchParams.get("site");
		const fill = fillBySite(content.snapshot, plan);
		const seenSites = new Set<string>();
		const choices = explanationFor(run, content)
			.open(params.claimId)
			.filter(({ site }) => site !== siteId && !seenSites.has(site) && seenSites.add(site))
			.slice(0, choicesAtMost)
			.map(({ site, rank, minutes }) => ({
				...{ site, rank, minutes, name: names.get(site) ?? "" },
				hasRoom: fill(site).taken < fill(site).places,
			}));
		return {
			...{ student, choices, seen: standing.seen },
			site: siteId === null ? null : (names.get(siteId) ?? ""),
			asked,
			askedName: asked === null || asked === "" ? null : (names.get(asked) ?? null),
			trial:
				asked === null
					? null
					: await tryMove(work, standing, params.claimId, asked === "" ? { offer: null } : { site: asked }),
		};
	});
}
