import { missing, representing } from "../../../../visit.server.ts";
import { boardStudent } from "../board.server.ts";
import { openStanding } from "../run-view.server.ts";
import { placesReader, readSince } from "../since.server.ts";
import { tryMove } from "../trial.server.ts";
import type { Route } from "./+types/board-claim";

/** So many sites are sent for one student, the wished for and the nearest. */
const choicesAtMost = 400;

/** Where one student of the board can go, and what a move to the site asked about would cost: `?site=<id>`, empty for no place. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url, house, actor } = representing(context, request);
	const standing = (await openStanding(reading, params.runId)) ?? missing();
	const student = (await boardStudent(reading, standing, params.claimId)) ?? missing();
	const { ask, edits, seen } = standing;
	const asSystem = placesReader(house.database, actor.organisationId);
	const asked = url.searchParams.get("site");
	const { site, choices } = await ask("choices", { edits, claim: params.claimId, most: choicesAtMost });
	const since = await readSince(
		asSystem,
		standing,
		choices.map((choice) => choice.site),
		{ claim: params.claimId },
	);
	const to = asked === "" ? { offer: null } : { site: asked ?? "" };
	const trial = asked === null ? null : await tryMove(reading, asSystem, standing, params.claimId, to);
	const askedName = asked === null || asked === "" ? null : ((await ask("siteName", { site: asked })) ?? null);
	return {
		student,
		// Where there was room when the run was made, and is not now.
		choices: choices.map((one) =>
			one.hinders === null && since[one.site]?.free === 0 ? { ...one, hinders: "lost" as const } : one,
		),
		...{ seen, site, asked, askedName, trial },
	};
}
