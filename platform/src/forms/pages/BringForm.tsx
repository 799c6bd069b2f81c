import { Alert } from "../../ui/Alert.tsx";
import { Field } from "../../ui/Field.tsx";
import { Link } from "../../ui/Link.tsx";
import { useLanguage } from "../../ui/language.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { Table } from "../../ui/Table.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { uiText } from "../../ui/text.ts";
import { saying } from "../text.ts";
import { bringText } from "./bring.text.ts";
import { formsText } from "./forms.text.ts";

type BringProps = {
	/** The page of the answers; the workbook stands under it. */
	readonly back: string;
	readonly workbook: string;
	readonly refused:
		| {
				readonly code: string | null;
				readonly found: readonly { readonly place: string; readonly problem: string; readonly remedy: string }[];
		  }
		| undefined;
};

/** Fetch the form as Excel, fill it in, bring it back; where something cannot be read, cell by cell why and what to do. */
export function BringForm({ back, workbook, refused }: BringProps) {
	const language = useLanguage();
	const text = bringText[language];
	const found = refused?.found ?? [];
	const say = saying(language, { ...formsText[language].refusals, ...text.refusals });
	return (
		<>
			{found.length > 0 && (
				<>
					<Alert tone="warning" title={text.refusedTitle(found.length)}>
						<p>{text.refusedBody}</p>
					</Alert>
					<Table
						caption={text.findings}
						hideCaption
						rows={found.map((one, index) => ({ ...one, index }))}
						rowKey={({ index }) => String(index)}
						columns={[
							{ key: "place", label: text.place, cell: ({ place }) => place || text.wholeFile },
							{ key: "problem", label: text.problem, cell: ({ problem }) => problem },
							{ key: "remedy", label: text.remedy, cell: ({ remedy }) => remedy },
						]}
					/>
				</>
			)}
			<ol className="ds-list">
				<li>
					<a className="ds-link" href={workbook} download>
						{text.fetch}
					</a>
				</li>
				<li>{text.fill}</li>
				<li>{text.bringBack}</li>
			</ol>
			<TaskForm
				files
				refused={refused?.code ? { refusals: [{ code: refused.code, field: "file" }], given: {} } : undefined}
				labels={{ file: text.file }}
				say={say}
			>
				<Field name="file" kind="file" accept=".xlsx" required hint={text.fileHint} />
				<div className="task-buttons">
					<SubmitButton>{text.bring}</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={back}>
						{uiText[language].cancel}
					</Link>
				</div>
			</TaskForm>
		</>
	);
}
