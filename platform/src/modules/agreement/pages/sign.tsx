import { data, Link } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { houseText } from "../../../text.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { findContent } from "../content.store.server.ts";
import { content, signature } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { maySign } from "../rules.ts";
import { sign } from "../service.server.ts";
import type { Route } from "./+types/sign";
import { AgreementText } from "./AgreementText.tsx";
import "./agreement.css";
import { openedFor } from "./opened.server.ts";
import { SignFields } from "./SignFields.tsx";
import { signText } from "./sign.text.ts";

/** Signing on the page, by whoever leads the party: the text that is signed, and the signature under it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const { agreement, parties, organisationId, asker } = await openedFor(work, params.agreementId, "sign");
		const party = parties.find((one) => one.organisationId === organisationId) ?? missing();
		if (!maySign(asker) || party.signedOn !== null) missing();
		const text = (await findContent(work, agreement, agreement.contentVersion)) ?? missing();
		return {
			...{ id: agreement.id, title: agreement.title, party: party.name, fingerprint: text.fingerprint },
			...{ content: content.parse(text.body), values: { name: actor.name, signedOn: work.today } },
		};
	});
}

const signing = signature.omit({ partyId: true });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { actor, language, commanding } = representing(context, request);
	const parsed = parseForm(signing, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const given = { ...parsed.values, partyId: actor.organisationId };
	const outcome = await commanding((work) => sign(work, params.agreementId, given, "page"));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const text = signText[language];
	return redirectWithToast(`/agreements/${params.agreementId}`, outcome.done.complete ? text.complete : text.signed);
}

export default function Sign({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = signText[language];
	const { id, title, party, fingerprint, content: body, values } = loaderData;
	const here = `/agreements/${id}`;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.signTitle)}</title>
			<PageHeader title={text.signTitle} lead={text.signLead(party)} trail={[{ to: here, label: title }]} />
			<AgreementText content={body} />
			<Section title={text.sign}>
				<TaskForm
					refused={actionData}
					values={values}
					labels={{ name: text.signName, as: text.signAs, signedOn: text.signedOn }}
					say={saying(language, agreementRefusalText[language].refusals)}
				>
					<SignFields fingerprint={fingerprint} />
					<div className="task-buttons">
						<SubmitButton>{text.sign}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={here}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			</Section>
		</div>
	);
}
