import { data, Link } from "react-router";
import { draftText } from "../../../draft/text.ts";
import { parseForm } from "../../../forms/parse.ts";
import { saying } from "../../../forms/text.ts";
import { done, type Outcome, type Refusal } from "../../../outcome.ts";
import { houseText } from "../../../text.ts";
import { Field } from "../../../ui/Field.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { PageHeader } from "../../../ui/PageHeader.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { missing, redirectWithToast, representing } from "../../../visit.server.ts";
import { type AgreementRefusal, themeContact } from "../contract.ts";
import { agreementRefusalText } from "../refusals.text.ts";
import { setContact } from "../service.server.ts";
import type { Route } from "./+types/contacts";
import "./agreement.css";
import { nameOfTheme } from "../words.ts";
import { openedFor } from "./opened.server.ts";
import { themeText } from "./theme.text.ts";
import { writeText } from "./write.text.ts";

/** Who answers for a theme at each party. People change, so this is open also after the agreement is signed. */
export async function loader({ context, request, params }: Route.LoaderArgs) {
	const { reading } = representing(context, request);
	return reading(async (work) => {
		const opened = await openedFor(work, params.agreementId, "edit", "follow");
		const { agreement, themes, contacts, parties, can } = opened;
		const theme = themes.find(({ id }) => id === params.themeId) ?? missing();
		return {
			...{ id: agreement.id, title: agreement.title, canEdit: can.edit },
			theme: { id: theme.id, theme: theme.theme, name: theme.name },
			parties: parties.map(({ organisationId, name }) => ({ id: organisationId, name })),
			values: Object.fromEntries(
				contacts
					.filter(({ themeId }) => themeId === theme.id)
					.flatMap(({ partyId, name, email, deputyName, deputyEmail }) =>
						Object.entries({ name, email, deputyName, deputyEmail }).map(([field, value]) => [
							`${partyId}.${field}`,
							value,
						]),
					),
			),
		};
	});
}

const person = themeContact.pick({ name: true, email: true, deputyName: true, deputyEmail: true });

export async function action({ context, request, params }: Route.ActionArgs) {
	const { language, reading, commanding } = representing(context, request);
	const { agreementId, themeId } = params;
	const form = await request.formData();
	const parties = (await reading((work) => openedFor(work, agreementId, "edit", "follow"))).parties;
	const given: Record<string, string> = {};
	const refusals: Refusal[] = [];
	const contacts: Parameters<typeof setContact>[2][] = [];
	for (const { organisationId: partyId } of parties) {
		const one = new FormData();
		for (const field of Object.keys(person.shape)) {
			const word = String(form.get(`${partyId}.${field}`) ?? "");
			given[`${partyId}.${field}`] = word;
			one.set(field, word);
		}
		const parsed = parseForm(person, one);
		if (parsed.values) contacts.push({ ...parsed.values, themeId, partyId });
		else refusals.push(...parsed.refusals.map((refusal) => ({ ...refusal, field: `${partyId}.${refusal.field}` })));
	}
	if (refusals.length > 0) return data({ refusals, given }, 422);
	const outcome = await commanding(async (work): Promise<Outcome<undefined, AgreementRefusal>> => {
		for (const contact of contacts) {
			const set = await setContact(work, agreementId, contact);
			if (set.refused) return set;
		}
		return done(undefined);
	});
	if (outcome.refused) return data({ refusals: outcome.refused, given }, 422);
	return redirectWithToast(`/agreements/${agreementId}#${themeId}`, themeText[language].contactsSaved);
}

export default function Contacts({ loaderData, actionData }: Route.ComponentProps) {
	const language = useLanguage();
	const text = writeText[language];
	const themeWords = themeText[language];
	const { fields } = text;
	const { id, title, theme, parties, values, canEdit } = loaderData;
	const here = `/agreements/${id}`;
	const name = nameOfTheme(language, theme.theme, theme.name);
	const pageTitle = themeWords.contactsTitle(name.toLocaleLowerCase("nb"));
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(pageTitle)}</title>
			<PageHeader
				title={pageTitle}
				trail={[{ to: here, label: title }, ...(canEdit ? [{ to: `${here}/themes/${theme.id}`, label: name }] : [])]}
			/>
			<TaskForm refused={actionData} values={values} say={saying(language, agreementRefusalText[language].refusals)}>
				{parties.map((party) => (
					<fieldset key={party.id} className="ds-fieldset">
						<legend className="ds-label">{party.name}</legend>
						<div className="field-pair">
							<Field
								name={`${party.id}.name`}
								label={fields.contactName}
								maxLength={200}
								autoComplete="off"
								width="full"
							/>
							<Field
								name={`${party.id}.email`}
								label={fields.email}
								kind="email"
								maxLength={320}
								autoComplete="off"
								width="full"
							/>
						</div>
						<div className="field-pair">
							<Field
								name={`${party.id}.deputyName`}
								label={fields.deputyName}
								maxLength={200}
								autoComplete="off"
								width="full"
							/>
							<Field
								name={`${party.id}.deputyEmail`}
								label={fields.deputyEmail}
								kind="email"
								maxLength={320}
								autoComplete="off"
								width="full"
							/>
						</div>
					</fieldset>
				))}
				<div className="task-buttons">
					<SubmitButton>{draftText[language].save}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={here}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</div>
	);
}
