import { data } from "react-router";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { linkVisit } from "../../../identity/link-visit.server.ts";
import { formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Details } from "../../../ui/Details.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { missing, redirectWithToast } from "../../../visit.server.ts";
import { answers } from "../codes.ts";
import { invitationAnswer, itemFacts } from "../contract.ts";
import { Documents } from "../document/pages/Documents.tsx";
import { shownDocuments } from "../document/pages/shown.server.ts";
import { isAhead } from "../rules.ts";
import { answerInvitation, answerPurpose, askForItem, openAnswerLink, voteForItems } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/link-meeting";
import { arenaText } from "./arena.text.ts";
import { ItemFields } from "./ItemFields.tsx";
import "./meeting.css";
import { linkMeetingText } from "./link-meeting.text.ts";
import { Requests } from "./Requests.tsx";
import { shownRequests } from "./requests.server.ts";
import { seatWord, whenWord } from "./words.ts";

/** A meeting for a member without an account: the agenda, the answer, and afterwards the minutes and what to do. */
export async function loader({ context, params }: Route.LoaderArgs) {
	const { reading } = await linkVisit(context, params.token, answerPurpose);
	return reading(async (work) => {
		const { opened, seat } = (await openAnswerLink(work)).done ?? missing();
		const { arena, meeting, items, decisions, presence } = opened;
		const held = meeting.state === "held";
		return {
			...{ arena: { id: arena.id, name: arena.name }, meeting, seat: { name: seat.name, role: seat.role }, held },
			...(await shownDocuments(work, { of: "arena", arenaId: arena.id, meetingId: meeting.id, itemId: null }, items)),
			fileAt: `/link/${encodeURIComponent(params.token)}/documents`,
			ahead: isAhead(meeting),
			requests: shownRequests(opened, seat.id),
			votes: arena.endedOn === null,
			answer: presence.find(({ seatId }) => seatId === seat.id)?.answer ?? null,
			items: items.map(({ id, title, body, kind, minutes }) => ({
				id,
				title,
				body,
				kind,
				minutes: held ? minutes : "",
			})),
			decisions: decisions
				.filter(({ seatId, state }) => seatId === seat.id && state === "open")
				.map(({ id, body, dueOn }) => ({ id, body, dueOn })),
		};
	});
}

export async function action({ context, params, request }: Route.ActionArgs) {
	const { visit, reading, commanding } = await linkVisit(context, params.token, answerPurpose);
	const text = linkMeetingText[visit.language];
	const form = await request.formData();
	const here = `/link/${encodeURIComponent(params.token)}/meeting`;
	const { opened, seat } = (await reading(openAnswerLink)).done ?? missing();
	if (form.get("deed") === "vote") {
		const votes = form.getAll("votes").map(String);
		const outcome = await commanding((work) => voteForItems(work, opened.arena.id, votes));
		if (outcome.refused) return data({ asks: null, refusals: outcome.refused, given: { votes } }, 422);
		return redirectWithToast(here, arenaText[visit.language].voted);
	}
	if (form.get("deed") === "ask") {
		const parsed = parseForm(itemFacts, form);
		if (parsed.refusals) return data({ asks: true, refusals: parsed.refusals, given: parsed.given }, 422);
		const outcome = await commanding((work) => askForItem(work, opened.arena.id, parsed.values));
		if (outcome.refused) return data({ asks: true, refusals: outcome.refused, given: parsed.given }, 422);
		return redirectWithToast(here, text.asked);
	}
	const parsed = parseForm(invitationAnswer, form);
	if (parsed.refusals) return data({ asks: false, refusals: parsed.refusals, given: parsed.given }, 422);
	const given = { seatId: seat.id, answer: parsed.values.answer };
	const outcome = await commanding((work) => answerInvitation(work, opened.meeting.id, given));
	if (outcome.refused) return data({ asks: false, refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(here, text.thanks);
}

export default function LinkMeeting({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = linkMeetingText[language];
	const words = meetingText[language];
	const say = saying(language, words.refusals);
	const { arena, meeting, seat, items, decisions, answer, ahead } = loaderData;
	const title = text.linkTitle(arena.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={[whenWord(language, meeting), meeting.place].filter((word) => word !== "").join(" · ")}
			/>
			{meeting.cancelledBecause !== null && <Alert tone="warning">{text.cancelled(meeting.cancelledBecause)}</Alert>}
			{ahead && meeting.link !== null && (
				<p>
					<a className="ds-link" href={meeting.link} rel="noreferrer">
						{text.fields.link}
					</a>
				</p>
			)}
			{ahead && (
				<Section title={seatWord(seat)}>
					<TaskForm
						refused={actionData?.asks === false ? actionData : undefined}
						values={{ answer: answer ?? "" }}
						labels={text.fields}
						say={say}
					>
						<Field
							name="answer"
							kind="radio"
							required
							choices={answers.map((one) => ({ value: one, label: words.answers[one] }))}
						/>
						<div className="task-buttons">
							<SubmitButton>{text.answerNow}</SubmitButton>
						</div>
					</TaskForm>
				</Section>
			)}
			{decisions.length > 0 && (
				<Section title={text.yourDecisions}>
					{decisions.map(({ id, body, dueOn }) => (
						<p key={id} className="decision-mark">
							{body}
							{dueOn !== null && `, ${formatShortDate(language, dueOn)}`}
						</p>
					))}
				</Section>
			)}
			<Section title={loaderData.held ? text.minutes : text.agenda}>
				<ol className="agenda" data-numbered>
					{items.map((item) => (
						<li key={item.id}>
							<div className="agenda-item">
								<h3 className="ds-heading" data-size="xs">
									{item.title}
								</h3>
								<p className="quiet">{words.itemKinds[item.kind]}</p>
								{item.body && <p className="ds-paragraph pre-line">{item.body}</p>}
								{item.minutes && <p className="ds-paragraph pre-line">{item.minutes}</p>}
							</div>
						</li>
					))}
				</ol>
			</Section>
			<Documents documents={loaderData.documents} fileAt={loaderData.fileAt} />
			<Requests
				requests={loaderData.requests}
				leads={false}
				votes={loaderData.votes}
				refused={actionData?.asks === null ? actionData : undefined}
			/>
			<Details summary={text.ask} open={actionData?.asks === true}>
				<TaskForm
					refused={actionData?.asks === true ? actionData : undefined}
					values={{ kind: "discussion" }}
					labels={text.fields}
					say={say}
					prefix="ask-"
				>
					<input type="hidden" name="deed" value="ask" />
					<ItemFields />
					<div className="task-buttons">
						<SubmitButton variant="secondary">{text.ask}</SubmitButton>
					</div>
				</TaskForm>
			</Details>
		</div>
	);
}
