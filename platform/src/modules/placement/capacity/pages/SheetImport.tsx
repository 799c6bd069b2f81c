import { Form, Link } from "react-router";
import { houseText } from "../../../../text.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { PageHeader } from "../../../../ui/PageHeader.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { Table } from "../../../../ui/Table.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { uiText } from "../../../../ui/text.ts";
import { pagesText } from "./capacity.text.ts";

/** What a file would do, or what is wrong with it. */
export type SheetPreview = {
	/** What will happen, in words; null where the file is refused. */
	readonly says: string | null;
	/** The rows, to be sent back when they are approved. */
	readonly rows: string | null;
	readonly wrong: readonly { readonly place: string; readonly what: string }[];
};

/** Takes in a sheet: choose a file, see what it would do, approve it. Works without script. */
export function SheetImport(props: {
	readonly title: string;
	readonly lead: string;
	readonly trail: readonly { readonly to: string; readonly label: string }[];
	readonly template: string;
	readonly preview: SheetPreview | undefined;
}) {
	const language = useLanguage();
	const text = pagesText[language];
	const { title, preview } = props;
	return (
		<div className="stack">
			<title>{houseText[language].pageTitle(title)}</title>
			<PageHeader title={title} lead={props.lead} trail={props.trail} />
			{preview && preview.wrong.length > 0 && (
				<Section title={text.refusedRows}>
					<Table
						caption={text.whatIsWrong}
						hideCaption
						rows={preview.wrong.map((one, index) => ({ ...one, key: index }))}
						rowKey={(one) => String(one.key)}
						columns={[
							{ key: "place", label: text.where, cell: (one) => one.place },
							{ key: "what", label: text.whatIsWrong, cell: (one) => one.what },
						]}
					/>
				</Section>
			)}
			{preview?.rows ? (
				<Section title={text.preview}>
					<Alert>{preview.says}</Alert>
					<Form method="post" className="row">
						<input type="hidden" name="rows" value={preview.rows} />
						<button type="submit" className="ds-button">
							{text.takeIn}
						</button>
						<Link className="ds-button" data-variant="tertiary" to="">
							{uiText[language].cancel}
						</Link>
					</Form>
				</Section>
			) : (
				<>
					<TaskForm files>
						<Field name="file" kind="file" accept=".xlsx,.csv" label={text.file} required />
						<SubmitButton>{text.look}</SubmitButton>
					</TaskForm>
					<p>
						<a className="ds-link" href={props.template} download>
							{text.template}
						</a>
					</p>
				</>
			)}
		</div>
	);
}
