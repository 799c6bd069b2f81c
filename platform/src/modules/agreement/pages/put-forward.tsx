import { data, Link } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Outcome } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { redirectWithToast, representing } from "../../../visit.server.ts";
import { type AgreementRefusal, versionOnly } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { refuseProposal } from "../rules.ts";
import { mailParties, putForward } from "../service.server.ts";
import { inOneSentence } from "../words.ts";
import type { Route } from "./+types/put-forward";
import { dealText } from "./deal.text.ts";
import { openedFor } from "./opened.server.ts";

/** Puts the text forward as it stands, with a message; what is missing first is told before anything is written. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openedFor(work, params.agreementId, "propose");
		const { agreement, parties, organisationId } = opened;
		return {
			...{ id: agreement.id, title: agreement.title, version: agreement.version },
			isFirst: agreement.contentVersion === 0,
			missing: refuseProposal(opened),
			others: parties.filter((one) => one.organisationId !== organisationId).map(({ name }) => name),
		};
	});
}

const proposal = versionOnly.extend({ message: z.string().trim().max(2000).default("") });
type Told = Awaited<ReturnType<typeof mailParties>>;

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, commanding } = representing(context, request);
	const parsed = parseForm(proposal, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const { agreementId } = params;
	const mails = house.configuration.mail.smtpUrl !== undefined;
	const outcome = await commanding(async (work): Promise<Outcome<Told, AgreementRefusal>> => {
		const put = await putForward(work, agreementId, parsed.values);
		if (put.refused) return put;
		return { done: await mailParties(work, agreementId, "answer", { mails }) };
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const { mailed, silent } = outcome.done;
	return redirectWithToast(
		`/agreements/${agreementId}`,
		dealText[language].putForwardToast(mailed.length, inOneSentence(language, silent)),
	);
}

const placeOf: Readonly<Record<string, string>> = { parties: "parties", firstDay: "facts", themes: "themes/new" };

export default function PutForward({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = dealText[language];
	const say = saying(language, agreementRefusalText[language].refusals);
	const { id, title, version, isFirst, missing, others } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.putForwardTitle)}</title>
			<PageHeader
				title={text.putForwardTitle}
				lead={isFirst ? text.putForwardLead : text.putForwardAgain}
				trail={[{ to: here, label: title }]}
			/>
			{missing.length > 0 ? (
				<Alert tone="warning" title={text.missingFirst}>
					<ul className="ds-list">
						{missing.map((one) => (
							<li key={one.code}>
								<Link className="ds-link" to={`${here}/${placeOf[one.field ?? ""] ?? ""}`}>
									{say(one)}
								</Link>
							</li>
						))}
					</ul>
				</Alert>
			) : (
				<TaskForm refused={actionData} say={say}>
					<input type="hidden" name="version" value={version} />
					<p className="ds-paragraph">{text.tells(inOneSentence(language, others))}</p>
					<Field name="message" label={text.message} kind="textarea" maxLength={2000} />
					<div className="task-buttons">
						<SubmitButton>{text.putForward}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={here}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
