import { addDays } from "../../../../day.ts";
import { parseForm } from "../../../../forms/parse.ts";
import { formatDate, type Language, localeOf } from "../../../../language.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import type { IdentityPeriod } from "../../directory/contract.ts";
import { newPeriod } from "../../register/contract.ts";
import { renameOrganisation } from "../../service.server.ts";
import type { Route } from "./+types/rename";
import { IdentityFields } from "./IdentityFields.tsx";
import { identityForm } from "./identity-form.ts";
import { opened } from "./opened.server.ts";
import { namesOf } from "./other-names.ts";
import { registerPagesText } from "./register.text.ts";
import { TwoStepPage } from "./TwoStepPage.tsx";
import { inTwoSteps } from "./two-steps.server.ts";

export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const { organisation, newest } = await opened(work, params.organisationId, "keepRegister");
		return { id: organisation.id, newest, today: work.today };
	});
}

const form = newPeriod.pick({ from: true }).extend(identityForm.shape);

export async function action({ context, request, params }: Route.ActionArgs) {
	const visit = representing(context, request);
	const sent = await request.formData();
	return inTwoSteps(visit, sent, parseForm(form, sent), {
		verb: (work, values) =>
			renameOrganisation(work, params.organisationId, { ...values, otherNames: namesOf(values.otherNames) }),
		after: (_, { name }) =>
			redirectWithToast(
				`/organisations/${params.organisationId}/history`,
				registerPagesText[visit.language].renamed(name),
			),
	});
}

export default function OrganisationRename({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = registerPagesText[language];
	const { id, newest, today } = loaderData;
	return (
		<TwoStepPage
			organisation={{ id, name: newest.name }}
			title={text.renameTitle(newest.name)}
			lead={text.renameAbout}
			answer={actionData}
			told={(confirm) => told(newest, confirm, language)}
			submit={text.renameSubmit}
			values={{ ...newest, otherNames: newest.otherNames.join("\n"), from: "", source: "", sourceDate: today }}
			labels={text.fields}
		>
			<Field name="from" kind="date" required hint={text.hints.happenedOn} />
			<IdentityFields />
		</TwoStepPage>
	);
}

type Confirmed = NonNullable<NonNullable<Route.ComponentProps["actionData"]>["confirm"]>;

const compared = [
	"name",
	"shortName",
	"number",
	"otherNames",
	"place",
	"municipalityNumber",
	"countyNumber",
	"latitude",
	"longitude",
	"website",
] as const;

/** The new name in plain words: what changes from when, or what is corrected, and what stays. */
function told(newest: IdentityPeriod, confirm: Confirmed, language: Language) {
	const text = registerPagesText[language];
	const on = formatDate(language, confirm.from);
	const corrects = confirm.from === newest.validFrom;
	const eve = formatDate(language, addDays(confirm.from, -1));
	return {
		happens: [...changesOf(newest, confirm, language), corrects ? text.corrects(on) : text.from(on)],
		stays: [...(corrects ? [] : [text.staysNamed(newest.name, eve), text.staysFound]), text.staysNumbers],
	};
}

/** Each thing that changes, as it was and as it will be. */
function changesOf(was: IdentityPeriod, is: Confirmed, language: Language): string[] {
	const text = registerPagesText[language];
	const shown = (value: string | number | null) =>
		value === null || value === ""
			? text.nothing
			: typeof value === "number"
				? value.toLocaleString(localeOf[language], { maximumFractionDigits: 6 })
				: value;
	const lines = compared.flatMap((key) => {
		const [before, after] =
			key === "otherNames" ? [was.otherNames.join(", "), namesOf(is.otherNames).join(", ")] : [was[key], is[key]];
		return before === after ? [] : [text.changes(text.fields[key], shown(before), shown(after))];
	});
	return lines.length === 0 ? [text.unchanged] : lines;
}
