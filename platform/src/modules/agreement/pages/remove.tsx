import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { removeDraft } from "../service.server.ts";
import type { Route } from "./+types/remove";
import { dealText } from "./deal.text.ts";
import { openedFor } from "./opened.server.ts";

/** Deletes a draft nobody else has seen. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement } = await openedFor(work, params.agreementId, "remove");
		return { id: agreement.id, title: agreement.title, version: agreement.version };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(versionOnly, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => removeDraft(work, params.agreementId, parsed.values.version));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast("/agreements", dealText[language].draftRemoved);
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = dealText[language];
	const { id, title, version } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.removeTitle)}</title>
			<ConfirmPage
				title={text.removeTitle}
				trail={[{ to: here, label: title }]}
				action={`${here}/remove`}
				submit={text.removeTitle}
				cancelTo={here}
				dangerous
				refused={actionData}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<p>{text.removeBody}</p>
				<input type="hidden" name="version" value={version} />
			</ConfirmPage>
		</>
	);
}
