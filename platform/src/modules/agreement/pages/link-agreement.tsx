import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { linkVisit } from "../../../identity/link-visit.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast } from "../../../visit.server.ts";
import { findContent, listComments } from "../content.store.server.ts";
import { content } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { answerPurpose, approveByLink, commentByLink, declineByLink, openAnswerLink } from "../service.server.ts";
import type { Route } from "./+types/link-agreement";
import { AgreementText } from "./AgreementText.tsx";
import "./agreement.css";
import { agreementPagesText } from "./agreement.text.ts";
import { CommentList } from "./CommentList.tsx";
import { DeclineForm } from "./DeclineForm.tsx";
import { declineText } from "./decline.text.ts";
import { negotiationText } from "./negotiation.text.ts";
import { PartyTable } from "./PartyTable.tsx";
import { nameOfPart, partChoices } from "./parts.ts";

/** For a party without an account: the text put forward last, what is said of it, and the answer. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { visit, link, reading } = await linkVisit(context, params.token, answerPurpose);
	return reading(async (work) => {
		const opened = await openAnswerLink(work);
		if (opened.refused) missing();
		const { whole, party } = opened.done;
		const { agreement, parties, can } = whole;
		const text = (await findContent(work, agreement, agreement.contentVersion)) ?? missing();
		const body = content.parse(text.body);
		const names = new Map(parties.map(({ organisationId, name }) => [organisationId, name]));
		return {
			...{ title: agreement.title, number: text.number, message: text.message, content: body, parties, can },
			...{ state: agreement.state, party, from: link.askerOrganisation, name: link.recipientName },
			comments: (await listComments(work, agreement)).map(({ madeAt, settledAt, partyId, ...comment }) => ({
				...{ ...comment, madeAt: madeAt.toISOString(), isSettled: settledAt !== null },
				partName: nameOfPart(visit.language, comment.part, body),
				by: [comment.personName, names.get(partyId)].filter(Boolean).join(", "),
			})),
			choices: partChoices(visit.language, body),
		};
	});
}

const name = z.string().trim().min(1).max(200);
const approving = z.object({ number: z.int(), name });
const declining = z.object({ number: z.int(), reason: z.string().trim().min(1).max(1000), name });
const commenting = z.object({ part: z.string().min(1).max(60), body: z.string().trim().min(1).max(4000), name });

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, commanding } = await linkVisit(context, params.token, answerPurpose);
	const text = negotiationText[visit.language];
	const form = await request.formData();
	const here = `/link/${encodeURIComponent(params.token)}/agreement`;
	const deed = (["approve", "decline"] as const).find((one) => one === form.get("deed")) ?? "comment";
	if (deed === "approve") {
		const parsed = parseForm(approving, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => approveByLink(work, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.thanksApproved);
	}
	if (deed === "decline") {
		const parsed = parseForm(declining, form);
		if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => declineByLink(work, parsed.values));
		if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, declineText[visit.language].thanks);
	}
	const parsed = parseForm(commenting, form);
	if (parsed.refusals) return data({ deed, refusals: parsed.refusals, given: parsed.given }, 422);
	const outcome = await commanding((work) => commentByLink(work, parsed.values));
	if (outcome.refused) return data({ deed, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.thanksComment);
}

export default function LinkAgreement({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = negotiationText[language];
	const say = saying(language, agreementRefusalText[language].refusals);
	const { title, number, message, can, party, state, from, comments, choices } = loaderData;
	const values = { name: loaderData.name === party.name ? "" : loaderData.name, part: "all" };
	const refusedIn = (deed: string) => (actionData?.deed === deed ? actionData : undefined);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.linkTitle(title))}</title>
			<PageHeader
				title={text.linkTitle(title)}
				lead={state === "signed" ? text.linkSigned : text.linkLead(from, party.name)}
				secondary={
					<a className="ds-button" data-variant="secondary" href={`/link/${params.token}/agreement.pdf`} download>
						{agreementPagesText[language].pdf}
					</a>
				}
			/>
			{message !== "" && <Alert>{message}</Alert>}
			{state === "signing" && party.signedOn !== null && <Alert tone="success">{text.linkWaits}</Alert>}
			{state === "withdrawn" && <Alert>{text.linkState}</Alert>}
			<AgreementText content={loaderData.content} />
			{state !== "negotiating" && (
				<Section title={agreementPagesText[language].parties}>
					<PartyTable parties={loaderData.parties} contentVersion={number} isSigning />
				</Section>
			)}
			{can.approve && (
				<Section title={text.answerTitle}>
					{party.approvedVersion === number ? (
						<p className="ds-paragraph">{text.approvedAlready(number)}</p>
					) : (
						<>
							<TaskForm prefix="approve-" refused={refusedIn("approve")} values={values} say={say}>
								<p className="ds-paragraph">
									{party.declinedVersion === number ? declineText[language].already(number) : text.approveBody(number)}
								</p>
								<input type="hidden" name="deed" value="approve" />
								<input type="hidden" name="number" value={number} />
								<Field name="name" label={text.yourName} required maxLength={200} autoComplete="name" />
								<div>
									<SubmitButton>{text.approve(number)}</SubmitButton>
								</div>
							</TaskForm>
							{party.declinedVersion !== number && (
								<DeclineForm number={number} refused={refusedIn("decline")} values={values}>
									<Field name="name" label={text.yourName} required maxLength={200} autoComplete="name" />
								</DeclineForm>
							)}
						</>
					)}
				</Section>
			)}
			{state === "negotiating" && (
				<Section title={text.comments}>
					<CommentList comments={comments} canSettle={false} />
					{can.comment && (
						<TaskForm prefix="comment-" refused={refusedIn("comment")} values={values} say={say}>
							<input type="hidden" name="deed" value="comment" />
							<Field name="part" label={text.part} kind="select" required choices={choices} />
							<Field name="body" label={text.comment} kind="textarea" required maxLength={4000} />
							<Field name="name" label={text.yourName} required maxLength={200} autoComplete="name" />
							<div>
								<SubmitButton variant="secondary">{text.addComment}</SubmitButton>
							</div>
						</TaskForm>
					)}
				</Section>
			)}
		</div>
	);
}
