import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatShortDate } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { findOwn, openAdmission, openProgramme, sendApplication, writeApplication } from "../../service.server.ts";
import { openBatches } from "../admission-rules.ts";
import { admissionFacts } from "../contract.ts";
import { programmeText } from "../text.ts";
import type { Route } from "./+types/apply";
import { admissionText } from "./admission.text.ts";
import { parseApplication } from "./apply-form.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { actor, reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openProgramme(work, params.programmeId);
		if (!opened?.can.apply) missing();
		const { programme, batches, expectations, can } = opened;
		const own = await findOwn(work, opened);
		const draft = own?.state === "draft" ? await openAdmission(work, own.id) : undefined;
		const answers = Object.fromEntries(
			(draft?.answers ?? []).flatMap(({ expectationId, accepted, because }) => [
				[`answer-${expectationId}`, accepted ? "yes" : "no"],
				[`because-${expectationId}`, because],
			]),
		);
		const open = openBatches(programme, batches, work.today);
		const [first] = open;
		return {
			...{ programme: { id: programme.id, title: programme.title }, batches: open, expectations, maySend: can.send },
			values: draft
				? { ...admissionFacts.parse(draft.admission), ...answers }
				: { leaderName: actor.name, ...(open.length === 1 && first ? { batchId: first.id } : {}) },
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const text = admissionText[language];
	const { programmeId } = params;
	const form = await request.formData();
	const opened = (await reading((work) => openProgramme(work, programmeId))) ?? missing();
	const { refusals, given, application } = parseApplication(form, opened.expectations);
	if (!application) return data({ refusals, given }, 422);
	if (form.get("do") === "send") {
		const outcome = await commanding((work) => sendApplication(work, programmeId, application));
		if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
		return redirectWithToast(`/development/programmes/${programmeId}/admissions/${outcome.done.id}`, text.sent);
	}
	const outcome = await commanding((work) => writeApplication(work, programmeId, application));
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/development/programmes/${programmeId}/admissions/${outcome.done.id}`, text.draftSaved);
}

/** A municipality applies, in its own words, and answers what is expected one by one. */
export default function Apply({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [admissionText[language], programmeText[language]];
	const { programme, batches, expectations, values, maySend } = loaderData;
	const { hints } = text;
	const here = `/development/programmes/${programme.id}`;
	const labels = {
		...text.fields,
		...Object.fromEntries(
			expectations.flatMap(({ id, expects }) => [
				[`answer-${id}`, expects],
				[`because-${id}`, text.whyNot],
			]),
		),
	};
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(`${text.applyTitle}: ${programme.title}`)}</title>
			<PageHeader
				title={text.applyTitle}
				lead={text.applyLead}
				trail={[
					{ to: "/development/programmes", label: words.title },
					{ to: here, label: programme.title },
				]}
			/>
			<TaskForm refused={actionData} values={values} labels={labels} say={saying(language, words.refusals)}>
				<Field
					name="batchId"
					kind="radio"
					required
					choices={batches.map((one) => ({
						value: one.id,
						label: `${one.name}, ${formatShortDate(language, one.startsOn)}–${formatShortDate(language, one.endsOn)}`,
					}))}
				/>
				<Field name="need" kind="textarea" rows={4} maxLength={4000} width="full" hint={hints.need} required />
				<Field name="gain" kind="textarea" rows={4} maxLength={4000} width="full" required />
				<Field name="buildsOn" kind="textarea" rows={2} maxLength={2000} width="full" hint={hints.buildsOn} />
				<Field name="isFirst" kind="checkbox" />
				<Field name="leaderName" maxLength={200} autoComplete="off" required />
				<Field name="leaderEmail" kind="email" autoComplete="off" />
				<Field name="leaderShare" kind="number" whole unit="%" required />
				<Section title={text.expectations}>
					{expectations.map(({ id }) => (
						<div key={id} className="stack">
							<Field
								name={`answer-${id}`}
								kind="radio"
								required
								choices={[
									{ value: "yes", label: text.accept },
									{ value: "no", label: text.doNotAccept },
								]}
							/>
							<Field name={`because-${id}`} maxLength={500} autoComplete="off" width="full" required="sometimes" />
						</div>
					))}
				</Section>
				{!maySend && <p className="quiet">{text.mayNotSend}</p>}
				<div className="task-buttons">
					{maySend && (
						<SubmitButton name="do" value="send">
							{text.send}
						</SubmitButton>
					)}
					<SubmitButton name="do" value="draft" variant="secondary">
						{text.saveDraft}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
