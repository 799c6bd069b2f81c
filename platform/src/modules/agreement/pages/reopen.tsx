import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { ConfirmPage } from "../../../ui/ConfirmForm.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { versionOnly } from "../contract.ts";
import { reopen } from "../service.server.ts";
import { agreementText } from "../text.ts";
import type { Route } from "./+types/reopen";
import { dealText } from "./deal.text.ts";
import { openedFor } from "./opened.server.ts";

/** Takes the text up again, with a reason. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement } = await openedFor(work, params.agreementId, "reopen");
		return { id: agreement.id, title: agreement.title, version: agreement.version };
	});
}

const deed = versionOnly.extend({ reason: z.string().trim().min(1).max(1000) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(deed, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => reopen(work, params.agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}`, dealText[language].reopened);
}

export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = dealText[language];
	const { id, title, version } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<>
			<title>{houseText[language].pageTitle(text.reopenTitle)}</title>
			<ConfirmPage
				title={text.reopenTitle}
				trail={[{ to: here, label: title }]}
				action={`${here}/reopen`}
				submit={text.reopenTitle}
				cancelTo={here}
				refused={actionData}
				say={saying(language, agreementText[language].refusals)}
			>
				<p>{text.reopenBody}</p>
				<input type="hidden" name="version" value={version} />
				<Field name="reason" label={text.reason} kind="textarea" required maxLength={1000} />
			</ConfirmPage>
		</>
	);
}
