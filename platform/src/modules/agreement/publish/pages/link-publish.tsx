import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { linkVisit } from "../../../../identity/link-visit.server.ts";
import { formatDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { missing, redirectWithToast } from "../../../../visit.server.ts";
import { contentOf } from "../../content.ts";
import { AgreementText } from "../../pages/AgreementText.tsx";
import "../../pages/agreement.css";
import { resultsText } from "../../follow/results.text.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { answerByLink, openPublishLink, publishPurpose } from "../ask.server.ts";
import { proposalAnswer } from "../contract.ts";
import { proposalText } from "../proposal.text.ts";
import type { Route } from "./+types/link-publish";
import { AnswerProposal } from "./AnswerProposal.tsx";
import { showingKey } from "./proposed.ts";

/** A party without an account says whether an agreement may be shown: no sign-in, one link. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = await linkVisit(context, params.token, publishPurpose);
	const found = await reading(openPublishLink);
	const { opened, party, proposal } = found.done ?? missing();
	const isAnswered = proposal?.agreedIds.includes(party.organisationId) ?? false;
	return {
		...{
			title: opened.agreement.title,
			party: party.name,
			parties: opened.parties.map(({ name }) => name),
			isAnswered,
		},
		proposal: proposal && {
			...{ audience: proposal.audience, wholeText: proposal.wholeText, answerBy: proposal.answerBy },
		},
		content: proposal?.wholeText ? contentOf(opened) : null,
	};
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { link, visit, commanding } = await linkVisit(context, params.token, publishPurpose);
	const parsed = parseForm(proposalAnswer, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given }, 422);
	const by = link.recipientName ?? link.recipientEmail;
	const outcome = await commanding((work) => answerByLink(work, parsed.values, by));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	const here = `/link/${encodeURIComponent(params.token)}/show-agreement`;
	return redirectWithToast(here, proposalText[visit.language].thanks);
}

export default function LinkPublish({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = proposalText[language];
	const facts = resultsText[language];
	const { title, party, parties, proposal, isAnswered, content } = loaderData;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.linkTitle)}</title>
			<PageHeader title={text.linkTitle} lead={text.linkLead(party)} />
			<Facts
				facts={[
					{ label: facts.agreement, value: title },
					{ label: facts.parties, value: parties.join(", ") },
				]}
			/>
			{isAnswered && <Alert tone="success">{text.thanks}</Alert>}
			{proposal === null && <Alert tone="info">{text.nothing}</Alert>}
			{proposal && !isAnswered && (
				<>
					<p className="ds-paragraph">
						{text.shows[showingKey(proposal)]} {text.objectBy(formatDate(language, proposal.answerBy))}
					</p>
					<AnswerProposal
						refused={actionData}
						say={saying(language, { ...agreementRefusalText[language].refusals, ...text.refusals })}
						own="asked"
					/>
					{content && (
						<Section title={text.yourText}>
							<AgreementText content={content} />
						</Section>
					)}
				</>
			)}
		</div>
	);
}
