import { addDays } from "../../../../day.ts";
import { formatDate, type Language, localeOf } from "../../../../language.ts";
import { refusedAll } from "../../../../outcome.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { divideOrganisation, readTreeAlone } from "../../service.server.ts";
import type { Route } from "./+types/divide";
import { dayAfterEnd } from "./day-after-end.ts";
import { divideField, divideForm, divisionOf, readPlaces, refuseParts } from "./divide-form.ts";
import { inSentence } from "./in-sentence.ts";
import { MoreButton } from "./MoreButton.tsx";
import { countShown } from "./more.ts";
import { opened } from "./opened.server.ts";
import { listLastingChoices, parseNamingOrganisationsOn } from "./organisation-choices.server.ts";
import { partNumbers, unitField } from "./parts.ts";
import { registerPagesText } from "./register.text.ts";
import { successionText } from "./succession.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

async function open(visit: ReturnType<typeof representing>, organisationId: string) {
	return visit.reading(async (work) => {
		const { organisation, newest } = await opened(work, organisationId, "keepRegister");
		const { id, kind } = organisation;
		const units = (await readTreeAlone(work, id)).filter((unit) => unit.depth === 0);
		return {
			...{ id, kind, newest, today: work.today },
			choices: await listLastingChoices(work, visit.language, { kind, except: id }),
			units: units.map((unit) => ({ id: unit.id, name: unit.name })),
		};
	});
}

export async function loader({ context, request, params }: Route.LoaderArgs) {
	return open(representing(context, request), params.organisationId);
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	const before = await open(visit, params.organisationId);
	const fields = partNumbers.map((part) => `to${part}`);
	const parsed = parseNamingOrganisationsOn(before.choices, divideForm, sent, fields);
	const places = readPlaces(
		sent,
		before.units.map((unit) => unit.id),
	);
	// Where the units go is not in the schema, and comes back with the rest of what was chosen.
	const given = {
		...parsed.given,
		...Object.fromEntries([...places].map(([unitId, part]) => [unitField(unitId), String(part)])),
	};
	return inTwoSteps(
		visit,
		sent,
		{ ...parsed, given },
		{
			verb: async (work, values) => {
				const refusals = refuseParts(values, places);
				if (refusals.length > 0) return refusedAll<string>(refusals);
				return divideOrganisation(work, divisionOf(values, before, places));
			},
			fieldOf: divideField,
			after: () =>
				redirectWithToast(
					`/organisations/${before.id}/history`,
					successionText[visit.language].divided(before.newest.name),
				),
		},
	);
}

export default function OrganisationDivide({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const becoming = successionText[language];
	const { id, newest, choices, units, today } = loaderData;
	const fields = partNumbers.map((part) => `to${part}`);
	const shown = partNumbers.slice(0, countShown(fields, 2, actionData));
	const parts = shown.map((part) => ({ value: String(part), label: becoming.part(part) }));
	return (
		<TwoStepPage
			organisation={{ id, name: newest.name }}
			title={becoming.divideTitle(newest.name)}
			lead={becoming.divideLead}
			answer={actionData}
			told={(confirm) => told(loaderData, confirm, actionData?.given ?? {}, language)}
			submit={becoming.divideSubmit}
			dangerous
			values={{ happenedOn: dayAfterEnd(newest, today) }}
			labels={{ ...text.fields, ...partLabels(language) }}
		>
			<Field name="happenedOn" kind="date" required hint={text.hints.happenedOn} />
			{shown.map((part) => (
				<fieldset key={part} className="ds-fieldset">
					<legend className="ds-label">{becoming.part(part)}</legend>
					<p className="quiet">{becoming.partHint}</p>
					<Field name={`to${part}`} label={becoming.existing} kind="lookup" choices={choices} width="full" />
					<Field name={`name${part}`} label={becoming.newName} maxLength={200} autoComplete="off" width="full" />
					<Field
						name={`number${part}`}
						label={becoming.newNumber}
						maxLength={20}
						autoComplete="off"
						hint={becoming.newNumberHint}
					/>
					<Field name={`share${part}`} label={becoming.share} kind="number" unit="%" required={part <= 2} />
				</fieldset>
			))}
			{shown.length < partNumbers.length && (
				<p>
					<MoreButton label={becoming.onePartMore} added={actionData?.isMoreWanted ? `to${shown.at(-1)}` : null} />
				</p>
			)}
			{units.length > 0 && (
				<fieldset className="ds-fieldset">
					<legend className="ds-label">{becoming.unitsTitle}</legend>
					<p className="quiet">{becoming.unitsHint}</p>
					{units.map((unit) => (
						<Field
							key={unit.id}
							name={unitField(unit.id)}
							label={unit.name}
							kind="select"
							choices={parts}
							none={becoming.largest}
						/>
					))}
				</fieldset>
			)}
			<Field name="source" required maxLength={300} autoComplete="off" width="full" hint={text.hints.source} />
		</TwoStepPage>
	);
}

/** Read on their own in the error summary, the fields of a part say which part they belong to. */
function partLabels(language: Language): Record<string, string> {
	const becoming = successionText[language];
	return Object.fromEntries(
		partNumbers.flatMap((part) => [
			[`to${part}`, `${becoming.part(part)}, ${inSentence(becoming.existing)}`],
			[`name${part}`, `${becoming.part(part)}, ${inSentence(becoming.newName)}`],
			[`number${part}`, `${becoming.part(part)}, ${inSentence(becoming.newNumber)}`],
			[`share${part}`, `${becoming.part(part)}, ${inSentence(becoming.share)}`],
		]),
	);
}

type Data = Route.ComponentProps["loaderData"];
type Answer = NonNullable<Route.ComponentProps["actionData"]>;

/** The division in plain words: who ends, what each part gets, and what stays. */
function told(
	{ newest, choices, units, today }: Data,
	confirm: NonNullable<Answer["confirm"]>,
	given: Answer["given"],
	language: Language,
) {
	const text = registerPagesText[language];
	const becoming = successionText[language];
	const percent = new Intl.NumberFormat(localeOf[language], { style: "percent", maximumFractionDigits: 2 });
	const nameOf = (part: (typeof partNumbers)[number]) =>
		confirm[`name${part}`] ?? choices.find((choice) => choice.value === confirm[`to${part}`])?.label ?? "";
	const parts = partNumbers.filter((part) => confirm[`share${part}`] !== null);
	const largest = parts.toSorted((a, b) => (confirm[`share${b}`] ?? 0) - (confirm[`share${a}`] ?? 0))[0];
	const unplaced = units.filter((unit) => !given[unitField(unit.id)]);
	const on = formatDate(language, confirm.happenedOn);
	return {
		happens: [
			becoming.endsOn(newest.name, formatDate(language, addDays(confirm.happenedOn, -1))),
			...parts.map((part) => {
				const share = percent.format((confirm[`share${part}`] ?? 0) / 100);
				const own = units.filter((unit) => given[unitField(unit.id)] === String(part)).map((unit) => unit.name);
				return own.length === 0
					? becoming.partGets(nameOf(part), share)
					: becoming.partGetsUnits(nameOf(part), share, own.join(", "));
			}),
			...(largest !== undefined && unplaced.length > 0 ? [becoming.restGoes(nameOf(largest))] : []),
			confirm.happenedOn > today ? becoming.carriedLater(on) : becoming.carriedNow,
			becoming.affiliationsPass,
			becoming.notUndone,
		],
		stays: [becoming.staysPast(newest.name), text.staysNumbers, becoming.staysLeads],
	};
}
