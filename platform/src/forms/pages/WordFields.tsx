import { languages } from "../../language.ts";
import { useFormState } from "../../ui/form-context.ts";
import { useLanguage } from "../../ui/language.tsx";
import type { Words } from "../definition.ts";
import { makeText } from "./editor.text.ts";

/** What was written under a name in a form that came back, at its place among those of one name; else what stands. */
export function useWritten(name: string, standing: string, at = 0): string {
	const { refused } = useFormState();
	if (!refused) return standing;
	const given = refused.given[name];
	return (typeof given === "string" ? (at === 0 ? given : "") : given?.[at]) ?? "";
}

type WordFieldsProps = {
	readonly name: string;
	readonly legend: string;
	readonly words: Words | undefined;
	readonly isLong?: boolean;
};

/** The same words in three languages. */
export function WordFields({ name, legend, words, isLong = false }: WordFieldsProps) {
	const text = makeText[useLanguage()].part;
	return (
		<fieldset className="part-group">
			<legend>{legend}</legend>
			<div className="three-languages">
				{languages.map((language) => {
					const id = `${name}.${language}`;
					return (
						<div className="ds-field" key={language}>
							<label className="ds-label" data-weight="regular" htmlFor={id}>
								<span className="visually-hidden">{`${legend}, `}</span>
								{text[language]}
							</label>
							<WordInput id={id} name={id} standing={words?.[language] ?? ""} language={language} isLong={isLong} />
						</div>
					);
				})}
			</div>
		</fieldset>
	);
}

type WordInputProps = {
	readonly id: string;
	readonly name: string;
	readonly standing: string;
	readonly language: string;
	readonly isLong?: boolean;
	readonly at?: number;
	readonly label?: string;
};

export function WordInput({ id, name, standing, language, isLong = false, at = 0, label }: WordInputProps) {
	const written = useWritten(name, standing, at);
	const shared = { id, name, className: "ds-input", defaultValue: written, lang: language, maxLength: 1000 };
	if (isLong) return <textarea {...shared} rows={2} aria-label={label} />;
	return <input {...shared} type="text" autoComplete="off" aria-label={label} />;
}

type NamedRowsProps = {
	readonly name: string;
	/** What the fixed value of a row is called in the form. */
	readonly valueKey: string;
	readonly legend: string;
	readonly hint: string;
	readonly rows: readonly { readonly value: string; readonly label: Words }[];
};

/** Empty lines at the end of a list. */
const spare = 3;

/** A list of things with words in three languages: choices, or the rows of a table. */
export function NamedRows({ name, valueKey, legend, hint, rows }: NamedRowsProps) {
	const own = useLanguage();
	const text = makeText[own].part;
	const { refused } = useFormState();
	const given = refused?.given[`${name}.nb`];
	const count = Array.isArray(given) ? given.length : rows.length + spare;
	return (
		<fieldset className="part-group">
			<legend>{legend}</legend>
			<p className="ds-paragraph quiet">{hint}</p>
			{Array.from({ length: count }, (_, at) => at).map((at) => (
				<div className="named-row" key={rows[at]?.value ?? `new ${at}`}>
					<div className="three-languages">
						<input type="hidden" name={`${name}.${valueKey}`} value={rows[at]?.value ?? ""} />
						{languages.map((language) => (
							<WordInput
								key={language}
								id={`${name}-${at}-${language}`}
								name={`${name}.${language}`}
								standing={rows[at]?.label[language] ?? ""}
								language={language}
								at={at}
								label={`${legend} ${at + 1}, ${text[language]}`}
							/>
						))}
					</div>
					{rows[at] && (
						<div className="part-buttons">
							<Shift name={name} at={at} way="up" isOff={at === 0} label={text.rowUp(rows[at].label[own])} />
							<Shift
								name={name}
								at={at}
								way="down"
								isOff={at === rows.length - 1}
								label={text.rowDown(rows[at].label[own])}
							/>
						</div>
					)}
				</div>
			))}
		</fieldset>
	);
}

/** A button that saves the part with one line a place further up or down. */
function Shift(props: {
	readonly name: string;
	readonly at: number;
	readonly way: "up" | "down";
	readonly isOff: boolean;
	readonly label: string;
}) {
	const { name, at, way, isOff, label } = props;
	return (
		<button
			type="submit"
			className="ds-button"
			data-variant="tertiary"
			data-size="sm"
			name="shift"
			value={`${name} ${at} ${way}`}
			disabled={isOff}
			aria-label={label}
			title={label}
		>
			<span aria-hidden="true">{way === "up" ? "↑" : "↓"}</span>
		</button>
	);
}
