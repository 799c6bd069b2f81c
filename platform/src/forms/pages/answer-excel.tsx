import { data } from "react-router";
import { houseText } from "../../text.ts";
import { useLanguage } from "../../ui/language.tsx";
import { PageHeader } from "../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../visit.server.ts";
import { openAnswer } from "../stored/answer.server.ts";
import type { Route } from "./+types/answer-excel";
import { BringForm } from "./BringForm.tsx";
import { bringWorkbook } from "./bring.server.ts";
import { bringText } from "./bring.text.ts";
import { formsText } from "./forms.text.ts";

/** A draft of answers filled in with Excel. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { definition, can } = (await openAnswer(work, params.answerId)).done ?? missing();
		return can.write ? { title: definition.title[language] } : missing();
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { answerId } = params;
	const brought = await bringWorkbook(await request.formData(), { answerId, reading, commanding }, language);
	if (!brought.isSaved) return data(brought, 422);
	return redirectWithToast(`/forms/answers/${answerId}`, bringText[language].brought);
}

export default function AnswerExcelPage({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = bringText[language];
	const back = `/forms/answers/${params.answerId}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[
					{ to: "/forms", label: formsText[language].title },
					{ to: back, label: loaderData.title },
				]}
			/>
			<BringForm back={back} workbook={`${back}/take/xlsx`} refused={actionData} />
		</div>
	);
}
