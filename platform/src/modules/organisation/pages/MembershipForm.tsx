import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import type { Choice } from "../../../ui/ChoiceField.tsx";
import { DateRange } from "../../../ui/DateRange.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import { uiText } from "../../../ui/text.ts";
import type { Role } from "../contract.ts";
import { positions } from "../people/codes.ts";
import type { Membership } from "../people/contract.ts";
import { peopleText } from "../people/text.ts";
import type { Reach } from "../reach.server.ts";
import { organisationText } from "../text.ts";
import { peoplePagesText } from "./people.text.ts";

/** What one can say of a person in a role, for a new role (`membership` left out) and one that exists. */
export function MembershipForm(props: {
	readonly roles: readonly Role[];
	readonly reach: Reach;
	readonly people: readonly Choice[];
	readonly membership?: Membership;
	/** The deputy there is, as the list of people names them. */
	readonly deputy?: string | undefined;
	readonly unitId?: string | null;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = peoplePagesText[language];
	const { roles, wholeOrganisation } = organisationText[language];
	const { membership, reach } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={
				membership
					? { ...membership, warnings: [], verifiedAt: null, deputyId: props.deputy ?? "" }
					: { position: "line", unitId: props.unitId ?? "" }
			}
			labels={text.fields}
			say={saying(language, { ...peopleText[language].refusals, "person-unclear": text.chooseFromList })}
		>
			{membership && <input type="hidden" name="version" value={membership.version} />}
			<Field name="name" required maxLength={200} autoComplete="off" width="full" />
			<Field name="email" kind="email" autoComplete="off" width="full" hint={text.hints.email} />
			<Field name="phone" kind="tel" autoComplete="off" />
			<Field
				name="role"
				kind="select"
				required
				choices={props.roles.map((role) => ({ value: role, label: roles[role] }))}
			/>
			<Field
				name="unitId"
				kind="select"
				required={!reach.whole}
				choices={reach.units.map((unit) => ({ value: unit.id, label: `${"\u2003".repeat(unit.depth)}${unit.name}` }))}
				{...(reach.whole ? { none: wholeOrganisation } : {})}
			/>
			<Field name="title" maxLength={120} autoComplete="off" width="full" hint={text.hints.title} />
			<Field name="share" kind="number" whole unit="%" />
			<Field
				name="position"
				kind="radio"
				required
				hint={text.hints.position}
				choices={positions.map((position) => ({ value: position, label: peopleText[language].positions[position] }))}
			/>
			<Field name="deputyId" kind="lookup" width="full" choices={props.people} hint={text.hints.deputy} />
			<DateRange
				legend={text.period}
				from={{
					name: "validFrom",
					label: text.fields.validFrom,
					...(membership ? {} : { hint: text.hints.validFrom }),
				}}
				to={{ name: "validTo", label: text.fields.validTo, hint: text.hints.validTo }}
			/>
			{!membership && <Field name="invite" kind="checkbox" label={text.inviteAfter} />}
			<div className="task-buttons">
				<SubmitButton>{membership ? text.save : text.create}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
