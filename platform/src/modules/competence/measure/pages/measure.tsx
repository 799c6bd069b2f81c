import { changeOrRemove } from "../../../../forms/change-or-remove.server.ts";
import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { findConcerning } from "../../../../registry/concerning.server.ts";
import { houseText } from "../../../../text.ts";
import { ChangeOrRemove } from "../../../../ui/ChangeOrRemove.tsx";
import { Concerns } from "../../../../ui/Concerns.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { missing, representing } from "../../../../visit.server.ts";
import { nameOfEntry } from "../../framework/name.ts";
import { changeMeasure, readMeasure, removeMeasure } from "../../service.server.ts";
import { measureChange } from "../contract.ts";
import { measureText } from "../text.ts";
import type { Route } from "./+types/measure";
import { measureChoices } from "./choices.server.ts";
import { MeasureFields } from "./MeasureFields.tsx";
import { measurePageText } from "./measure.text.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const measure = (await readMeasure(work, params.measureId)) ?? missing();
		const { entryName, entryNameNn, entryNameEn, entryId } = measure;
		const entry =
			entryName === null ? "" : nameOfEntry(language, { name: entryName, nameNn: entryNameNn, nameEn: entryNameEn });
		const concerning = await findConcerning(work, { kind: "competence-measure", id: measure.id }, language);
		if (!measure.mayChange) return { measure, entry, concerning, choices: null };
		const choices = await measureChoices(work, language);
		// What was stated with an entry since mapped away, or in a plan that has ended, keeps it.
		const keeping = (list: typeof choices.plans, value: string | null, label: string) =>
			value === null || list.some((one) => one.value === value) ? list : [...list, { value, label }];
		return {
			...{ measure, entry, concerning },
			choices: {
				...{ units: choices.units, plans: keeping(choices.plans, measure.planId, measure.planTitle) },
				entries: keeping(choices.entries, entryId, entry),
			},
		};
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const text = measurePageText[visit.language];
	return changeOrRemove(visit, request, {
		schema: measureChange,
		change: (work, values) => changeMeasure(work, params.measureId, values),
		remove: (work, version) => removeMeasure(work, params.measureId, version),
		changed: ({ planId }) => ({ to: `/competence/plans/${planId}`, toast: text.changed }),
		removed: { to: "/competence/measures", toast: text.removed },
	});
}

/** One measure: to be changed by those who plan, read by others. */
export default function MeasurePage({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const [text, words] = [measurePageText[language], measureText[language]];
	const { measure, entry, choices } = loaderData;
	const say = saying(language, words.refusals);
	const trail = [
		{ to: "/competence/measures", label: words.title },
		...(choices ? [{ to: `/competence/plans/${measure.planId}`, label: measure.planTitle }] : []),
	];
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(measure.title)}</title>
			<PageHeader
				title={measure.title}
				lead={[words.kinds[measure.kind], ...(measure.studies > 0 ? [text.studies(measure.studies)] : [])].join(", ")}
				trail={trail}
			/>
			{choices ? (
				<ChangeOrRemove
					answer={actionData}
					values={measure}
					labels={text.fields}
					say={say}
					text={text}
					cancelTo="/competence/measures"
				>
					<MeasureFields {...choices} />
				</ChangeOrRemove>
			) : (
				<ReadMeasure measure={measure} entry={entry} />
			)}
			<Concerns groups={loaderData.concerning} />
		</div>
	);
}

/** A measure for those who do not plan. */
function ReadMeasure({ measure, entry }: Pick<Route.ComponentProps["loaderData"], "measure" | "entry">) {
	const language = useLanguage();
	const [{ fields, positions, kroner }, words] = [measurePageText[language], measureText[language]];
	const number = (value: number | null, unit: string) => value !== null && `${formatNumber(language, value)} ${unit}`;
	return (
		<Facts
			facts={[
				{ label: fields.status, value: words.statuses[measure.status] },
				{ label: fields.planId, value: measure.planTitle },
				{ label: fields.unitId, value: measure.unitName ?? words.wholeScope },
				{ label: fields.entryId, value: entry },
				{ label: fields.closes, value: number(measure.closes, positions) },
				{ label: fields.persons, value: measure.persons },
				{ label: fields.cost, value: number(measure.cost, kroner) },
				{ label: fields.financing, value: words.financings[measure.financing] },
				{ label: fields.ownerName, value: measure.ownerName },
				{ label: fields.deputyName, value: measure.deputyName },
				{ label: fields.dueOn, value: measure.dueOn !== null && formatShortDate(language, measure.dueOn) },
				{ label: fields.note, value: measure.note },
			]}
		/>
	);
}
