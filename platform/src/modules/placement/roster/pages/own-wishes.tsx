import { data } from "react-router";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, signedIn } from "../../../../visit.server.ts";
import type { Route } from "./+types/own-wishes";
import { daysOf } from "./period-label.ts";
import { WishEditor } from "./WishEditor.tsx";
import { loadWishes, pressWish } from "./wish-page.server.ts";
import { toldOf } from "./wish-told.ts";
import { wishesText } from "./wishes.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = signedIn(context, request);
	const typed = url.searchParams.get("q")?.trim().slice(0, 100) ?? "";
	return (await reading((work) => loadWishes(work, params.claimId, typed, language))) ?? missing();
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = signedIn(context, request);
	const form = await request.formData();
	const outcome = await commanding((work) => pressWish(work, params.claimId, form));
	if (outcome.refused) {
		if (outcome.refused[0]?.code === "missing") missing();
		return data({ refusals: outcome.refused }, 422);
	}
	return redirectWithToast(`/placement/own/${params.claimId}`, toldOf(language, outcome.done.step));
}

export default function OwnWishes({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = wishesText[language];
	const { claim } = loaderData;
	const title = text.wishesFor(claim.courseName);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={`${claim.institutionName}, ${claim.periodName}, ${daysOf(language, claim)}`}
				trail={[{ to: "/placement/own", label: text.ownTitle }]}
			/>
			<WishEditor data={loaderData} action={`/placement/own/${claim.id}`} refusals={actionData?.refusals} />
		</div>
	);
}
