import { data } from "react-router";
import { z } from "zod";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { Status } from "../../../../ui/Tag.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { decideAdmission, openAdmission, removeApplication, withdrawAdmission } from "../../service.server.ts";
import { decisions } from "../codes.ts";
import { decisionFacts, withdrawalFacts } from "../contract.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/admission";
import { admissionText } from "./admission.text.ts";
import { AdmissionStands } from "./ProgrammeStands.tsx";

/** One application: what it says, what the municipality has been in before, its answer and its end. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const found = (await openAdmission(work, params.admissionId)) ?? missing();
		const { opened, admission, listed, answers, name, can } = found;
		if (admission.programmeId !== params.programmeId) missing();
		const batch = opened.batches.find(({ id }) => id === admission.batchId);
		return {
			...{ programme: { id: opened.programme.id, title: opened.programme.title }, admission, answers, name, can },
			...{ batch: batch?.name ?? "", today: work.today, isProposed: listed?.isProposed ?? false },
			...{ earlier: listed?.earlier ?? [], isOwn: actor.organisationId === admission.organisationId },
		};
	});
}

const deed = z.object({ do: z.enum(["decide", "withdraw", "remove"]) });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const text = admissionText[language];
	const { programmeId, admissionId } = params;
	const list = `/development/programmes/${programmeId}/admissions`;
	const form = await request.formData();
	const asked = parseForm(deed, form);
	if (asked.refusals) return data({ ...asked, deed: "decide" }, 422);
	const what = asked.values.do;
	if (what === "decide") {
		const parsed = parseForm(decisionFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => decideAdmission(work, admissionId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(list, text.decided);
	}
	if (what === "withdraw") {
		const parsed = parseForm(withdrawalFacts, form);
		if (parsed.refusals) return data({ ...parsed, deed: what }, 422);
		const outcome = await commanding((work) => withdrawAdmission(work, admissionId, parsed.values));
		if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given, deed: what }, 422);
		return redirectWithToast(list, text.withdrawn);
	}
	const outcome = await commanding((work) => removeApplication(work, admissionId));
	if (outcome.refused) return data({ refusals: outcome.refused, given: {}, deed: what }, 422);
	return redirectWithToast(list, text.draftRemoved);
}

export default function AdmissionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [admissionText[language], programmeText[language]];
	const { programme, admission, answers, name, batch, earlier, isProposed, isOwn, can, today } = loaderData;
	const { fields, hints } = text;
	const list = `/development/programmes/${programme.id}/admissions`;
	const say = saying(language, words.refusals);
	const of = (what: string) => (actionData?.deed === what ? actionData : undefined);
	const day = (value: string | Date) => formatShortDate(language, value);
	const said = (value: string) => value && <span className="pre-line">{value}</span>;
	const title = text.application(name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={admission.sentAt && text.sentBy(admission.sentBy, day(admission.sentAt))}
				tags={<AdmissionStands state={admission.state} />}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: list, label: programme.title },
				]}
			/>
			{admission.decidedOn !== null && admission.because !== "" && (
				<Alert tone="info" title={text.decidedBy(admission.decidedBy, day(admission.decidedOn))}>
					<p className="pre-line">{admission.because}</p>
				</Alert>
			)}
			{admission.withdrawnOn !== null && (
				<Alert tone="info" title={text.left(day(admission.withdrawnOn))}>
					<p>{admission.withdrawnBecause}</p>
				</Alert>
			)}
			<Facts
				facts={[
					{ label: fields.batchId, value: batch },
					{ label: fields.need, value: said(admission.need), source: admission.sentAt && text.frozen },
					{ label: fields.gain, value: said(admission.gain), source: admission.sentAt && text.frozen },
					{ label: fields.buildsOn, value: said(admission.buildsOn) },
					{ label: fields.leaderName, value: `${admission.leaderName}, ${admission.leaderShare} %` },
					{
						label: text.history,
						value: earlier.length === 0 ? text.noHistory : earlier.map((one) => one.title).join(", "),
						source: admission.isFirst && text.saysFirst,
					},
				]}
			/>
			<Section title={text.expectations}>
				<Table
					caption={text.expectations}
					hideCaption
					rows={answers}
					rowKey={(row) => row.expectationId}
					columns={[
						{ key: "expects", label: text.expectations, cell: (row) => row.expects },
						{
							...{ key: "answer", label: fields.decision },
							cell: (row) => (
								<Status tone={row.accepted ? "success" : "warning"}>
									{row.accepted ? text.accepted : text.notAccepted}
								</Status>
							),
						},
						{ key: "because", label: fields.because, cell: (row) => row.because },
					]}
				/>
			</Section>
			{can.decide && (
				<Section title={text.decide} lead={isProposed ? text.proposed : text.notProposed}>
					<TaskForm refused={of("decide")} labels={fields} say={say} prefix="decide-">
						<input type="hidden" name="version" value={admission.version} />
						<Field
							name="decision"
							kind="radio"
							required
							choices={decisions.map((one) => ({ value: one, label: words.decisions[one] }))}
						/>
						<Field
							name="because"
							kind="textarea"
							rows={2}
							maxLength={1000}
							width="full"
							hint={hints.because}
							required="sometimes"
						/>
						<SubmitButton name="do" value="decide">
							{text.decide}
						</SubmitButton>
					</TaskForm>
				</Section>
			)}
			<div className="task-buttons">
				{can.write && (
					<Link className="ds-button" data-variant="primary" to={`/development/programmes/${programme.id}/apply`}>
						{text.applyTitle}
					</Link>
				)}
				{isOwn && admission.state === "admitted" && (
					<Link className="ds-button" data-variant="primary" to={`/development/projects/new?admission=${admission.id}`}>
						{text.begin}
					</Link>
				)}
			</div>
			{can.write && (
				<TaskForm refused={of("remove")} say={say} prefix="remove-">
					<SubmitButton name="do" value="remove" variant="tertiary" color="danger">
						{text.removeDraft}
					</SubmitButton>
				</TaskForm>
			)}
			{can.withdraw && (
				<Details summary={text.withdraw} open={of("withdraw") !== undefined}>
					<TaskForm
						refused={of("withdraw")}
						values={{ withdrawnOn: today }}
						labels={fields}
						say={say}
						prefix="withdraw-"
					>
						<p>{text.withdrawBody}</p>
						<input type="hidden" name="version" value={admission.version} />
						<Field name="withdrawnOn" kind="date" max={today} required />
						<Field name="withdrawnBecause" maxLength={500} autoComplete="off" width="full" required />
						<SubmitButton name="do" value="withdraw" color="danger">
							{text.withdraw}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</div>
	);
}
