import { data } from "react-router";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { wishPurpose } from "../service.server.ts";
import type { Route } from "./+types/link-wishes";
import { daysOf } from "./period-label.ts";
import { WishEditor } from "./WishEditor.tsx";
import { loadWishes, pressWish } from "./wish-page.server.ts";
import { toldOf } from "./wish-told.ts";
import { wishesText } from "./wishes.text.ts";

export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, reading } = await linkVisit(context, params.token, wishPurpose);
	const typed = visit.url.searchParams.get("q")?.trim().slice(0, 100) ?? "";
	return (await reading((work) => loadWishes(work, params.claimId, typed, visit.language))) ?? missing();
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { visit, commanding } = await linkVisit(context, params.token, wishPurpose);
	const form = await request.formData();
	const outcome = await commanding((work) => pressWish(work, params.claimId, form));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused }, 422);
	}
	return redirectWithToast(`/link/${params.token}/wishes/${params.claimId}`, toldOf(visit.language, outcome.done.step));
}

export default function LinkWishes({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = wishesText[language];
	const { claim } = loaderData;
	const page = `/link/${params.token}/wishes`;
	const title = text.wishesFor(claim.courseName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${claim.institutionName}, ${claim.periodName}, ${daysOf(language, claim)}`}
				trail={[{ to: page, label: text.ownTitle }]}
			/>
			<WishEditor data={loaderData} action={`${page}/${claim.id}`} refusals={actionData?.refusals} />
		</div>
	);
}
