import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { openedFor } from "../../pages/opened.server.ts";
import { agreementRefusalText } from "../../refusals.text.ts";
import { askParties, makePublishLink } from "../ask.server.ts";
import { audiences } from "../codes.ts";
import { proposalAnswer, publishing } from "../contract.ts";
import { answerProposal, publishAgreement } from "../proposal.server.ts";
import { proposalText } from "../proposal.text.ts";
import { isForParties } from "../rules.ts";
import { showingOf } from "../service.server.ts";
import { publishText } from "../text.ts";
import type { Route } from "./+types/publish";
import "../../pages/agreement.css";
import { AnswerProposal } from "./AnswerProposal.tsx";
import { Proposed } from "./Proposed.tsx";
import { proposedOf } from "./proposed.server.ts";

/** Where the parties agree on whom an agreement in force is shown to, and how much of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openedFor(work, params.agreementId, "publish");
		const { agreement } = opened;
		return {
			...{ id: agreement.id, title: agreement.title, shown: await showingOf(work, agreement) },
			...{ isForParties: isForParties(agreement), proposed: await proposedOf(work, opened) },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { house, language, commanding } = representing(context, request);
	const { agreementId } = params;
	const text = publishText[language];
	const here = `/agreements/${agreementId}/publish`;
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined, language };
	const form = await request.formData();
	const deed = form.get("deed");
	if (deed === "answer") {
		const parsed = parseForm(proposalAnswer, form);
		if (parsed.refusals) return data({ deed, ...parsed }, 422);
		const outcome = await commanding((work) => answerProposal(work, agreementId, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, proposalText[language].done[outcome.done]);
	}
	if (deed === "link") {
		const parsed = parseForm(z.object({ partyId: id }), form);
		if (parsed.refusals) return data({ deed, ...parsed }, 422);
		const outcome = await commanding((work) => makePublishLink(work, agreementId, parsed.values.partyId, telling));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: {} }, 422);
		const { path, mailedTo } = outcome.done;
		return data({ deed, link: new URL(path, house.configuration.url).href, mailedTo }, 201);
	}
	const parsed = parseForm(publishing, form);
	if (parsed.refusals) return data({ deed: "change" as const, ...parsed }, 422);
	const outcome = await commanding((work) => publishAgreement(work, agreementId, parsed.values));
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ deed: "change" as const, refusals: outcome.refused, given: parsed.given }, 422);
	if (outcome.done === "shown")
		return redirectWithToast(`/agreements/${agreementId}`, text.saved[parsed.values.audience]);
	await commanding(async (work) => ({ done: await askParties(work, agreementId, telling) }));
	return redirectWithToast(here, text.proposed);
}

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = publishText[language];
	const words = proposalText[language];
	const { id: agreementId, title, shown, proposed } = loaderData;
	const here = `/agreements/${agreementId}`;
	const say = saying(language, { ...agreementRefusalText[language].refusals, ...words.refusals });
	const refusedIn = (deed: string) =>
		actionData && "refusals" in actionData && actionData.deed === deed ? actionData : undefined;
	const link = actionData && "link" in actionData ? actionData : undefined;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader title={text.title} lead={text.lead} trail={[{ to: here, label: title }]} />
			{shown.audience === "everybody" && (
				<p className="ds-paragraph">
					<Link className="ds-link" to={`/published-agreements/${agreementId}`}>
						{text.asSeen}
					</Link>
				</p>
			)}
			{link && (
				<div role="status">
					<Alert tone="success" title={words.linkMade}>
						<p>{words.linkOnce}</p>
						{link.mailedTo && <p>{words.mailed(link.mailedTo)}</p>}
						<CopyButton value={link.link} label={words.copy} />
					</Alert>
				</div>
			)}
			{proposed && <Proposed proposed={proposed} />}
			{proposed?.own === "proposer" && <AnswerProposal refused={refusedIn("answer")} say={say} own="proposer" />}
			{proposed?.own === "asked" && (
				<Section title={words.answerTitle}>
					<AnswerProposal refused={refusedIn("answer")} say={say} own="asked" />
				</Section>
			)}
			{proposed && (
				<h2 className="ds-heading" data-size="sm">
					{text.now}
				</h2>
			)}
			{loaderData.isForParties ? (
				<Alert tone="info">{text.forParties}</Alert>
			) : (
				<TaskForm
					refused={refusedIn("change")}
					values={{ audience: shown.audience, wholeText: shown.wholeText ? "on" : "" }}
					labels={text.fields}
					say={say}
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
					<div className="task-buttons">
						<SubmitButton>{text.save}</SubmitButton>
						<Link className="ds-button" data-variant="tertiary" to={here}>
							{uiText[language].cancel}
						</Link>
					</div>
				</TaskForm>
			)}
		</div>
	);
}
