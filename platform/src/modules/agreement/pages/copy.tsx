import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { copyAgreement, openAgreement } from "../service.server.ts";
import type { Route } from "./+types/copy";
import { dealText } from "./deal.text.ts";

/** A new draft with the text of this one: to follow it, or as a pattern for others. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, url } = representing(context, request);
	const opened = await reading((work) => openAgreement(work, params.agreementId, null));
	if (opened.refused) missing();
	const { agreement, can } = opened.done;
	const follows = url.searchParams.get("follows") === "1";
	if (follows && !can.renew) missing();
	return { id: agreement.id, title: agreement.title, follows };
}

const copying = z.object({ title: z.string().trim().min(1).max(200), follows: z.boolean() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(copying, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => copyAgreement(work, params.agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/agreements/${outcome.done.id}`, dealText[language].copied);
}

export default function CopyAgreement({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = dealText[language];
	const { id, title, follows } = loaderData;
	const here = `/agreements/${id}`;
	const pageTitle = follows ? text.renewTitle : text.copyTitle;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(pageTitle)}</title>
			<PageHeader
				title={pageTitle}
				lead={follows ? text.renewLead : text.copyLead}
				trail={[{ to: here, label: title }]}
			/>
			<TaskForm
				refused={actionData}
				values={{ title: follows ? title : "" }}
				say={saying(language, agreementRefusalText[language].refusals)}
			>
				<input type="hidden" name="follows" value={follows ? "on" : ""} />
				<Field name="title" label={text.newTitle} required maxLength={200} autoComplete="off" width="full" />
				<div className="task-buttons">
					<SubmitButton>{text.copy}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
