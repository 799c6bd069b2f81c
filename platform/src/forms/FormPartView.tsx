import type { Choice } from "../ui/ChoiceField.tsx";
import { useFormState } from "../ui/form-context.ts";
import { useLanguage } from "../ui/language.tsx";
import { ScrollRegion } from "../ui/ScrollRegion.tsx";
import { rowButtons } from "./answers.ts";
import type { FormPart, FormRepeat, FormTable } from "./definition.ts";
import { type Names, rowName, sumsOf } from "./labels.ts";
import { QuestionFields } from "./QuestionFields.tsx";
import { formViewText } from "./text.ts";
import { type AnswerValues, type Row, rowsOf } from "./walk.ts";

/** What every part of a form looks at while it is drawn. */
export type FormScene = {
	/** Paths of the parts that are shown. */
	readonly shown: ReadonlySet<string>;
	/** What has been answered up to this moment. */
	readonly values: AnswerValues;
	/** The answers the page came with: which rows there are. */
	readonly rows: AnswerValues;
	readonly organisations: readonly Choice[];
	readonly files: Names;
};

type PartProps<Part extends FormPart> = {
	readonly part: Part;
	readonly prefix: string;
	/** The row it stands in, in words: goes into what its fields are called for those who hear them. */
	readonly around: string | null;
	/** In a cell of a table, whose head says what it is. */
	readonly isCell?: boolean;
	readonly scene: FormScene;
};

export function FormPartView({ part, prefix, around, isCell = false, scene }: PartProps<FormPart>) {
	const language = useLanguage();
	const path = prefix + part.id;
	const isHidden = !scene.shown.has(path);
	// Hidden and switched off, not taken away: what was typed is still there when the question comes back.
	const off = { hidden: isHidden, disabled: isHidden };
	const legend = (
		<>
			<legend className="ds-heading" data-size="xs">
				{part.label[language]}
			</legend>
			{part.help && <p className="ds-paragraph quiet">{part.help[language]}</p>}
		</>
	);
	if (part.kind === "group")
		return (
			<fieldset className="form-section" data-layout={part.layout} {...off}>
				{legend}
				{part.parts.map((inner) => (
					<FormPartView key={inner.id} part={inner} prefix={prefix} around={around} scene={scene} />
				))}
			</fieldset>
		);
	if (part.kind === "table" || part.kind === "repeat")
		return (
			<fieldset className="form-section" {...off}>
				{legend}
				<RowsError path={path} />
				{part.kind === "table" ? (
					<TableRows part={part} prefix={path} around={around} scene={scene} />
				) : (
					<RepeatRows part={part} prefix={path} around={around} scene={scene} />
				)}
			</fieldset>
		);
	return (
		<fieldset className="form-question" {...off}>
			<QuestionFields
				{...{ question: part, path, around, isCell }}
				organisations={scene.organisations}
				files={scene.files}
			/>
		</fieldset>
	);
}

/** What is wrong with the rows as a whole: too few, or a sum that breaks a rule. */
function RowsError({ path }: { path: string }) {
	const { refused, say, prefix } = useFormState();
	const found = refused?.refusals.find(({ field }) => field === path);
	if (!found) return null;
	return (
		<p id={prefix + path} tabIndex={-1} className="ds-validation-message" data-color="danger">
			{say(found)}
		</p>
	);
}

function TableRows({ part, prefix: path, scene }: PartProps<FormTable>) {
	const language = useLanguage();
	const text = formViewText[language];
	const rows = rowsOf(part, path, scene.rows);
	const isFree = part.rows === undefined;
	const sums = sumsOf(part, path, scene.values, language);
	return (
		<>
			{rows.length > 0 && (
				<ScrollRegion label={part.label[language]}>
					<table className="ds-table form-table" data-border="">
						<thead>
							<tr>
								<th scope="col">
									{isFree ? text.number : <span className="visually-hidden">{part.label[language]}</span>}
								</th>
								{part.columns.map((column) => (
									<th key={column.id} scope="col">
										{column.label[language]}
									</th>
								))}
								{isFree && <th scope="col">{text.actions}</th>}
							</tr>
						</thead>
						<tbody>
							{rows.map((row) => (
								<tr key={row.id}>
									<th scope="row">{row.label ? row.label[language] : row.number}</th>
									{part.columns.map((column) => (
										<td key={column.id}>
											<FormPartView
												part={column}
												prefix={`${row.path}.`}
												around={rowName(row, part, language)}
												isCell
												scene={scene}
											/>
										</td>
									))}
									{isFree && (
										<td>
											<RowIn path={path} row={row} remove={text.remove(rowName(row, part, language))} />
										</td>
									)}
								</tr>
							))}
						</tbody>
						{Object.keys(sums).length > 0 && rows.length > 1 && (
							<tfoot>
								<tr>
									<th scope="row">{text.sum}</th>
									{part.columns.map((column) => (
										<td key={column.id}>{sums[column.id] ?? ""}</td>
									))}
									{isFree && <td />}
								</tr>
							</tfoot>
						)}
					</table>
				</ScrollRegion>
			)}
			{rows.length === 0 && <p className="ds-paragraph quiet">{text.noRows}</p>}
			{isFree && rows.length < (part.maximum ?? 500) && <AddRow path={path}>{text.addRow}</AddRow>}
		</>
	);
}

function RepeatRows({ part, prefix: path, scene }: PartProps<FormRepeat>) {
	const language = useLanguage();
	const text = formViewText[language];
	const rows = rowsOf(part, path, scene.rows);
	return (
		<>
			{rows.map((row) => {
				const name = rowName(row, part, language);
				return (
					<fieldset key={row.id} className="form-section form-box">
						<legend className="ds-heading" data-size="2xs">
							{name}
						</legend>
						{part.parts.map((inner) => (
							<FormPartView key={inner.id} part={inner} prefix={`${row.path}.`} around={name} scene={scene} />
						))}
						<RowIn path={path} row={row} remove={text.remove(name.toLowerCase())} />
					</fieldset>
				);
			})}
			{rows.length < (part.maximum ?? 100) && <AddRow path={path}>{text.add(part.each[language])}</AddRow>}
		</>
	);
}

/** That a row is there, and the button that takes it away. */
function RowIn({ path, row, remove }: { path: string; row: Row; remove: string }) {
	return (
		<>
			<input type="hidden" name={path} value={row.id} />
			<button
				type="submit"
				className="ds-button"
				data-variant="tertiary"
				data-size="sm"
				name={rowButtons.remove}
				value={row.path}
			>
				{remove}
			</button>
		</>
	);
}

function AddRow({ path, children }: { path: string; children: string }) {
	return (
		<div>
			<button
				type="submit"
				className="ds-button"
				data-variant="secondary"
				data-size="sm"
				name={rowButtons.add}
				value={path}
			>
				{children}
			</button>
		</div>
	);
}
