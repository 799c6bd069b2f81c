import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { registerPagesText } from "./register.text.ts";

/** What an organisation is called and where it sits, with where that is known from. Labels come from the form. */
export function IdentityFields() {
	const text = registerPagesText[useLanguage()];
	return (
		<>
			<Field name="name" required maxLength={200} autoComplete="off" width="full" />
			<Field name="shortName" maxLength={60} autoComplete="off" />
			<Field name="number" maxLength={20} autoComplete="off" hint={text.hints.number} />
			<Field name="otherNames" kind="textarea" rows={3} hint={text.hints.otherNames} width="full" />
			<fieldset className="ds-fieldset">
				<legend className="ds-label">{text.where}</legend>
				<Field name="place" maxLength={100} autoComplete="off" />
				<Field
					name="municipalityNumber"
					width="narrow"
					maxLength={4}
					autoComplete="off"
					hint={text.hints.municipalityNumber}
				/>
				<Field name="countyNumber" width="narrow" maxLength={2} autoComplete="off" />
				<Field name="latitude" kind="number" hint={text.hints.latitude} />
				<Field name="longitude" kind="number" />
				<Field name="website" kind="url" maxLength={300} autoComplete="off" width="full" />
			</fieldset>
			<SourceFields dated />
		</>
	);
}

/** Where what is registered is known from. */
export function SourceFields({ dated = false }: { readonly dated?: boolean }) {
	const text = registerPagesText[useLanguage()];
	return (
		<>
			<Field name="source" required maxLength={300} autoComplete="off" width="full" hint={text.hints.source} />
			{dated && <Field name="sourceDate" kind="date" required />}
		</>
	);
}
