import { Link } from "react-router";
import { saying } from "../../../../forms/text.ts";
import type { Choice } from "../../../../ui/ChoiceField.tsx";
import { Field } from "../../../../ui/Field.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import type { Site } from "../contract.ts";
import { capacityText } from "../text.ts";
import { pagesText } from "./capacity.text.ts";
import { siteText } from "./site.text.ts";

/** What one can say of a site: a new one (with the host it belongs to), or one that exists. */
export function SiteForm(props: {
	readonly settings: readonly Choice[];
	readonly hosts?: readonly Choice[];
	readonly host?: string;
	readonly site?: Site;
	readonly refused: RefusedForm | undefined;
	readonly cancelTo: string;
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const siteWords = siteText[language];
	const { site } = props;
	return (
		<TaskForm
			refused={props.refused}
			values={site ? { ...site } : { published: true, hostId: props.host ?? "" }}
			labels={siteWords.fields}
			say={saying(language, {
				...capacityText[language].refusals,
				choice: capacityText[language].refusals["host-unknown"],
			})}
		>
			{site && <input type="hidden" name="version" value={site.version} />}
			{props.hosts && (
				<Field name="hostId" kind="lookup" required choices={props.hosts} width="full" hint={siteWords.hints.host} />
			)}
			<Field name="name" required maxLength={200} autoComplete="off" width="full" />
			<Field name="setting" kind="select" choices={props.settings} />
			<Field name="postcode" maxLength={4} autoComplete="off" width="narrow" />
			<Field name="municipalityNumber" maxLength={4} autoComplete="off" width="narrow" />
			<Field name="contactName" maxLength={200} autoComplete="off" width="full" />
			<Field name="contactEmail" kind="email" autoComplete="off" width="full" hint={siteWords.hints.contact} />
			<Field name="housingNote" kind="textarea" maxLength={1000} hint={siteWords.hints.housing} />
			<Field name="published" kind="checkbox" />
			<div className="task-buttons">
				<SubmitButton>{text.save}</SubmitButton>
				<Link className="ds-button" data-variant="tertiary" to={props.cancelTo}>
					{uiText[language].cancel}
				</Link>
			</div>
		</TaskForm>
	);
}
