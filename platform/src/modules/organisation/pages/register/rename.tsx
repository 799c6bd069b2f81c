import { parseForm } from "../../../../forms/parse.ts";
import { saying } from "../../../../forms/text.ts";
import { formatDate, type Language, localeOf } from "../../../../language.ts";
import { houseText } from "../../../../text.ts";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { redirectWithToast, representing } from "../../../../visit.server.ts";
import type { IdentityPeriod } from "../../directory/contract.ts";
import { newPeriod } from "../../register/contract.ts";
import { registerText } from "../../register/text.ts";
import { addDays } from "../../rules.ts";
import { renameOrganisation } from "../../service.server.ts";
import type { Route } from "./+types/rename";
import { ConfirmStep } from "./ConfirmStep.tsx";
import { IdentityFields } from "./IdentityFields.tsx";
import { identityForm } from "./identity-form.ts";
import { NextOrCancel } from "./NextOrCancel.tsx";
import { opened } from "./opened.server.ts";
import { namesOf } from "./other-names.ts";
import { registerPagesText } from "./register.text.ts";
import { registerTrail } from "./trail.ts";
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
	const confirm = actionData?.confirm;
	const title = text.renameTitle(newest.name);
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader
				title={title}
				lead={confirm ? undefined : text.renameAbout}
				trail={registerTrail(language, id, newest.name)}
			/>
			{confirm ? (
				<ConfirmStep
					given={actionData.given}
					submit={text.renameSubmit}
					happens={[
						...changesOf(newest, confirm, language),
						confirm.from === newest.validFrom
							? text.corrects(formatDate(language, confirm.from))
							: text.from(formatDate(language, confirm.from)),
					]}
					stays={[
						...(confirm.from === newest.validFrom
							? []
							: [text.staysNamed(newest.name, formatDate(language, addDays(confirm.from, -1))), text.staysFound]),
						text.staysNumbers,
					]}
				/>
			) : (
				<TaskForm
					refused={actionData}
					values={{ ...newest, otherNames: newest.otherNames.join("\n"), from: "", source: "", sourceDate: today }}
					labels={text.fields}
					say={saying(language, registerText[language].refusals)}
				>
					<Field name="from" kind="date" required hint={text.hints.happenedOn} />
					<IdentityFields />
					<NextOrCancel cancelTo={`/organisations/${id}/register`} />
				</TaskForm>
			)}
		</div>
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
