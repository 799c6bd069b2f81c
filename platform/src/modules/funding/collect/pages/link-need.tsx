import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { houseText } from "../../../../text.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { answerNeeds, needPurpose, openUnitAnswer } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { collectText } from "../text.ts";
import type { Route } from "./+types/link-need";
import { NeedForm } from "./NeedForm.tsx";
import { readNeedRows } from "./need-rows.server.ts";

/** What a unit needs, said by whoever holds its link; the same link opens it again until the collection is closed. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { actor, reading } = await linkVisit(context, params.token, needPurpose);
	return reading(async (work) => (await openUnitAnswer(work, actor.objectId)).done ?? missing());
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { visit, actor, commanding } = await linkVisit(context, params.token, needPurpose);
	const read = readNeedRows(await request.formData());
	if (read.refusals) return data(read, 422);
	const outcome = await commanding((work) => answerNeeds(work, actor.objectId, read));
	if (outcome.refused) return data({ refusals: outcome.refused, given: read.given }, 422);
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/funding-need`, collectText[visit.language].sent);
}

/** Also after a refusal: another may have answered meanwhile. */
export const shouldRevalidate = () => true;

export default function LinkNeed({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = collectText[language];
	const { asked, collection, needs, mayAnswer } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.answerTitle)}</title>
			<PageHeader title={text.answerTitle} lead={text.answerLead(asked.unitName, collection.title)} />
			{collection.message !== "" && <p className="ds-paragraph written">{collection.message}</p>}
			<NeedForm
				version={asked.version}
				needs={needs}
				categories={collection.categories}
				mayAnswer={mayAnswer}
				refused={actionData}
				say={saying(language, fundingText[language].refusals)}
			/>
		</div>
	);
}
