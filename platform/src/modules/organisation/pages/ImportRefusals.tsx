import { Link } from "react-router";
import { saying } from "../../../forms/text.ts";
import { formatNumber } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { Field } from "../../../ui/Field.tsx";
import type { RefusedForm } from "../../../ui/form-context.ts";
import { useLanguage } from "../../../ui/language.tsx";
import { SubmitButton } from "../../../ui/SubmitButton.tsx";
import { Table } from "../../../ui/Table.tsx";
import { TaskForm } from "../../../ui/TaskForm.tsx";
import type { ImportKind } from "../import/contract.ts";
import { importText } from "../import/text.ts";
import { importPagesText } from "./import.text.ts";

type ImportRefusalsProps = {
	readonly importId: string;
	readonly kind: ImportKind;
	readonly preview: {
		readonly refusalCount: number;
		readonly refusals: readonly { readonly place: string; readonly problem: string; readonly remedy: string }[];
		readonly sheets: readonly string[];
	};
	readonly refused: RefusedForm | undefined;
};

/** Why a file cannot be taken in: where, what, and what to do; and the way on. */
export function ImportRefusals({ importId, kind, preview, refused }: ImportRefusalsProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { refusals, refusalCount, sheets } = preview;
	return (
		<>
			<Alert tone="warning" title={text.refusedTitle(formatNumber(language, refusalCount))}>
				<p>{text.refusedBody}</p>
				<div className="row">
					<Link className="ds-button" to={`/import/${kind}`}>
						{text.uploadAgain}
					</Link>
					<a className="ds-link" href={`/import/${importId}/refusals.xlsx`} download>
						{text.downloadRefusals}
					</a>
				</div>
			</Alert>
			{sheets.length > 0 && (
				<TaskForm refused={refused} say={saying(language, importText[language].refusals)}>
					<Field
						name="sheet"
						kind="select"
						label={text.chooseSheet}
						choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
						required
					/>
					<SubmitButton name="intent" value="sheet" variant="secondary">
						{text.readSheet}
					</SubmitButton>
				</TaskForm>
			)}
			{refusalCount > refusals.length && (
				<p className="ds-paragraph quiet">
					{text.firstOnly(formatNumber(language, refusals.length), formatNumber(language, refusalCount))}
				</p>
			)}
			<Table
				caption={text.refusals}
				hideCaption
				rows={refusals.map((refusal, index) => ({ ...refusal, index }))}
				rowKey={(refusal) => String(refusal.index)}
				columns={[
					{ key: "place", label: text.place, cell: (refusal) => refusal.place },
					{ key: "problem", label: text.problem, cell: (refusal) => refusal.problem },
					{ key: "remedy", label: text.remedy, cell: (refusal) => refusal.remedy },
				]}
			/>
		</>
	);
}
