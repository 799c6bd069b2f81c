import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openedFor } from "../../pages/opened.server.ts";
import { agreementText } from "../../text.ts";
import { audiences } from "../codes.ts";
import { publishing } from "../contract.ts";
import { audienceOf, publishAgreement, readPublication } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/publish";

/** Where a party says whom an agreement in force is shown to, and how much of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement } = await openedFor(work, params.agreementId, "publish");
		const shown = await readPublication(work, agreement.id);
		return {
			...{ id: agreement.id, title: agreement.title, audience: await audienceOf(work, agreement) },
			wholeText: shown === undefined || shown.content !== null,
			withNames: shown?.withNames ?? false,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(publishing, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => publishAgreement(work, params.agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/agreements/${params.agreementId}`, publishText[language].saved[parsed.values.audience]);
}

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishText[language];
	const { id, title, audience, wholeText, withNames } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} trail={[{ to: here, label: title }]} />
			{audience === "everybody" && (
				<p className="ds-paragraph">
					<Link className="ds-link" to={`/published-agreements/${id}`}>
						{text.asSeen}
					</Link>
				</p>
			)}
			<TaskForm
				refused={actionData}
				values={{ audience, wholeText: wholeText ? "on" : "", withNames: withNames ? "on" : "" }}
				labels={text.fields}
				say={saying(language, agreementText[language].refusals)}
			>
				<Field
					name="audience"
					kind="radio"
					required
					choices={audiences.map((one) => ({
						...{ value: one, label: text.audiences[one], hint: text.audienceHints[one] },
					}))}
				/>
				<p className="ds-paragraph">{text.forEverybody}</p>
				<Field name="wholeText" kind="checkbox" hint={text.wholeTextHint} />
				<Field name="withNames" kind="checkbox" hint={text.withNamesHint} />
				<div className="task-buttons">
					<SubmitButton>{text.save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
