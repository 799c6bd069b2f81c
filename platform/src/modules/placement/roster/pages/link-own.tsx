import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { OwnPlacements } from "../../publish/pages/OwnPlacements.tsx";
import { listPlacementsOfStudent, ownPlacement } from "../../publish/service.server.ts";
import { wishPurpose } from "../service.server.ts";
import type { Route } from "./+types/link-own";
import { AdaptationAsk } from "./AdaptationAsk.tsx";
import { OwnClaims } from "./OwnClaims.tsx";
import { ask, loadOwn, parseAsk, withPlaces } from "./own-page.server.ts";
import { wishesText } from "./wishes.text.ts";

/** A student's own page through a link: no account. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = await linkVisit(context, params.token, wishPurpose);
	return reading(async (work) => {
		const [own, rows] = [await loadOwn(work), await listPlacementsOfStudent(work)];
		return {
			...{ ...own, claims: withPlaces(own.claims, rows) },
			placements: rows.map((row) => ({ ...ownPlacement(work, row), asked: false })),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { visit, commanding } = await linkVisit(context, params.token, wishPurpose);
	const parsed = parseAsk(await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => ask(work, parsed.values));
	if (outcome.refused) missing();
	const text = wishesText[visit.language];
	return redirectWithToast(
		`/link/${params.token}/wishes`,
		parsed.values.need === null ? text.adaptationTaken : text.adaptationSent,
	);
}

export default function LinkOwn({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = wishesText[language];
	const { claims, students, placements } = loaderData;
	const page = `/link/${params.token}/wishes`;
	const [student] = students;
	const title = text.personally(student?.name ?? "");
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.ownTitle)}</title>
			<PageHeader title={title} lead={text.linkLead(student?.institutionName ?? "")} />
			<OwnPlacements placements={placements} base={`${page}/placements`} />
			{claims.length === 0 && <EmptyState title={text.ownNone}>{text.ownNoneBody}</EmptyState>}
			<OwnClaims claims={claims} base={page} />
			{student && <AdaptationAsk student={student} action={page} refused={actionData} />}
		</div>
	);
}
