import { data } from "react-router";
import { z } from "zod";
import { dayOf } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { id } from "../../../organisation/contract.ts";
import { gatheringText } from "../../gathering/text.ts";
import { networkText } from "../../network/text.ts";
import { approveSubstitute, openComing, removeSignUp, signUp } from "../../service.server.ts";
import { comingRoles } from "../codes.ts";
import { signUpFacts } from "../contract.ts";
import { substitutesOf } from "../rules.ts";
import { signUpText } from "../text.ts";
import type { Route } from "./+types/coming";

/** Who comes to a gathering, in which roles nobody does, and what it costs to be away. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openComing(work, params.networkId, params.meetingId)) ?? missing();
		const { network, gathering, isOver, fillsFor, own, coming, signUps, readsCost, mayApprove } = opened;
		const names = new Map(opened.members.map((one) => [one.id, one.name]));
		const read = signUps.filter(({ memberId }) => readsCost(memberId));
		return {
			...{ network: { id: network.id, name: network.name }, heldOn: dayOf(gathering.startsAt), own },
			fillsFor: isOver ? [] : fillsFor,
			coming: coming.map(({ member, signUps, missing }) => ({
				...{ id: member.id, name: member.name, missing },
				signUps: signUps.map(({ id, participant, role }) => ({ id, participant, role })),
			})),
			totals: substitutesOf(read),
			substitutes: read
				.filter(({ substituteHours }) => substituteHours !== null)
				.map((one) => ({
					...{ ...one, mayApprove: mayApprove(one) },
					memberName: names.get(one.memberId) ?? "",
				})),
		};
	});
}

const deed = z.object({ do: z.enum(["sign-up", "remove", "approve"]) });
const one = z.object({ id });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = signUpText[language];
	const { networkId, meetingId } = params;
	const here = `/development/networks/${networkId}/gatherings/${meetingId}/sign-up`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "sign-up" }, 422);
	const what = asked.values.do;
	if (what === "sign-up") {
		const parsed = parseForm(signUpFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => signUp(work, networkId, meetingId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(here, text.added);
	}
	const parsed = parseForm(one, form);
	if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
	const verb = what === "remove" ? removeSignUp : approveSubstitute;
	const outcome = await commanding((work) => verb(work, networkId, meetingId, parsed.values.id));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
	return redirectWithToast(here, what === "remove" ? text.removed : text.approved);
}

export default function Coming({ loaderData, actionData, params }: Route.ComponentProps) {
	const language = useLanguage();
	const text = signUpText[language];
	const { columns, substituteColumns } = text;
	const { network, heldOn, fillsFor, own, coming, totals, substitutes } = loaderData;
	const here = `/development/networks/${network.id}/gatherings`;
	const say = saying(language, gatheringText[language].refusals);
	const number = (value: number) => formatNumber(language, value);
	const failed = actionData !== undefined && actionData.deed !== "sign-up";
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.title)}</title>
			<PageHeader
				title={text.title}
				lead={text.lead}
				trail={[
					{ to: "/development/networks", label: networkText[language].title },
					{ to: here, label: network.name },
					{
						to: `${here}/${params.meetingId}`,
						label: gatheringText[language].title(formatShortDate(language, heldOn)),
					},
				]}
			/>
			{failed && <Alert tone="danger">{actionData.refusals.map(say).join(" ")}</Alert>}
			{fillsFor.length > 0 && (
				<Details summary={text.add} open={actionData?.deed === "sign-up"}>
					<TaskForm
						refused={actionData?.deed === "sign-up" ? actionData : undefined}
						values={{ memberId: own ?? fillsFor[0]?.id ?? "" }}
						labels={text.fields}
						say={say}
					>
						<Field
							name="memberId"
							kind="select"
							required
							choices={fillsFor.map(({ id, name }) => ({ value: id, label: name }))}
						/>
						<Field name="participant" maxLength={200} autoComplete="off" required />
						<Field
							name="role"
							kind="radio"
							required
							choices={comingRoles.map((role) => ({ value: role, label: text.roles[role] }))}
						/>
						<Field name="substituteHours" kind="number" whole hint={text.hints.substitute} />
						<Field name="substituteKroner" kind="number" whole />
						<SubmitButton name="do" value="sign-up">
							{text.add}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
			<Table
				caption={text.title}
				hideCaption
				rows={coming}
				rowKey={(row) => row.id}
				columns={[
					{ key: "member", label: columns.member, cell: (row) => row.name },
					{
						...{ key: "coming", label: columns.coming },
						cell: (row) =>
							row.signUps.length === 0 ? (
								<span className="quiet">{text.nobody}</span>
							) : (
								<ul className="plain-list">
									{row.signUps.map(({ id, participant, role }) => (
										<li key={id}>
											{participant} <span className="quiet">{text.roles[role]}</span>
											{fillsFor.some((member) => member.id === row.id) && (
												<TaskForm refused={undefined} say={say} className="" prefix={`${id}-`}>
													<input type="hidden" name="id" value={id} />
													<SubmitButton name="do" value="remove" variant="tertiary">
														{text.removeName(participant)}
													</SubmitButton>
												</TaskForm>
											)}
										</li>
									))}
								</ul>
							),
					},
					{
						...{ key: "missing", label: columns.missing },
						cell: (row) =>
							row.missing.length === 0 ? (
								<Status tone="success">{text.all}</Status>
							) : (
								row.missing
									.map((role, at) => (at === 0 ? text.roles[role] : text.roles[role].toLocaleLowerCase("nb")))
									.join(", ")
							),
					},
				]}
			/>
			<Section
				title={text.substitutes}
				{...(substitutes.length === 0
					? {}
					: { lead: text.substitutesLead(number(totals.hours), number(totals.kroner), number(totals.approvedHours)) })}
			>
				<Table
					caption={text.substitutes}
					hideCaption
					rows={substitutes}
					rowKey={(row) => row.id}
					columns={[
						{ key: "member", label: columns.member, cell: (row) => row.memberName },
						{ key: "who", label: substituteColumns.who, cell: (row) => row.participant },
						{
							...{ key: "hours", label: substituteColumns.hours, numeric: true },
							cell: ({ substituteHours }) => substituteHours !== null && number(substituteHours),
						},
						{
							...{ key: "kroner", label: substituteColumns.kroner, numeric: true },
							cell: ({ substituteKroner }) => substituteKroner !== null && number(substituteKroner),
						},
						{
							...{ key: "approved", label: substituteColumns.approved },
							cell: (row) => {
								if (row.approvedOn !== null) return text.by(row.approvedBy, formatShortDate(language, row.approvedOn));
								if (!row.mayApprove) return <Status tone="warning">{text.waits}</Status>;
								return (
									<TaskForm refused={undefined} say={say} className="" prefix={`approve-${row.id}-`}>
										<input type="hidden" name="id" value={row.id} />
										<SubmitButton name="do" value="approve" variant="secondary">
											{text.approve(row.participant)}
										</SubmitButton>
									</TaskForm>
								);
							},
						},
					]}
					empty={<p className="quiet">{text.noSubstitutes}</p>}
				/>
			</Section>
		</div>
	);
}
