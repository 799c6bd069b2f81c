import { data } from "react-router";
import { saying } from "../../../forms/text.ts";
import { formatShortDate } from "../../../language.ts";
import { houseText } from "../../../text.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Link } from "../../../ui/Link.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Table } from "../../../ui/Table.tsx";
import { Tag } from "../../../ui/Tag.tsx";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { isAgreementOver } from "../../agreement/service.server.ts";
import { Documents } from "../document/pages/Documents.tsx";
import { shownDocuments } from "../document/pages/shown.server.ts";
import { standingOf } from "../rules.ts";
import { dropRequest, openArena, voteForItems, votingSeat } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arena";
import "./meeting.css";
import { ArenaRecord } from "./ArenaRecord.tsx";
import { arenaText } from "./arena.text.ts";
import { Requests } from "./Requests.tsx";
import { readRecord } from "./record.server.ts";
import { shownRequests } from "./requests.server.ts";
import { DecisionStands, MeetingStands } from "./standings.tsx";
import { whenWord } from "./words.ts";

/** One arena: who is in it, when it meets, what it has not done, and whether those who decide are there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openArena(work, params.arenaId)).done ?? missing();
		const { arena, parties, seats, meetings, decisions, can, asker } = opened;
		const seat = votingSeat(opened);
		return {
			documents: await shownDocuments(work, { of: "arena", arenaId: arena.id, meetingId: null, itemId: null }),
			...{ arena, parties, can, today: work.today },
			requests: shownRequests(opened, seat?.id ?? null),
			votes: seat !== undefined,
			isAgreementOver: arena.agreementId !== null && (await isAgreementOver(work, arena.agreementId)),
			seats: seats
				.filter(({ validTo }) => validTo === null)
				.map((seat) => ({ ...seat, mayChange: can.keep || (can.takePart && seat.partyId === asker.organisationId) })),
			// What is ahead first, the nearest on top; then what has been, the latest on top.
			meetings: [
				...meetings.filter(({ state }) => state === "planned" || state === "invited"),
				...meetings.filter(({ state }) => state === "held" || state === "cancelled").reverse(),
			],
			open: decisions
				.filter(({ state }) => state === "open")
				.map((decision) => ({ ...decision, standing: standingOf(decision, work.today) }))
				.sort((one, other) => (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999")),
			record: await readRecord(work, opened),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = arenaText[language];
	const { arenaId } = params;
	const form = await request.formData();
	const deed = form.get("deed") === "vote" ? "vote" : "drop";
	const votes = form.getAll("votes").map(String);
	const outcome = await commanding((work) =>
		deed === "vote" ? voteForItems(work, arenaId, votes) : dropRequest(work, arenaId, String(form.get("itemId") ?? "")),
	);
	if (outcome.refused) return data({ deed, refusals: outcome.refused, given: { votes } }, 422);
	return redirectWithToast(`/arenas/${arenaId}`, deed === "vote" ? text.voted : text.dropped);
}

export default function ArenaPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = arenaText[language];
	const words = meetingText[language];
	const { columns } = text;
	const { arena, parties, seats, meetings, requests, open, record, can, today } = loaderData;
	const here = `/arenas/${arena.id}`;
	const plan = { to: `${here}/meetings/new`, label: text.planMeeting };
	const addMember = { to: `${here}/seats/new`, label: text.addMember };
	const partyName = (id: string) => parties.find((party) => party.id === id)?.name ?? "";
	const first = seats.length === 0 ? addMember : plan;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(arena.name)}</title>
			<PageHeader
				title={arena.name}
				lead={arena.purpose}
				trail={[{ to: "/arenas", label: text.trail }]}
				tags={arena.endedOn !== null && <Tag>{text.endedOn(formatShortDate(language, arena.endedOn))}</Tag>}
				{...(can.lead ? { action: can.keep ? first : plan } : {})}
				secondary={
					<>
						{can.takePart && (
							<Link className="ds-button" data-variant="secondary" to={`${here}/items/new`}>
								{text.ask}
							</Link>
						)}
						{can.keep && (
							<Link className="ds-button" data-variant="tertiary" to={`/hearings/new?kind=arena&id=${arena.id}`}>
								{text.hear}
							</Link>
						)}
						{can.keep && (
							<Link className="ds-button" data-variant="secondary" to={`${here}/edit`}>
								{text.edit}
							</Link>
						)}
					</>
				}
			/>
			{actionData?.deed === "drop" && (
				<Alert tone="danger">{actionData.refusals.map(saying(language, words.refusals)).join(" ")}</Alert>
			)}
			{arena.becomes !== null && (
				<Alert tone="info" title={words.endings[arena.becomes]}>
					{arena.becomesNote !== "" && <p className="pre-line">{arena.becomesNote}</p>}
				</Alert>
			)}
			{loaderData.isAgreementOver && can.keep && arena.endedOn === null && (
				<Alert tone="warning">
					{text.agreementOver}{" "}
					<Link className="ds-link" to={`${here}/edit#end`}>
						{text.sayWhat}
					</Link>
				</Alert>
			)}
			<Section title={text.meetings}>
				<Table
					caption={text.meetings}
					hideCaption
					rows={meetings}
					rowKey={(row) => row.id}
					rowHref={(row) => `/meetings/${row.id}`}
					columns={[
						{ key: "when", label: text.fields.day, cell: (row) => whenWord(language, row) },
						{ key: "place", label: text.fields.place, cell: (row) => row.place },
						{ key: "state", label: columns.standing, cell: (row) => <MeetingStands state={row.state} /> },
						{
							key: "minutes",
							label: text.minutes,
							cell: (row) =>
								row.minutesApprovedAt === null ? "" : text.approvedOn(formatShortDate(language, row.minutesApprovedAt)),
						},
					]}
					empty={
						<EmptyState title={text.noMeetings} {...(can.lead && seats.length > 0 ? { action: plan } : {})}>
							{seats.length > 0 ? text.noMeetingsBody : text.noMeetingsYet}
						</EmptyState>
					}
				/>
			</Section>
			<Section
				title={text.openDecisions}
				actions={
					<Link className="ds-link" to={`/arenas/decisions?arena=${arena.id}`}>
						{text.allDecisions}
					</Link>
				}
			>
				<Table
					caption={text.openDecisions}
					hideCaption
					rows={open}
					rowKey={(row) => row.id}
					rowHref={(row) => `${here}/decisions/${row.id}`}
					columns={[
						{ key: "decision", label: columns.decision, cell: (row) => row.body },
						{ key: "owner", label: columns.owner, cell: (row) => row.ownerName },
						{
							key: "due",
							label: columns.due,
							cell: (row) => (row.dueOn === null ? "" : formatShortDate(language, row.dueOn)),
						},
						{ key: "standing", label: columns.standing, cell: (row) => <DecisionStands standing={row.standing} /> },
					]}
					empty={<p className="ds-paragraph quiet">{text.noOpen}</p>}
				/>
			</Section>
			<Requests
				requests={requests}
				leads={can.lead}
				votes={loaderData.votes}
				refused={actionData?.deed === "vote" ? actionData : undefined}
			/>
			<Section
				title={text.members}
				actions={
					can.keep && (
						<Link className="ds-link" to={addMember.to}>
							{text.addMember}
						</Link>
					)
				}
			>
				<Table
					caption={text.members}
					hideCaption
					rows={seats}
					rowKey={(row) => row.id}
					rowHref={(row) => (row.mayChange ? `${here}/seats/${row.id}` : undefined)}
					columns={[
						{ key: "role", label: columns.role, cell: (row) => row.role },
						{
							key: "name",
							label: columns.member,
							cell: (row) => row.name || <span className="quiet">{text.vacant}</span>,
						},
						{ key: "party", label: text.fields.partyId, cell: (row) => partyName(row.partyId) },
						{ key: "represents", label: columns.represents, cell: (row) => words.represents[row.represents] },
						{
							key: "duty",
							label: text.fields.duty,
							cell: (row) => (row.duty === "member" ? "" : words.duties[row.duty]),
						},
						{ key: "deputy", label: text.fields.deputyName, cell: (row) => row.deputyName },
					]}
					empty={
						<EmptyState title={text.noMembers} {...(can.keep ? { action: addMember } : {})}>
							{text.noMembersBody}
						</EmptyState>
					}
				/>
			</Section>
			<Documents {...loaderData.documents} fileAt="/documents" />
			<Section title={text.anchoring}>
				{record === null ? (
					<p className="ds-paragraph quiet">{text.anchoringNone}</p>
				) : (
					<ArenaRecord record={record} today={today} />
				)}
			</Section>
			<Section title={text.about}>
				<Facts
					facts={[
						{ label: text.fields.kind, value: words.kinds[arena.kind] },
						{ label: text.fields.level, value: words.levels[arena.level] },
						{ label: text.fields.partyIds, value: parties.map(({ name }) => name).join(", ") },
						{
							label: text.fields.meetingsAYear,
							value: arena.meetingsAYear === null ? null : String(arena.meetingsAYear),
						},
						...(arena.agreementId === null
							? []
							: [
									{
										label: text.fields.agreementId,
										value: (
											<Link className="ds-link" to={`/agreements/${arena.agreementId}`}>
												{arena.agreementTitle ?? ""}
											</Link>
										),
									},
								]),
					]}
				/>
			</Section>
		</div>
	);
}
