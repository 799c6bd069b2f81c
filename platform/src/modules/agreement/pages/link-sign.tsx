import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { system } from "../../../identity/actor.ts";
import { linkVisit } from "../../../identity/link-visit.server.ts";
import { done, type Outcome } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast } from "../../../visit.server.ts";
import { findContent } from "../content.store.server.ts";
import { content, type Party, signature } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { makeReadingLink, openSigningLink, signByLink, signPurpose } from "../service.server.ts";
import type { Route } from "./+types/link-sign";
import { AgreementText } from "./AgreementText.tsx";
import "./agreement.css";
import { negotiationText } from "./negotiation.text.ts";
import { SignFields } from "./SignFields.tsx";
import { signText } from "./sign.text.ts";

/** For a party without an account: the text, and the signature under it. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { link, reading } = await linkVisit(context, params.token, signPurpose);
	return reading(async (work) => {
		const opened = await openSigningLink(work);
		if (opened.refused) missing();
		const { whole, party } = opened.done;
		const { agreement } = whole;
		const text = (await findContent(work, agreement, agreement.contentVersion)) ?? missing();
		return {
			...{ title: agreement.title, party: party.name, fingerprint: text.fingerprint },
			...{ isOpen: agreement.state === "signing", content: content.parse(text.body) },
			values: { name: link.recipientName === party.name ? "" : link.recipientName, signedOn: work.today },
		};
	});
}

const signing = signature.omit({ partyId: true });

/** The link is used up by the signature; what was signed is read by a new one, which this answer leads to. */
export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, link, commanding } = await linkVisit(context, params.token, signPurpose);
	const text = signText[visit.language];
	const parsed = parseForm(signing, await request.formData());
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding(async (work): Promise<Outcome<Party>> => {
		const opened = await openSigningLink(work);
		if (opened.refused) return opened;
		const signed = await signByLink(work, parsed.values);
		return signed.refused ? signed : { done: opened.done.party };
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const program = system("agreement signed by link", link.organisationId);
	const reading = await visit.house.database.commanding(program, async (work) =>
		done(await makeReadingLink(work, outcome.done, link)),
	);
	return redirectWithToast(`${reading.done}/agreement`, text.thanksSigned);
}

export default function LinkSign({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = signText[language];
	const negotiationWords = negotiationText[language];
	const { title, party, fingerprint, isOpen, content: body, values } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.signTitle)}</title>
			<PageHeader title={title} lead={text.signLead(party)} />
			{!isOpen && <Alert>{negotiationWords.linkState}</Alert>}
			<AgreementText content={body} />
			{isOpen && (
				<Section title={text.sign}>
					<TaskForm
						refused={actionData}
						values={values}
						labels={{ name: text.signName, as: text.signAs, signedOn: text.signedOn }}
						say={saying(language, agreementRefusalText[language].refusals)}
					>
						<SignFields fingerprint={fingerprint} />
						<div>
							<SubmitButton>{text.sign}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
		</div>
	);
}
