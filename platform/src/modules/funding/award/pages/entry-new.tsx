import { data } from "react-router";
import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { Link } from "../../../../ui/Link.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { missing, redirectWithToast, representing } from "../../../../visit.server.ts";
import { kronerOf } from "../../amounts.ts";
import { listPlacedStudies, noteEntry, openAward, readLedgerPage } from "../../service.server.ts";
import { fundingText } from "../../text.ts";
import { notedKinds } from "../codes.ts";
import { entryFacts } from "../contract.ts";
import { netOf, placesOf } from "../ledger.ts";
import type { Route } from "./+types/entry-new";
import { ledgerText } from "./ledger.text.ts";

/** Notes a cost, a payment or money paid back. Who gives the award notes payments. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = (await openAward(work, params.awardId)).done ?? missing();
		const { award, lines, can } = opened;
		if (!can.keep && !can.give) missing();
		const { balances, documents } = await readLedgerPage(work, opened);
		const titles = new Map(lines.map(({ id, title }) => [id, title]));
		return {
			...{ id: award.id, keep: can.keep, today: work.today },
			places: placesOf(balances).map(({ lineId, budgetYear }) => ({
				...{ value: `${lineId} ${budgetYear}`, line: titles.get(lineId) ?? "", year: budgetYear },
				left: can.keep ? netOf(balances, "left", { lineId, budgetYear }) : null,
			})),
			documents: documents.map(({ id, title, reference }) => ({ value: id, label: `${title} ${reference}`.trim() })),
			studies: can.keep
				? (await listPlacedStudies(work, opened)).map(({ id, name, number, title }) => ({ id, name, number, title }))
				: [],
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, commanding } = representing(context, request);
	const form = await request.formData();
	if (!form.get("kroner")) form.set("kroner", "0");
	const parsed = parseForm(entryFacts, form);
	if (parsed.refusals) return data(parsed, 422);
	const outcome = await commanding((work) => noteEntry(work, params.awardId, parsed.values));
	if (outcome.refused) return data({ refusals: outcome.refused, given: parsed.given }, 422);
	return redirectWithToast(`/funding/awards/${params.awardId}/ledger`, ledgerText[language].entered);
}

export default function EntryNew({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = ledgerText[language];
	const { id, keep, today, places, documents, studies } = loaderData;
	const kinds = keep ? notedKinds : (["pay"] as const);
	return (
		<Section title={text.noteTitle}>
			<title>{houseText[language].pageTitle(text.noteTitle)}</title>
			<TaskForm
				refused={actionData}
				labels={text.fields}
				values={{ kind: kinds[0], onDay: today, place: places[0]?.value ?? "" }}
				say={saying(language, fundingText[language].refusals)}
			>
				<Field
					name="kind"
					kind="radio"
					required
					choices={kinds.map((value) => ({ value, label: text.kinds[value] }))}
				/>
				<Field
					name="place"
					kind="select"
					required
					choices={places.map(({ value, line, year, left }) => ({
						value,
						label: left === null ? `${line}, ${year}` : text.leftOn(line, String(year), kronerOf(language, left)),
					}))}
				/>
				<Field name="onDay" kind="date" required max={today} />
				<Field name="kroner" kind="number" whole unit="kr" required="sometimes" />
				{keep && <Field name="own" kind="number" whole unit="kr" hint={text.ownHint} />}
				<Field name="text" maxLength={500} width="full" autoComplete="off" />
				<Field name="reference" maxLength={100} autoComplete="off" />
				{studies.length > 0 && (
					<Field
						name="studyId"
						kind="select"
						none={text.none}
						choices={studies.map((one) => ({
							value: one.id,
							label: `${one.name ?? text.study(formatNumber(language, one.number))}: ${one.title}`,
						}))}
					/>
				)}
				{documents.length > 0 && <Field name="documentId" kind="select" none={text.none} choices={documents} />}
				<div className="task-buttons">
					<SubmitButton>{text.enter}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/funding/awards/${id}/ledger`}>
						{text.cancel}
					</Link>
				</div>
			</TaskForm>
		</Section>
	);
}
