import { addDays } from "../../../../day.ts";
import { formatDate, type Language, localeOf } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import { mergeOrganisations, nameOrganisations } from "../../service.server.ts";
import type { Route } from "./+types/merge";
import { dayAfterEnd } from "./day-after-end.ts";
import { MoreButton } from "./MoreButton.tsx";
import { mergeField, mergeForm, mergerOf } from "./merge-form.ts";
import { countShown } from "./more.ts";
import { opened } from "./opened.server.ts";
import { listLastingChoices, parseNamingOrganisationsOn } from "./organisation-choices.server.ts";
import { partnerFields } from "./partners.ts";
import { registerPagesText } from "./register.text.ts";
import { successionText } from "./succession.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { language, reading } = representing(context, request);
	return reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "keepRegister");
		const { id, kind } = organisation;
		return { id, newest, today: work.today, choices: await listLastingChoices(work, language, { kind, except: id }) };
	});
}

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	const { predecessor, parsed } = await visit.reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "keepRegister");
		const { id, kind } = organisation;
		const choices = await listLastingChoices(work, visit.language, { kind, except: id });
		return {
			predecessor: { id, kind, newest },
			parsed: parseNamingOrganisationsOn(choices, mergeForm, sent, [...partnerFields, "successorId"]),
		};
	});
	return inTwoSteps(visit, sent, parsed, {
		verb: (work, values) => mergeOrganisations(work, mergerOf(values, predecessor)),
		fieldOf: mergeField,
		after: async ({ successorId }, { happenedOn }) => {
			const names = await visit.reading((work) => nameOrganisations(work, [successorId], happenedOn));
			return redirectWithToast(
				`/organisations/${successorId}/history`,
				successionText[visit.language].merged(names.get(successorId)?.name ?? ""),
			);
		},
	});
}

export default function OrganisationMerge({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const becoming = successionText[language];
	const { id, newest, choices, today } = loaderData;
	const shown = partnerFields.slice(0, countShown(partnerFields, 1, actionData));
	return (
		<TwoStepPage
			organisation={{ id, name: newest.name }}
			title={becoming.mergeTitle(newest.name)}
			lead={becoming.mergeLead}
			answer={actionData}
			told={(confirm) => told(loaderData, confirm, language)}
			submit={becoming.mergeSubmit}
			dangerous
			values={{ happenedOn: dayAfterEnd(newest, today) }}
			labels={{
				...text.fields,
				...Object.fromEntries(partnerFields.map((name, index) => [name, becoming.partner(index + 1)])),
				...{ successorId: becoming.existing, name: becoming.newName, number: becoming.newNumber },
			}}
		>
			<Field name="happenedOn" kind="date" required hint={text.hints.happenedOn} />
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{becoming.partners}</legend>
				<p className="quiet">{becoming.partnersHint}</p>
				{shown.map((name) => (
					<Field key={name} name={name} kind="lookup" choices={choices} width="full" />
				))}
				{shown.length < partnerFields.length && (
					<MoreButton
						label={becoming.onePartnerMore}
						added={actionData?.isMoreWanted ? (shown.at(-1) ?? null) : null}
					/>
				)}
			</fieldset>
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{becoming.into}</legend>
				<p className="quiet">{becoming.intoHint}</p>
				<Field name="successorId" kind="lookup" choices={choices} width="full" />
				<Field name="name" maxLength={200} autoComplete="off" width="full" />
				<Field name="number" maxLength={20} autoComplete="off" hint={becoming.newNumberHint} />
			</fieldset>
			<Field name="source" required maxLength={300} autoComplete="off" width="full" hint={text.hints.source} />
		</TwoStepPage>
	);
}

type Data = Route.ComponentProps["loaderData"];
type Confirmed = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["confirm"]>;

/** The merger in plain words: who ends, who goes on, what goes along and what stays. */
function told({ newest, choices, today }: Data, confirm: Confirmed, language: Language) {
	const text = registerPagesText[language];
	const becoming = successionText[language];
	const nameOf = (id: string | null) => choices.find((choice) => choice.value === id)?.label ?? "";
	const ending = [
		newest.name,
		...partnerFields.flatMap((field) => (confirm[field] === null ? [] : [nameOf(confirm[field])])),
	];
	const on = formatDate(language, confirm.happenedOn);
	const eve = formatDate(language, addDays(confirm.happenedOn, -1));
	const heir = confirm.name ?? nameOf(confirm.successorId);
	const isNew = confirm.successorId === null;
	return {
		happens: [
			...ending.map((name) => becoming.endsOn(name, eve)),
			isNew
				? becoming.goesOn(heir, on)
				: confirm.name === null
					? becoming.takesOver(heir, on)
					: becoming.takesOverAs(nameOf(confirm.successorId), heir, on),
			...(isNew ? [becoming.made(heir, newest.name)] : []),
			...(confirm.number === null || confirm.name === null ? [] : [text.numbered(confirm.number)]),
			confirm.happenedOn > today ? becoming.carriedLater(on) : becoming.carriedNow,
			becoming.affiliationsPass,
			becoming.notUndone,
		],
		stays: [
			becoming.staysPast(new Intl.ListFormat(localeOf[language], { type: "conjunction" }).format(ending)),
			text.staysNumbers,
			becoming.staysLeads,
		],
	};
}
