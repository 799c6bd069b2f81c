import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import { findObjects } from "../../../registry/objects.server.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { answers } from "../codes.ts";
import { Documents } from "../document/pages/Documents.tsx";
import { shownDocuments } from "../document/pages/shown.server.ts";
import { isAhead, standingOf } from "../rules.ts";
import {
	answerInvitation,
	approveMinutes,
	invite,
	listProposals,
	makeAnswerLink,
	moveItem,
	openMeeting,
	removeItem,
	takeUp,
} from "../service.server.ts";
import { meetingText } from "../text.ts";
import { norwegianTime } from "../time.ts";
import type { Route } from "./+types/meeting";
import { Agenda } from "./Agenda.tsx";
import { Asked, OwnAnswer } from "./Asked.tsx";
import "./meeting.css";
import { meetingPageText } from "./meeting.text.ts";
import { numbersWord, Proposals } from "./Proposals.tsx";
import { MeetingStands } from "./standings.tsx";
import { whenWord } from "./words.ts";

/** One meeting: its agenda, who comes, and then its minutes. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openMeeting(work, params.meetingId)).done ?? missing();
		const { arena, meeting, items, decisions, presence, seats, parties, can, asker } = opened;
		const ahead = isAhead(meeting);
		const { day } = norwegianTime(meeting.startsAt);
		return {
			...{ arena, meeting, items, can, ahead, day },
			documents: await shownDocuments(
				work,
				{ of: "arena", arenaId: arena.id, meetingId: meeting.id, itemId: null },
				items,
			),
			locked: meeting.minutesApprovedAt !== null || meeting.state === "cancelled",
			isDue: day <= work.today,
			cards: await findObjects(
				work,
				items.flatMap(({ objectKind: kind, objectId: id }) => (kind === null || id === null ? [] : [{ kind, id }])),
			),
			proposals: can.lead && ahead ? await listProposals(work, opened) : [],
			decisions: decisions
				.filter(({ meetingId, id }) => meetingId === meeting.id || items.some(({ decisionId }) => decisionId === id))
				.map((decision) => ({ ...decision, standing: standingOf(decision, work.today) })),
			asked: seats
				.filter((seat) => seat.validTo === null || presence.some(({ seatId }) => seatId === seat.id))
				.map((seat) => ({
					seat,
					party: parties.find(({ id }) => id === seat.partyId)?.name ?? "",
					presence: presence.find(({ seatId }) => seatId === seat.id) ?? null,
					isOwn: seat.personId !== null && seat.personId === asker.personId,
				})),
		};
	});
}

const deeds = z.object({
	deed: z.enum(["invite", "take", "take-all", "up", "down", "remove", "answer", "link", "approve"]),
	version: z.int().optional(),
	itemId: z.string().optional(),
	seatId: z.string().optional(),
	answer: z.enum(answers).optional(),
});

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding, house } = representing(context, request);
	const text = meetingPageText[language];
	const parsed = parseForm(deeds, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals, link: null }, 422);
	const { deed, version = 0, itemId = "", seatId = "", answer } = parsed.values;
	const { meetingId } = params;
	const here = `/meetings/${meetingId}`;
	if (deed === "link") {
		// The link is in this answer only, so there is no redirect.
		const outcome = await commanding((work) => makeAnswerLink(work, meetingId, seatId));
		if (outcome.refused) return data({ refusals: outcome.refused, link: null }, 422);
		return data({ refusals: [], link: new URL(outcome.done.path, house.configuration.url).href }, 201);
	}
	if (deed === "invite") {
		const mails = house.configuration.mail.smtpUrl !== undefined;
		const outcome = await commanding((work) => invite(work, meetingId, version, { mails, language }));
		if (outcome.refused) return data({ refusals: outcome.refused, link: null }, 422);
		const { told, mailed, silent } = outcome.done;
		return redirectWithToast(here, text.invited(told, mailed, silent));
	}
	if (deed === "take" || deed === "take-all") {
		const outcome = await commanding((work) =>
			takeUp(
				work,
				meetingId,
				({ id }) => deed === "take-all" || id === itemId,
				(proposal) => `${proposal.by}: ${numbersWord(language, proposal)}`,
			),
		);
		if (outcome.refused) return data({ refusals: outcome.refused, link: null }, 422);
		return redirectWithToast(here, text.takenUp(outcome.done.count));
	}
	const outcome = await commanding((work) => {
		if (deed === "up" || deed === "down") return moveItem(work, meetingId, itemId, deed === "up" ? -1 : 1);
		if (deed === "remove") return removeItem(work, meetingId, itemId);
		if (deed === "answer") return answerInvitation(work, meetingId, { seatId, answer: answer ?? "comes" });
		return approveMinutes(work, meetingId, version);
	});
	if (outcome.refused) return data({ refusals: outcome.refused, link: null }, 422);
	return redirectWithToast(here, deed === "approve" ? text.approved : deed === "answer" ? text.thanks : text.saved);
}

export default function MeetingPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = meetingPageText[language];
	const words = meetingText[language];
	const { arena, meeting, items, decisions, cards, asked, proposals, can, ahead, isDue, locked } = loaderData;
	const here = `/meetings/${meeting.id}`;
	const when = whenWord(language, meeting);
	const presenceStep = (
		<Link className="ds-button" to={`${here}/presence`}>
			{meeting.state === "held" ? text.changePresence : text.writePresence}
		</Link>
	);
	const inviteStep = (
		<Form method="post">
			<input type="hidden" name="version" value={meeting.version} />
			<button type="submit" className="ds-button" name="deed" value="invite">
				{meeting.state === "invited" ? text.inviteAgain : text.invite}
			</button>
		</Form>
	);
	const notCalled = asked.some(({ presence }) => presence === null);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${arena.name}, ${when}`)}</title>
			<PageHeader
				title={when}
				lead={[arena.name, meeting.place].filter((word) => word !== "").join(" · ")}
				trail={[
					{ to: "/arenas", label: text.trail },
					{ to: `/arenas/${arena.id}`, label: arena.name },
				]}
				tags={<MeetingStands state={meeting.state} />}
				action={
					can.lead &&
					!locked &&
					(ahead && !(isDue && meeting.state === "invited")
						? (notCalled || meeting.state === "planned") && inviteStep
						: presenceStep)
				}
				secondary={
					<>
						{can.lead && ahead && (
							<Link className="ds-button" data-variant="secondary" to={`${here}/edit`}>
								{text.move}
							</Link>
						)}
						{ahead && (
							<a className="ds-button" data-variant="tertiary" href={`${here}.ics`}>
								{text.calendar}
							</a>
						)}
					</>
				}
			/>
			{actionData && actionData.refusals.length > 0 && (
				<Alert tone="danger">{actionData.refusals.map(saying(language, words.refusals)).join(" ")}</Alert>
			)}
			{actionData?.link && (
				<div role="status">
					<Alert tone="success" title={text.linkMade}>
						<p>{text.linkOnce}</p>
						<CopyButton value={actionData.link} label={text.copy} />
					</Alert>
				</div>
			)}
			{meeting.cancelledBecause !== null && <Alert tone="warning">{text.cancelled(meeting.cancelledBecause)}</Alert>}
			{meeting.link !== null && ahead && (
				<p className="ds-paragraph">
					<a className="ds-link" href={meeting.link} rel="noreferrer">
						{text.fields.link}
					</a>
				</p>
			)}
			{ahead &&
				asked.map(
					({ seat, presence, isOwn }) =>
						isOwn && presence && <OwnAnswer key={seat.id} seat={seat} presence={presence} />,
				)}
			<Section title={meeting.state === "held" ? text.minutes : text.agenda}>
				<Proposals proposals={proposals} />
				<Agenda
					{...{ items, decisions, cards, here, arenaId: arena.id }}
					writes={can.lead && !locked}
					held={meeting.state === "held"}
				/>
			</Section>
			<Documents {...loaderData.documents} fileAt="/documents" />
			<Section title={meeting.state === "held" ? text.columns.came : text.whoComes}>
				<Asked asked={asked} held={meeting.state === "held"} leads={can.lead && ahead} />
			</Section>
			{can.lead && meeting.state === "held" && !locked && (
				<Section title={text.approve} lead={text.approveBody}>
					<Form method="post">
						<input type="hidden" name="version" value={meeting.version} />
						<button type="submit" className="ds-button" name="deed" value="approve">
							{text.approve}
						</button>
					</Form>
				</Section>
			)}
			{meeting.minutesApprovedAt !== null && (
				<p className="ds-paragraph quiet">{text.approvedOn(formatShortDate(language, meeting.minutesApprovedAt))}</p>
			)}
		</div>
	);
}
