import { data } from "react-router";
import { linkVisit } from "../../identity/link-visit.server.ts";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { missing, redirectWithToast } from "../../visit.server.ts";
import { answerPurpose, openAnswer } from "../stored/answer.server.ts";
import type { Route } from "./+types/link-excel";
import { BringForm } from "./BringForm.tsx";
import { bringWorkbook } from "./bring.server.ts";
import { bringText } from "./bring.text.ts";

/** A draft filled in with Excel by whoever holds its link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, actor, reading } = await linkVisit(context, params.token, answerPurpose);
	return reading(async (work) => {
		const { definition, can } = (await openAnswer(work, actor.objectId)).done ?? missing();
		return can.write ? { title: definition.title[visit.language] } : missing();
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { visit, actor, reading, commanding } = await linkVisit(context, params.token, answerPurpose);
	const door = { answerId: actor.objectId, reading, commanding };
	const brought = await bringWorkbook(await request.formData(), door, visit.language);
	if (!brought.isSaved) return data(brought, 422);
	return redirectWithToast(`/link/${encodeURIComponent(params.token)}/form`, bringText[visit.language].brought);
}

export default function LinkExcelPage({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = bringText[language];
	const back = `/link/${encodeURIComponent(params.token)}/form`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={`${loaderData.title}. ${text.lead}`} />
			<BringForm back={back} workbook={`${back}/take/xlsx`} refused={actionData} />
		</div>
	);
}
