import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, signedIn } from "../../../../visit.server.ts";
import { listUnanswered } from "../../evaluate/store.server.ts";
import { OwnPlacements } from "../../publish/pages/OwnPlacements.tsx";
import { listPlacements, ownPlacement } from "../../publish/service.server.ts";
import type { Route } from "./+types/own";
import { AdaptationAsk } from "./AdaptationAsk.tsx";
import { OwnClaims } from "./OwnClaims.tsx";
import { ask, loadOwn, parseAsk, withPlaces } from "./own-page.server.ts";
import { wishesText } from "./wishes.text.ts";

/** A student's own page, whichever organisation they act for. */
export async function loader({ context, request }: Route.LoaderArgs) {
	const { actor, reading } = signedIn(context, request);
	return reading(async (work) => {
		const { rows } = await listPlacements(work, {
			personId: actor.personId,
			standing: true,
			sort: "days",
			descending: true,
		});
		const asked = new Set((await listUnanswered(work, actor.personId)).map(({ placementId }) => placementId));
		const own = await loadOwn(work);
		return {
			...{ ...own, claims: withPlaces(own.claims, rows) },
			placements: rows.map((row) => ({ ...ownPlacement(work, row), asked: asked.has(row.id) })),
		};
	});
}

export async function action({ context, request }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const parsed = parseAsk(await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => ask(work, parsed.values));
	if (outcome.refused) missing();
	const text = wishesText[language];
	return redirectWithToast("/placement/own", parsed.values.need === null ? text.adaptationTaken : text.adaptationSent);
}

export default function Own({ loaderData, actionData }: Route.ComponentProps) {
	const text = wishesText[useLanguage()];
	const { claims, students, placements } = loaderData;
	const title = houseText[useLanguage()].pageTitle(text.ownTitle);
	return (
		<div className="stack">
			<title>{title}</title>
			<PageHeader title={text.ownTitle} lead={text.ownLead} />
			<OwnPlacements placements={placements} />
			{claims.length === 0 && <EmptyState title={text.ownNone}>{text.ownNoneBody}</EmptyState>}
			<OwnClaims claims={claims} base="/placement/own" />
			{students.map((student) => (
				<AdaptationAsk
					key={student.id}
					student={student}
					action="/placement/own"
					refused={actionData?.given.student === student.id ? actionData : undefined}
				/>
			))}
		</div>
	);
}
