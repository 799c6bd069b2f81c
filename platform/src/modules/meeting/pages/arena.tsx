import { data, Form } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../forms/parse.ts";
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
import { Documents } from "../document/pages/Documents.tsx";
import { shownDocuments } from "../document/pages/shown.server.ts";
import { standingOf } from "../rules.ts";
import { dropRequest, openArena } from "../service.server.ts";
import { meetingText } from "../text.ts";
import type { Route } from "./+types/arena";
import "./meeting.css";
import { ArenaRecord } from "./ArenaRecord.tsx";
import { arenaText } from "./arena.text.ts";
import { readRecord } from "./record.server.ts";
import { DecisionStands, MeetingStands } from "./standings.tsx";
import { whenWord } from "./words.ts";

/** One arena: who is in it, when it meets, what it has not done, and whether those who decide are there. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openArena(work, params.arenaId)).done ?? missing();
		const { arena, parties, seats, meetings, requests, decisions, can, asker } = opened;
		return {
			documents: await shownDocuments(work, { of: "arena", arenaId: arena.id, meetingId: null, itemId: null }),
			...{ arena, parties, can, requests, today: work.today },
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

const deeds = z.object({ deed: z.literal("drop"), itemId: z.string() });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const parsed = parseForm(deeds, await request.formData());
	if (parsed.refusals) return data({ refusals: parsed.refusals }, 422);
	const outcome = await commanding((work) => dropRequest(work, params.arenaId, parsed.values.itemId));
	if (outcome.refused) return data({ refusals: outcome.refused }, 422);
	return redirectWithToast(`/arenas/${params.arenaId}`, arenaText[language].dropped);
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
			{actionData && <Alert tone="danger">{actionData.refusals.map(saying(language, words.refusals)).join(" ")}</Alert>}
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
			{requests.length > 0 && (
				<Section title={text.requests}>
					<ul className="agenda">
						{requests.map((item) => (
							<li key={item.id}>
								<div>
									<strong>{item.title}</strong>
									{item.body && <p className="ds-paragraph pre-line">{item.body}</p>}
									<p className="quiet">{text.askedBy(item.askedByName ?? partyName(item.askedBy ?? ""))}</p>
								</div>
								{can.lead && (
									<Form method="post">
										<input type="hidden" name="itemId" value={item.id} />
										<button
											type="submit"
											className="ds-button"
											data-variant="tertiary"
											data-size="sm"
											name="deed"
											value="drop"
											aria-label={`${text.drop}: ${item.title}`}
										>
											{text.drop}
										</button>
									</Form>
								)}
							</li>
						))}
					</ul>
				</Section>
			)}
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
							value: arena.meetingsAYear === null ? null : text.cadence(arena.meetingsAYear),
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
