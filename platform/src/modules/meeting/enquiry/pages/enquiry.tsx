import { data, Form } from "react-router";
import type { z } from "zod";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import type { Outcome, Refusal } from "../../../../outcome.ts";
import { findConcerning } from "../../../../registry/concerning.server.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { CopyButton } from "../../../../ui/CopyButton.tsx";
import { findNamed } from "../../../../ui/choice.ts";
import { Details } from "../../../../ui/Details.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { organisationChoices } from "../../../organisation/service.server.ts";
import { type EnquiryRefusal, forwarding, refusal, said } from "../contract.ts";
import { daysBetween, standingOf } from "../rules.ts";
import {
	answerEnquiry,
	askBack,
	forwardEnquiry,
	makeEnquiryLink,
	openEnquiry,
	refuseEnquiry,
	replyToEnquiry,
	takeEnquiry,
	withdrawEnquiry,
} from "../service.server.ts";
import { enquiryText } from "../text.ts";
import type { Route } from "./+types/enquiry";
import { AnswerForms } from "./AnswerForms.tsx";
import { responsibilityChoices, unitChoices } from "./choices.server.ts";
import { EnquiryStands } from "./EnquiryStands.tsx";
import { EnquiryThread } from "./EnquiryThread.tsx";
import { enquiryPagesText } from "./enquiry.text.ts";
import { ForwardForm, ReplyForm } from "./ForwardForm.tsx";
import { shownOf } from "./shown.server.ts";

/** One enquiry: what is asked, what has been said, and what whoever looks may do with it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, language, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openEnquiry(work, params.enquiryId)).done ?? missing();
		const { enquiry, can } = opened;
		const { id, subject, version, dueOn, ownerId, contactEmail, contactId, responsibility, state } = enquiry;
		const isReached = contactId !== null || contactEmail !== null || ownerId !== null || enquiry.arenaId !== null;
		return {
			...shownOf(opened, language),
			concerning: await findConcerning(work, { kind: "enquiry", id }, language),
			...{ id, subject, version, responsibility, can, isOwn: ownerId === actor.personId },
			standing: standingOf(enquiry, work.today),
			waited: daysBetween(dayOf(enquiry.sentAt), work.today),
			over: daysBetween(dueOn, work.today),
			unreached: can.withdraw && state === "sent" && !isReached,
			forward: can.forward
				? {
						responsibilities: responsibilityChoices(language),
						units: await unitChoices(work, actor.organisationId),
						organisations: (await organisationChoices(work)).filter(
							({ value }) => value !== actor.organisationId && value !== enquiry.organisationId,
						),
					}
				: null,
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, house, reading, commanding } = representing(context, request);
	const text = enquiryPagesText[language];
	const form = await request.formData();
	const deed = String(form.get("deed") ?? "");
	const version = Number(form.get("version"));
	const { enquiryId } = params;
	const telling = { mails: house.configuration.mail.smtpUrl !== undefined, language };
	const refusing = (refusals: readonly Refusal[], given: Readonly<Record<string, unknown>> = {}) =>
		data({ deed, refusals, given: words(given), link: null }, 422);
	/** Reads the form of a deed, does it, and goes on; refused, the page stands with what was written. */
	async function carryOut<Schema extends z.ZodObject>(
		schema: Schema,
		verb: (values: z.output<Schema>) => Promise<Outcome<undefined, EnquiryRefusal>>,
		message: string,
	) {
		const parsed = parseForm(schema, form);
		if (parsed.refusals) return refusing(parsed.refusals, parsed.given);
		const outcome = await verb(parsed.values);
		if (outcome.refused) return refusing(outcome.refused, parsed.given);
		return redirectWithToast(`/enquiries/${enquiryId}`, message);
	}
	if (deed === "link") {
		// The link is in this answer only, so there is no redirect.
		const outcome = await commanding((work) => makeEnquiryLink(work, enquiryId, version));
		if (outcome.refused) return refusing(outcome.refused);
		const link = new URL(outcome.done.path, house.configuration.url).href;
		return data({ deed, refusals: [], given: {}, link }, 201);
	}
	const just = said.pick({ version: true });
	if (deed === "take")
		return carryOut(just, () => commanding((work) => takeEnquiry(work, enquiryId, version)), text.taken);
	if (deed === "withdraw")
		return carryOut(just, () => commanding((work) => withdrawEnquiry(work, enquiryId, version)), text.withdrawn);
	if (deed === "answer")
		return carryOut(said, (values) => commanding((work) => answerEnquiry(work, enquiryId, values)), text.answered);
	if (deed === "ask")
		return carryOut(said, (values) => commanding((work) => askBack(work, enquiryId, values)), text.asked);
	if (deed === "reply")
		return carryOut(
			said,
			(values) => commanding((work) => replyToEnquiry(work, enquiryId, values, telling)),
			text.replied,
		);
	if (deed === "refuse")
		return carryOut(refusal, (values) => commanding((work) => refuseEnquiry(work, enquiryId, values)), text.refused);
	const typed = String(form.get("receiverId") ?? "").trim();
	const receiver = typed === "" ? undefined : findNamed(await reading(organisationChoices), typed);
	const given = Object.fromEntries([...form].filter(([name]) => name !== "deed"));
	if (typed !== "" && !receiver) return refusing([{ code: "organisation-unknown", field: "receiverId" }], given);
	form.set("receiverId", receiver?.value ?? "");
	const parsed = parseForm(forwarding, form);
	if (parsed.refusals) return refusing(parsed.refusals, given);
	const outcome = await commanding((work) => forwardEnquiry(work, enquiryId, parsed.values, telling));
	if (outcome.refused) return refusing(outcome.refused, given);
	return redirectWithToast(`/enquiries/${enquiryId}`, text.forwarded);
}

/** What was typed, as forms show it again. */
function words(given: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(given).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
	);
}

export default function EnquiryPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = enquiryPagesText[language];
	const labels = enquiryText[language];
	const { subject, version, standing, shown, steps, can, isOwn, waited, over, unreached, forward } = loaderData;
	const hidden = <input type="hidden" name="version" value={version} />;
	const inPlace = ["answer", "ask", "refuse", "reply", "forward"];
	const say = saying(language, labels.refusals);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(subject)}</title>
			<PageHeader
				title={subject}
				trail={[{ to: "/arenas/enquiries", label: labels.title }]}
				tags={<EnquiryStands standing={standing} />}
				action={
					can.answer &&
					!isOwn && (
						<Form method="post">
							{hidden}
							<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="take">
								{text.take}
							</button>
						</Form>
					)
				}
			/>
			{actionData &&
				actionData.refusals.length > 0 &&
				(!inPlace.includes(actionData.deed) || !(can.answer || can.reply)) && (
					<Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>
				)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={text.linkMade}>
						<p>{text.linkOnce}</p>
						<CopyButton value={actionData.link} label={text.copy} />
					</Alert>
				</div>
			)}
			{standing === "late" && <Alert tone="warning">{text.unanswered(waited, over)}</Alert>}
			{unreached && <Alert tone="warning">{text.noAddress}</Alert>}
			{shown.members !== "" && <Alert tone="info">{text.onBehalf(shown.to)}</Alert>}
			<EnquiryThread shown={shown} steps={steps} />
			<Concerns groups={loaderData.concerning} />
			{can.reply && <ReplyForm refused={actionData} version={version} />}
			{can.answer && <AnswerForms refused={actionData} version={version} />}
			{forward && (
				<ForwardForm refused={actionData} version={version} responsibility={loaderData.responsibility} {...forward} />
			)}
			{can.withdraw && (
				<Details summary={text.withdraw}>
					<p className="ds-paragraph">{text.withdrawBody}</p>
					<Form method="post">
						{hidden}
						<button type="submit" className="ds-button" data-color="danger" name="deed" value="withdraw">
							{text.withdraw}
						</button>
					</Form>
				</Details>
			)}
			{can.withdraw && shown.members === "" && (
				<Details summary={text.makeLink} open={unreached}>
					<Form method="post">
						{hidden}
						<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="link">
							{text.makeLink}
						</button>
					</Form>
				</Details>
			)}
		</div>
	);
}
