import { data } from "react-router";
import { givenIn } from "../../../../forms/parse.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerAsked, collectPurpose, openAsked } from "../../service.server.ts";
import { askedText } from "../answer.text.ts";
import type { Route } from "./+types/link-asked";
import { AskedForm } from "./AskedForm.tsx";
import { readAskedForm, viewOf } from "./asked-form.server.ts";

/** What a unit has and needs, said by whoever holds its link; the same link opens it again until the collection is closed. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, visit, reading } = await linkVisit(context, params.token, collectPurpose);
	return reading(async (work) => viewOf(visit.language, (await openAsked(work, actor.objectId)) ?? missing()));
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, visit, commanding } = await linkVisit(context, params.token, collectPurpose);
	const form = await request.formData();
	const sent = readAskedForm(form);
	if (sent.refused) return data(sent.refused, 422);
	const outcome = await commanding((work) => answerAsked(work, actor.objectId, sent));
	if (outcome.refused) return data({ refusals: outcome.refused.map(sent.back), given: givenIn(form) }, 422);
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/competence`, askedText[visit.language].sent);
}

/** Also after a refusal: another may have answered meanwhile. */
export const shouldRevalidate = () => true;

export default function LinkAsked({ loaderData: view, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = askedText[language];
	const { name, answerBy } = view.collection;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title(view.unitName))}</title>
			<PageHeader title={text.title(view.unitName)} lead={text.lead(name, formatShortDate(language, answerBy))} />
			<AskedForm view={view} refused={actionData} />
		</div>
	);
}
