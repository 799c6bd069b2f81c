import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { ConfirmPage } from "../../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openToRemove, placeOf, removeDocument } from "../service.server.ts";
import { documentText } from "../text.ts";
import type { Route } from "./+types/document-remove";
import { pathOf } from "./shown.server.ts";

/** Asks before a document is removed for good. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	const opened = (await reading((work) => openToRemove(work, params.documentId))).done ?? missing();
	const { document, name } = opened;
	return { id: document.id, title: document.title, name, back: pathOf(placeOf(document)) };
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const outcome = await commanding((work) => removeDocument(work, params.documentId));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: {} }, 422);
	return redirectWithToast(pathOf(outcome.done), documentText[language].removed);
}

export default function DocumentRemove({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = documentText[language];
	const { id, title, name, back } = loaderData;
	const heading = text.removeTitle(title);
	return (
		<>
			<title>{houseText[language].pageTitle(heading)}</title>
			<ConfirmPage
				title={heading}
				trail={[{ to: back, label: name }]}
				action={`/documents/${id}/remove`}
				submit={text.remove}
				cancelTo={back}
				dangerous
				refused={actionData}
				say={saying(language, text.refusals)}
			>
				<p>{text.removeBody}</p>
			</ConfirmPage>
		</>
	);
}
