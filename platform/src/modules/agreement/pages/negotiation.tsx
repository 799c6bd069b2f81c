import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import type { Language } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { isId } from "../../organisation/contract.ts";
import { languageOf } from "../../organisation/service.server.ts";
import { listComments } from "../content.store.server.ts";
import { contentOf } from "../content.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { declining } from "../rules.ts";
import {
	addComment,
	approve,
	decline,
	listFiles,
	listVersions,
	makeAnswerLink,
	makeSigningLink,
	openAgreement,
	reasonOf,
	settleComment,
} from "../service.server.ts";
import type { Route } from "./+types/negotiation";
import { CommentList } from "./CommentList.tsx";
import { declineText } from "./decline.text.ts";
import { Answer, Links } from "./NegotiationForms.tsx";
import { negotiationText } from "./negotiation.text.ts";
import { nameOfPart, partChoices } from "./parts.ts";
import { signText } from "./sign.text.ts";
import { Versions } from "./Versions.tsx";

/** What has been put forward, what is said of it, the answer of the party acted for, and ways to parties without an account. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading, language, url } = representing(context, request);
	return reading(async (work) => {
		const opened = await openAgreement(work, params.agreementId, null);
		if (opened.refused || opened.done.agreement.state === "draft") missing();
		const { agreement, parties, can, organisationId } = opened.done;
		const { versions, changedSince } = await listVersions(work, opened.done);
		const content = contentOf(opened.done);
		const names = new Map(parties.map((party) => [party.organisationId, party.name]));
		names.set(agreement.organisationId, agreement.keeperName);
		return {
			...{ id: agreement.id, state: agreement.state, number: agreement.contentVersion, can, changedSince, versions },
			own: parties.find((party) => party.organisationId === organisationId) ?? null,
			against: declining(agreement.contentVersion, parties).filter((one) => one.organisationId !== organisationId),
			others: parties.filter(
				(party) =>
					party.organisationId !== organisationId &&
					(agreement.state === "negotiating"
						? party.approvedVersion !== agreement.contentVersion
						: party.signs && party.signedOn === null),
			),
			unsigned: parties.some(({ signs, signedOn }) => signs && signedOn === null),
			comments: (await listComments(work, agreement)).map(({ madeAt, settledAt, partyId, ...comment }) => ({
				...comment,
				madeAt: madeAt.toISOString(),
				isSettled: settledAt !== null,
				partName: nameOfPart(language, comment.part, content),
				by: [comment.personName, names.get(partyId)].filter(Boolean).join(", "),
			})),
			choices: partChoices(language, content),
			part: url.searchParams.get("part") ?? "all",
			files: await listFiles(work, agreement.id),
		};
	});
}

const deeds = z.object({
	deed: z.enum(["approve", "decline", "comment", "settle", "link"]),
	number: z.int().optional(),
	part: z.string().max(60).optional(),
	body: z.string().trim().min(1).max(4000).optional(),
	reason: z.string().trim().min(1).max(1000).optional(),
	commentId: z.uuid().optional(),
	partyId: z.uuid().optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, reading, commanding } = representing(context, request);
	const text = negotiationText[language];
	const { agreementId } = params;
	const here = `/agreements/${agreementId}/negotiation`;
	const parsed = parseForm(deeds, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, given: parsed.given, link: null }, 422);
	const { deed, number = 0, part = "all", body, reason, commentId = "", partyId = "" } = parsed.values;
	const { given } = parsed;
	if (deed === "comment" && body === undefined)
		return data({ refusals: [{ code: "required", field: "body" }], given, link: null }, 422);
	if (deed === "decline" && reason === undefined)
		return data({ refusals: [{ code: "required", field: "reason" }], given, link: null }, 422);
	if (deed === "link") {
		// The link is in this answer only, so there is no redirect.
		const opened = await reading((work) => openAgreement(work, agreementId, null));
		if (opened.refused) missing();
		const { agreement } = opened.done;
		const kind = agreement.state === "signing" ? "sign" : "answer";
		const make = kind === "sign" ? makeSigningLink : makeAnswerLink;
		const outcome = await commanding(async (work) => {
			const theirs = await languageOf(work, isId(partyId) ? partyId : null);
			const reason = (reader: Language) => reasonOf(reader, kind, { title: agreement.title, from: "" });
			return make(work, agreementId, partyId, { name: null, email: null, reason, language: theirs });
		});
		if (outcome.refused) return data({ refusals: outcome.refused, given, link: null }, 422);
		const link = { url: new URL(outcome.done.path, house.configuration.url).href, name: outcome.done.party.name };
		return data({ refusals: [], given: {}, link }, 201);
	}
	const outcome = await commanding(async (work) => {
		if (deed === "approve") return approve(work, agreementId, number);
		if (deed === "decline") return decline(work, agreementId, { number, reason: reason ?? "" });
		if (deed === "settle") return settleComment(work, agreementId, commentId);
		const added = await addComment(work, agreementId, { part, body: body ?? "" });
		return added.refused ? added : { done: undefined };
	});
	if (outcome.refused?.some(({ code }) => code === "missing")) missing();
	if (outcome.refused) return data({ refusals: outcome.refused, given, link: null }, 422);
	const toast = {
		...{ approve: text.approved, decline: declineText[language].declined },
		...{ comment: text.commented, settle: text.settled },
	}[deed];
	return redirectWithToast(deed === "approve" || deed === "decline" ? `/agreements/${agreementId}` : here, toast);
}

export default function Negotiation({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = negotiationText[language];
	const signWords = signText[language];
	const say = saying(language, agreementRefusalText[language].refusals);
	const { id, can, comments, choices, part, state } = loaderData;
	const here = `/agreements/${id}`;
	const refusedIn = (deed: string) =>
		actionData && actionData.refusals.length > 0 && "deed" in actionData.given && actionData.given.deed === deed
			? actionData
			: undefined;
	const outside = actionData?.refusals.filter(({ field }) => field === undefined) ?? [];
	return (
		<>
			{outside.length > 0 && <Alert tone="danger">{outside.map(say).join(" ")}</Alert>}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={`${text.linkMade}: ${actionData.link.name}`}>
						<p>{text.linkOnce}</p>
						<CopyButton value={actionData.link.url} label={text.copyLink} />
					</Alert>
				</div>
			)}
			{loaderData.against.map((party) => (
				<Alert key={party.organisationId} tone="warning" title={declineText[language].saidNo(party.name)}>
					<p className="pre-line">{party.declinedBecause}</p>
				</Alert>
			))}
			<Answer loaderData={loaderData} declining={refusedIn("decline")} />
			<Section title={text.comments}>
				<CommentList comments={comments} canSettle={can.comment} />
				{can.comment && (
					<TaskForm refused={refusedIn("comment")} values={{ part }} say={say}>
						<input type="hidden" name="deed" value="comment" />
						<Field name="part" label={text.part} kind="select" required choices={choices} />
						<Field name="body" label={text.comment} kind="textarea" required maxLength={4000} />
						<div>
							<SubmitButton variant="secondary">{text.addComment}</SubmitButton>
						</div>
					</TaskForm>
				)}
			</Section>
			<Versions loaderData={loaderData} />
			{state === "signing" && (
				<Section title={text.signing} id="signing">
					{loaderData.unsigned && (
						<p>
							<Link className="ds-link" to={`${here}/sign-paper`}>
								{signWords.paperTitle}
							</Link>
						</p>
					)}
				</Section>
			)}
			{loaderData.files.length > 0 && (
				<Section title={text.files}>
					<ul className="plain-list">
						{loaderData.files.map((file) => (
							<li key={file.id}>
								<a className="ds-link" href={`${here}/files/${file.id}`} download>
									{file.name}
								</a>
							</li>
						))}
					</ul>
				</Section>
			)}
			<Links loaderData={loaderData} />
		</>
	);
}
