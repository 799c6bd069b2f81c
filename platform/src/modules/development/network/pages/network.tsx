import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { listOrganisations } from "../../../organisation/service.server.ts";
import { addNote, openNetwork, removeNote } from "../../service.server.ts";
import { noteFacts } from "../contract.ts";
import { compositionOf, funnelOf, leadOn } from "../rules.ts";
import { networkText } from "../text.ts";
import type { Route } from "./+types/network";
import { networkPageText } from "./network.text.ts";

/** What a network is: why, how it is governed, who leads it, how it is put together, and what is said of it. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { network, members, leads, notes, weaknesses, can } =
			(await openNetwork(work, params.networkId)) ?? missing();
		const { rows } = await listOrganisations(work, { kind: "municipality" });
		const populations = new Map(rows.map((row) => [row.id, row.population?.value ?? null]));
		const standing = members.filter((one) => one.standing === "member" && one.leftOn === null);
		const names = new Map(members.map((one) => [one.id, one.name]));
		return {
			...{ network, notes, weaknesses, mayKeep: can.keep && network.endedOn === null, today: work.today },
			leads: leads.map((one) => ({ ...one, member: names.get(one.memberId) ?? "" })).reverse(),
			leadId: leadOn(leads, work.today)?.id ?? null,
			// A county and a college have no size to compare.
			composition: compositionOf(standing.map(({ partyId }) => (partyId && populations.get(partyId)) || null)),
			funnel: funnelOf(members, work.today),
		};
	});
}

const deed = z.object({ do: z.enum(["note", "remove"]) });
const noteOf = z.object({ noteId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = networkPageText[language];
	const here = `/development/networks/${params.networkId}`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "note" }, 422);
	if (asked.values.do === "remove") {
		const parsed = parseForm(noteOf, form);
		if (parsed.refusals) return data({ ...parsed, deed: "remove" }, 422);
		const outcome = await commanding((work) => removeNote(work, params.networkId, parsed.values.noteId));
		if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: "remove" }, 422);
		return redirectWithToast(here, text.noteRemoved);
	}
	const parsed = parseForm(noteFacts, form);
	if (parsed.refusals) return data({ ...parsed, deed: "note" }, 422);
	const outcome = await commanding((work) => addNote(work, params.networkId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "note" }, 422);
	return redirectWithToast(here, text.noted);
}

export default function NetworkPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [networkPageText[language], networkText[language]];
	const { network, leads, leadId, notes, weaknesses, composition, funnel, mayKeep, today } = loaderData;
	const { fields, turn } = text;
	const day = (value: string) => formatShortDate(language, value);
	const number = (value: number) => formatNumber(language, value);
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const lead = leads.find((one) => one.id === leadId);
	const here = `/development/networks/${network.id}`;
	const { smallest, largest, mix } = composition;
	return (
		<>
			{network.endedOn !== null && (
				<Alert tone="info" title={text.endedTitle}>
					<p>{`${formatDate(language, network.endedOn)}. ${network.endedBecause}`}</p>
				</Alert>
			)}
			{weaknesses.length > 0 && (
				<Alert tone="warning" title={text.weakTitle}>
					<ul>
						{weaknesses.map(({ weakness, members }) => (
							<li key={weakness}>{[words.weaknesses[weakness], members.join(", ")].join(" ").trimEnd()}</li>
						))}
					</ul>
				</Alert>
			)}
			<Section title={text.groups.what}>
				<Facts
					facts={[
						{ label: fields.purpose, value: <span className="pre-line">{network.purpose}</span> },
						{ label: fields.kind, value: words.kinds[network.kind] },
						{ label: fields.foundedOn, value: formatDate(language, network.foundedOn), source: network.foundedBy },
						{
							label: fields.plan,
							value: network.plan && <span className="pre-line">{network.plan}</span>,
							source: network.planUntil && `${fields.planUntil} ${formatDate(language, network.planUntil)}`,
						},
					]}
				/>
			</Section>
			<Section
				title={text.groups.governed}
				actions={
					mayKeep && (
						<Link className="ds-button" data-variant="secondary" to={`${here}/lead`}>
							{leads.length === 0 ? text.firstLead : text.giveLead}
						</Link>
					)
				}
			>
				<Facts
					facts={[
						...(network.endedOn === null
							? [
									{
										label: text.led,
										value: lead ? text.ledBy(lead.name, lead.member, day(lead.firstDay)) : text.nobodyLeads,
									},
								]
							: []),
						{ label: fields.owners, value: network.owners },
						{ label: fields.decides, value: network.decides },
						{ label: fields.moneyKind, value: words.moneyKinds[network.moneyKind], source: network.money },
						{ label: fields.gatheringsAYear, value: network.gatheringsAYear },
					]}
				/>
				{leads.length > 0 && (
					<Table
						caption={text.turns}
						rows={leads}
						rowKey={(row) => row.id}
						columns={[
							{ key: "who", label: turn.who, cell: (row) => row.name },
							{ key: "member", label: turn.member, cell: (row) => row.member },
							{ key: "from", label: turn.from, cell: (row) => day(row.firstDay) },
							{ key: "to", label: turn.to, cell: (row) => (row.lastDay === null ? "" : day(row.lastDay)) },
							{ key: "handed", label: turn.handed, cell: (row) => row.handedOver },
						]}
					/>
				)}
			</Section>
			<Section title={text.composition}>
				<p className="ds-paragraph">
					{text.compositionOf(composition.count, composition.size)}{" "}
					{smallest !== null && largest !== null && mix !== null && text.spread(number(smallest), number(largest), mix)}
				</p>
				<p className="quiet">{text.funnel(funnel.invited, funnel.joined, funnel.left)}</p>
			</Section>
			<Section title={text.notes} lead={text.notesLead}>
				{notes.length === 0 ? (
					<p className="quiet">{text.noNotes}</p>
				) : (
					<Timeline
						events={notes.map((one) => ({
							...{ id: one.id, at: one.onDay, by: text.noteFrom(one.recordedBy, one.source), title: one.note },
							children: mayKeep && (
								<TaskForm refused={of("remove")} say={say} className="" prefix={`remove-${one.id}-`}>
									<input type="hidden" name="noteId" value={one.id} />
									<SubmitButton name="do" value="remove" variant="tertiary">
										{text.removeNote}
									</SubmitButton>
								</TaskForm>
							),
						}))}
					/>
				)}
				{mayKeep && (
					<Details summary={text.addNote} open={of("note") !== undefined}>
						<TaskForm
							key={notes.length}
							refused={of("note")}
							values={{ onDay: today }}
							labels={fields}
							say={say}
							prefix="note-"
						>
							<Field name="onDay" kind="date" max={today} required />
							<Field
								name="note"
								kind="textarea"
								rows={2}
								maxLength={1000}
								required
								hint={network.kind === "self-governing" ? text.hints.selfGoverning : undefined}
							/>
							<Field name="source" maxLength={200} autoComplete="off" width="full" />
							<SubmitButton name="do" value="note" variant="secondary">
								{text.addNote}
							</SubmitButton>
						</TaskForm>
					</Details>
				)}
			</Section>
		</>
	);
}
