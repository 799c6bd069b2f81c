import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Details } from "../../../../ui/Details.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { tableState } from "../../../../ui/table-state.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { municipalityChoices } from "../../../organisation/service.server.ts";
import { parseParty } from "../../party-form.server.ts";
import { versioned } from "../../project/contract.ts";
import { findOwn, inviteTo, readAdmissions, setUnderWay } from "../../service.server.ts";
import { openBatches } from "../admission-rules.ts";
import { admissionStates } from "../codes.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/admissions";
import { admissionText } from "./admission.text.ts";
import { appliedTable, narrowApplied } from "./admissions-table.ts";
import { AdmissionStands } from "./ProgrammeStands.tsx";
import { programmePageText } from "./programme.text.ts";

/** Who has applied to a programme, and how far they have come; to others than its keeper, their own application. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading, url } = representing(context, request);
	const state = tableState(url, appliedTable);
	return reading(async (work) => {
		const read = (await readAdmissions(work, params.programmeId)) ?? missing();
		const { programme, admissions, funnel, batches, can, isOwn } = read;
		const own = isOwn ? null : await findOwn(work, read);
		const found = isOwn ? narrowApplied(language, admissions, state) : [];
		const goesOn = own !== null && own.state !== "declined" && own.state !== "withdrawn";
		return {
			...{ programme, funnel, isOwn, keep: can.keep && programme.state !== "closed" && programme.state !== "draft" },
			mayApply: can.apply && !goesOn && openBatches(programme, batches, work.today).length > 0,
			own: own && { id: own.id, state: own.state },
			organisations: can.keep ? await municipalityChoices(work) : [],
			...{ state, total: found.length, hasAdmitted: admissions.some((one) => one.state === "admitted") },
			rows: found.slice(state.offset, state.offset + state.pageSize).map((one) => ({
				...{ id: one.id, name: one.name, batch: one.batchName, sentAt: one.sentAt, state: one.state },
				...{ isNew: one.isNew, before: one.earlier.length, leader: one.leaderName, share: one.leaderShare },
				isProposed: one.isProposed,
			})),
		};
	});
}

const invitation = z.object({ partyId: id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = admissionText[language];
	const { programmeId } = params;
	const here = `/development/programmes/${programmeId}/admissions`;
	const form = await request.formData();
	if (form.get("do") === "start") {
		const parsed = parseForm(versioned, form);
		if (parsed.refusals) return data({ ...parsed, deed: "start" }, 422);
		const outcome = await commanding((work) => setUnderWay(work, programmeId, parsed.values.version));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "start" }, 422);
		return redirectWithToast(here, programmePageText[language].started);
	}
	const parsed = parseParty(invitation, form, await reading(municipalityChoices), "party-unknown");
	if (parsed.refusals) return data({ ...parsed, deed: "invite" }, 422);
	const outcome = await commanding((work) => inviteTo(work, programmeId, parsed.values.partyId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: "invite" }, 422);
	return redirectWithToast(here, text.invited);
}

export default function Admissions({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [admissionText[language], programmeText[language]];
	const { programme, rows, funnel, isOwn, own, mayApply, keep, organisations, state, total } = loaderData;
	const { columns, funnelColumns, steps, of } = text;
	const here = `/development/programmes/${programme.id}`;
	const say = saying(language, words.refusals);
	const refused = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const number = (value: number) => formatNumber(language, value);
	if (!isOwn)
		return (
			<Section title={text.title} lead={text.notShown}>
				{own && (
					<p className="ds-paragraph">
						<Link className="ds-link" to={`${here}/admissions/${own.id}`}>
							{programmePageText[language].toApplication}
						</Link>{" "}
						<AdmissionStands state={own.state} />
					</p>
				)}
				{mayApply && (
					<div className="task-buttons">
						<Link className="ds-button" data-variant="primary" to={`${here}/apply`}>
							{text.applyTitle}
						</Link>
					</div>
				)}
			</Section>
		);
	return (
		<>
			<Section title={text.title}>
				<Table
					caption={text.title}
					hideCaption
					rows={rows}
					total={total}
					state={state}
					rowKey={(row) => row.id}
					rowHref={(row) => `${here}/admissions/${row.id}`}
					searchLabel={text.search}
					filters={[
						{
							...{ name: "state", label: columns.state },
							choices: admissionStates
								.filter((one) => one !== "draft")
								.map((one) => ({ value: one, label: words.admissionStates[one] })),
						},
					]}
					columns={[
						{ key: "name", label: columns.name, cell: (row) => row.name, sort: true },
						{ key: "batch", label: columns.batch, cell: (row) => row.batch },
						{
							...{ key: "sent", label: columns.sent, sort: true },
							cell: (row) => row.sentAt && formatShortDate(language, row.sentAt),
						},
						{
							...{ key: "before", label: columns.before },
							cell: (row) => (row.isNew ? <Status tone="info">{text.isNew}</Status> : text.known(row.before)),
						},
						{
							...{ key: "share", label: columns.share },
							cell: (row) => `${row.leader}, ${row.share} %`,
						},
						{ key: "state", label: columns.state, cell: (row) => <AdmissionStands state={row.state} />, sort: true },
						{ key: "rule", label: columns.rule, cell: (row) => row.isProposed && text.turn },
					]}
					empty={<EmptyState title={text.none}>{text.noneBody}</EmptyState>}
				/>
			</Section>
			{funnel && (
				<Section title={text.funnel}>
					<Table
						caption={text.funnel}
						hideCaption
						rows={
							[
								{ key: "invited", count: funnel.invited, of: of.invited(funnel.invitedApplied) },
								{ key: "applied", count: funnel.applied, of: "" },
								{ key: "admitted", count: funnel.admitted, of: of.applied(funnel.applied) },
								{ key: "began", count: funnel.began, of: of.admitted(funnel.admitted) },
								{ key: "ended", count: funnel.ended, of: of.began(funnel.began) },
								{ key: "left", count: funnel.left, of: of.admitted(funnel.admitted) },
							] as const satisfies readonly {
								readonly key: keyof typeof steps;
								readonly count: number;
								readonly of: string;
							}[]
						}
						rowKey={(row) => row.key}
						columns={[
							{ key: "step", label: funnelColumns.step, cell: (row) => steps[row.key] },
							{ key: "count", label: funnelColumns.count, numeric: true, cell: (row) => number(row.count) },
							{ key: "of", label: funnelColumns.of, cell: (row) => row.of },
						]}
					/>
				</Section>
			)}
			{keep && (
				<Details summary={text.invite} open={refused("invite") !== undefined}>
					<TaskForm refused={refused("invite")} labels={text.fields} say={say} prefix="invite-">
						<Field name="partyId" kind="lookup" choices={organisations} width="full" required />
						<SubmitButton name="do" value="invite" variant="secondary">
							{text.invite}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
			{keep && programme.state === "open" && loaderData.hasAdmitted && (
				<TaskForm refused={refused("start")} say={say} prefix="start-">
					<input type="hidden" name="version" value={programme.version} />
					<SubmitButton name="do" value="start">
						{text.start}
					</SubmitButton>
				</TaskForm>
			)}
		</>
	);
}
