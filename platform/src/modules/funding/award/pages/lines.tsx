import { data } from "react-router";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import type { FieldValue } from "../../../../ui/form-context.ts";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { openTo, writeAwardLines } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { mostLines } from "../codes.ts";
import { awardText } from "../text.ts";
import type { Route } from "./+types/lines";
import { awardPageText } from "./award.text.ts";
import { readLines } from "./line-rows.server.ts";
import "../../funding.css";

/** What a noted award is for: a line for each purpose and budget year. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { award, lines } = (await openTo(work, params.awardId, "write")).done ?? missing();
		return { id: award.id, title: award.title, version: award.version, year: award.decidedOn.slice(0, 4), lines };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const read = readLines(await request.formData());
	if (read.refusals) return data(read, 422);
	const outcome = await commanding((work) => writeAwardLines(work, params.awardId, read));
	if (outcome.refused) return data({ refusals: outcome.refused, given: read.given }, 422);
	return redirectWithToast(`/funding/awards/${params.awardId}`, awardPageText[language].linesSaved);
}

const fields = ["title", "category", "budgetYear", "applied", "granted", "own", "conditional", "places"] as const;

export default function Lines({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = awardPageText[language];
	const { id, title, version, year, lines } = loaderData;
	const count = actionData ? mostLines : Math.min(lines.length + 3, mostLines);
	const labels: Record<string, string> = {};
	const values: Record<string, FieldValue> = {};
	for (let at = 0; at < count; at++)
		for (const field of fields) {
			labels[`rows-${at}-${field}`] = text.lines[field];
			values[`rows-${at}-${field}`] = lines[at]?.[field] ?? (field === "budgetYear" ? year : null);
		}
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(text.linesTitle)}</title>
			<PageHeader
				title={text.linesTitle}
				lead={text.linesLead}
				trail={[
					{ to: "/funding/awards", label: awardText[language].title },
					{ to: `/funding/awards/${id}`, label: title },
				]}
			/>
			<TaskForm
				key={version}
				className="stack"
				refused={actionData}
				labels={labels}
				values={values}
				say={saying(language, fundingText[language].refusals)}
			>
				<input type="hidden" name="version" value={version} />
				{Array.from({ length: count }, (_, at) => at).map((at) => (
					<fieldset key={at} className="call-row">
						<legend className="visually-hidden">{text.row(formatNumber(language, at + 1))}</legend>
						<Field name={`rows-${at}-title`} required="sometimes" maxLength={200} width="full" autoComplete="off" />
						<Field name={`rows-${at}-category`} maxLength={160} autoComplete="off" />
						<Field name={`rows-${at}-budgetYear`} required="sometimes" maxLength={4} autoComplete="off" />
						<Field name={`rows-${at}-applied`} kind="number" whole unit="kr" />
						<Field name={`rows-${at}-granted`} kind="number" whole unit="kr" required="sometimes" />
						<Field name={`rows-${at}-own`} kind="number" whole unit="kr" />
						<Field name={`rows-${at}-conditional`} kind="checkbox" />
						<Field name={`rows-${at}-places`} kind="number" whole required="sometimes" />
					</fieldset>
				))}
				<div className="task-buttons">
					<SubmitButton>{text.saveLines}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/awards/${id}`}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
