import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { Details } from "../../../ui/Details.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { FieldValue, RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import { professions, responsibilities } from "../codes.ts";
import { contactText } from "../contact/text.ts";
import type { Reach } from "../reach.server.ts";
import { organisationText } from "../text.ts";
import { contactFormText } from "./contact-form.text.ts";

/** What one can say of a contact, for a new one (`version` left out) and one that exists. */
export function ContactForm(props: {
	readonly reach: Reach;
	readonly people: readonly Choice[];
	/** People by what the list calls them. */
	readonly values: Readonly<Record<string, FieldValue>>;
	readonly version?: number;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
	/** Stands after the other buttons. */
	readonly children?: React.ReactNode;
}) {
	const language = useLanguage();
	const text = contactFormText[language];
	const words = organisationText[language];
	const { reach, values, version } = props;
	const isPostBox = Boolean(values.name || values.email || values.phone);
	const postBoxRefused = props.refused?.refusals.some(({ field }) => ["name", "email", "phone"].includes(field ?? ""));
	return (
		<TaskForm
			refused={props.refused}
			values={values}
			labels={text.fields}
			say={saying(language, { ...contactText[language].refusals, "person-unclear": text.chooseFromList })}
		>
			{version !== undefined && <input type="hidden" name="version" value={version} />}
			<Field
				name="responsibility"
				kind="select"
				required
				choices={responsibilities.map((one) => ({ value: one, label: words.responsibilities[one] }))}
			/>
			<Field
				name="profession"
				kind="select"
				none={words.allProfessions}
				choices={professions.map((one) => ({ value: one, label: words.professions[one] }))}
			/>
			<Field
				name="unitId"
				kind="select"
				required={!reach.whole}
				choices={reach.units.map((unit) => ({ value: unit.id, label: `${"\u2003".repeat(unit.depth)}${unit.name}` }))}
				{...(reach.whole ? { none: words.wholeOrganisation } : {})}
			/>
			<Field
				name="membershipId"
				kind="lookup"
				choices={props.people}
				width="full"
				required="sometimes"
				hint={text.hints.membershipId}
			/>
			<Field
				name="deputyMembershipId"
				kind="lookup"
				choices={props.people}
				width="full"
				hint={text.hints.deputyMembershipId}
			/>
			<Details summary={text.postBox} open={isPostBox || postBoxRefused === true}>
				<div className="stack" data-gap="small">
					<p className="quiet">{text.hints.postBox}</p>
					<Field name="name" maxLength={200} autoComplete="off" width="full" />
					<Field name="email" kind="email" autoComplete="off" width="full" required="sometimes" />
					<Field name="phone" kind="tel" autoComplete="off" required="sometimes" />
				</div>
			</Details>
			<Field name="note" kind="textarea" rows={2} maxLength={500} hint={text.hints.note} />
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{version === undefined ? text.create : text.save}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
				{props.children}
			</div>
		</TaskForm>
	);
}
