import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { EmptyState } from "../../../../ui/EmptyState.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { NoValue } from "../../../../ui/NoValue.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import {
	enterAdmission,
	listToPlace,
	openTo,
	placeStudy,
	readAdmissions,
	readHalves,
	settleAdmission,
	stateOfPlace,
	unplaceStudy,
} from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import type { Route } from "./+types/admission";
import { AdmittedLine } from "./AdmittedLine.tsx";
import { admissionText } from "./admission.text.ts";
import { ledgerText } from "./ledger.text.ts";

/** What became of the lines that are conditional on admission, and the budget year beside the study year. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openTo(work, params.awardId, "keep")).done ?? missing();
		const admitted = await readAdmissions(work, opened);
		return {
			...{ id: opened.award.id, droppedShare: opened.award.droppedShare, halves: await readHalves(work, opened) },
			lines: admitted.map(({ line, admission, lost, studies }) => ({
				...{ id: line.id, title: line.title, year: line.budgetYear, granted: line.granted, settledOn: line.settledOn },
				...{ admission, toEnter: line.granted - admission.amount - lost },
				studies: studies.map((study) => ({
					...{ id: study.id, name: study.name, number: study.number, title: study.title },
					state: stateOfPlace(study),
				})),
			})),
			toPlace: (await listToPlace(work, params.awardId)).map(({ id, name, number, title }) => ({
				id,
				name,
				number,
				title,
			})),
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const { awardId } = params;
	const form = await request.formData();
	const text = admissionText[language];
	const word = (name: string) => String(form.get(name) ?? "");
	const [lineId, studyId, deed] = [word("lineId"), word("studyId"), word("deed")];
	const verbs = {
		place: [placeStudy, { lineId, studyId }, text.placed],
		unplace: [unplaceStudy, { lineId, studyId }, text.unplaced],
	} as const;
	const outcome = await commanding((work) => {
		if (deed === "place" || deed === "unplace") return verbs[deed][0](work, awardId, verbs[deed][1]);
		if (deed === "enter") return enterAdmission(work, awardId, lineId);
		return settleAdmission(work, awardId, { lineId, settled: deed === "settle" });
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given: { studyId }, lineId }, 422);
	const said =
		deed === "place" || deed === "unplace"
			? verbs[deed][2]
			: deed === "enter"
				? text.entered
				: deed === "settle"
					? text.settled
					: text.unsettled;
	return redirectWithToast(`/funding/awards/${awardId}/admission`, said);
}

export default function AdmissionPage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = admissionText[language];
	const { lines, toPlace, halves } = loaderData;
	const say = saying(language, fundingText[language].refusals);
	const refusedAt = (lineId: string) => (actionData?.lineId === lineId ? actionData : undefined);
	const [general] = actionData?.refusals.filter(({ field }) => field === undefined) ?? [];
	return (
		<>
			{general && <Alert tone="danger">{say(general)}</Alert>}
			{lines.length === 0 ? <EmptyState title={text.noConditional} /> : <p className="ds-paragraph">{text.lead}</p>}
			{lines.map((line) => (
				<AdmittedLine key={line.id} line={line} droppedShare={loaderData.droppedShare}>
					{toPlace.length === 0 ? (
						<p>
							<span className="quiet">{text.noStudies}</span>{" "}
							<Link className="ds-link" to="/competence/studies/new">
								{text.toStudies}
							</Link>
						</p>
					) : (
						<TaskForm
							className="call-row"
							refused={refusedAt(line.id)}
							labels={{ studyId: text.study }}
							say={say}
							prefix={`${line.id}-`}
						>
							<input type="hidden" name="lineId" value={line.id} />
							<input type="hidden" name="deed" value="place" />
							<Field
								name="studyId"
								kind="select"
								required
								choices={toPlace.map((one) => ({
									value: one.id,
									label: `${one.name ?? ledgerText[language].study(formatNumber(language, one.number))}: ${one.title}`,
								}))}
							/>
							<SubmitButton variant="secondary">{text.give}</SubmitButton>
						</TaskForm>
					)}
				</AdmittedLine>
			))}
			<Section title={text.halves} lead={text.halvesLead}>
				<Table
					caption={text.halves}
					hideCaption
					rows={halves}
					rowKey={({ budgetYear, half }) => `${budgetYear} ${half}`}
					columns={[
						{
							...{ key: "half", label: text.half },
							cell: ({ budgetYear, half }) => `${text.halfNames[half]} ${budgetYear}`,
						},
						{ key: "year", label: text.studyYear, cell: ({ studyYear }) => studyYear },
						{
							...{ key: "day", label: ledgerText[language].columns.day },
							cell: ({ day }) => formatShortDate(language, day),
						},
						{
							...{ key: "financed", label: text.financed, numeric: true },
							cell: ({ financed }) => (financed === null ? text.notYet : formatNumber(language, financed)),
						},
						{
							...{ key: "all", label: text.everyone, numeric: true },
							cell: ({ everyone }) => (everyone === null ? text.notYet : formatNumber(language, everyone)),
						},
						{
							...{ key: "costs", label: text.costs, numeric: true },
							cell: ({ costs }) => (costs === 0 ? <NoValue /> : kronerOf(language, costs)),
						},
					]}
				/>
			</Section>
		</>
	);
}
