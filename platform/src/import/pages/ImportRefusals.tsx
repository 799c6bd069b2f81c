import { Link } from "react-router";
import { saying } from "../../forms/text.ts";
import { formatNumber } from "../../language.ts";
import { Alert } from "../../ui/Alert.tsx";
import { Field } from "../../ui/Field.tsx";
import type { RefusedForm } from "../../ui/form-context.ts";
import { useLanguage } from "../../ui/language.tsx";
import { SubmitButton } from "../../ui/SubmitButton.tsx";
import { TaskForm } from "../../ui/TaskForm.tsx";
import { importText } from "../text.ts";
import { ImportFindings } from "./ImportFindings.tsx";
import { ImportIgnored } from "./ImportIgnored.tsx";
import { importPagesText } from "./import.text.ts";

type ImportRefusalsProps = {
	readonly importId: string;
	readonly kind: string;
	readonly preview: {
		readonly refusalCount: number;
		readonly refusals: readonly { readonly place: string; readonly problem: string; readonly remedy: string }[];
		readonly sheets: readonly string[];
		/** Columns whose headers say nothing to the contract: often why something else is missing. */
		readonly ignored: readonly string[];
	};
	readonly refused: RefusedForm | undefined;
};

/** Why a file cannot be taken in: where, what, and what to do; and the way on. */
export function ImportRefusals({ importId, kind, preview, refused }: ImportRefusalsProps) {
	const language = useLanguage();
	const text = importPagesText[language];
	const { refusals, refusalCount, sheets, ignored } = preview;
	if (sheets.length > 0) return <ChooseSheet kind={kind} sheets={sheets} refused={refused} />;
	return (
		<>
			<Alert tone="warning" title={text.refusedTitle(formatNumber(language, refusalCount))}>
				<p>{text.refusedBody}</p>
				<div className="row">
					<Link className="ds-button" data-color="accent" to={`/import/${kind}`}>
						{text.uploadAgain}
					</Link>
					<a className="ds-link" href={`/imports/${importId}/refusals.xlsx`} download>
						{text.downloadRefusals}
					</a>
				</div>
			</Alert>
			<ImportIgnored kind={kind} headers={ignored} />
			<ImportFindings caption={text.refusals} findings={refusals} count={refusalCount} />
		</>
	);
}

/** A workbook with several sheets that could be meant: nothing is wrong, one must be chosen. */
function ChooseSheet({
	kind,
	sheets,
	refused,
}: {
	readonly kind: string;
	readonly sheets: readonly string[];
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = importPagesText[language];
	return (
		<>
			<Alert title={text.sheetsTitle}>
				<p>{text.sheetsBody}</p>
			</Alert>
			<TaskForm refused={refused} say={saying(language, importText[language].refusals)}>
				<Field
					name="sheet"
					kind="radio"
					label={text.chooseSheet}
					choices={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
					required
				/>
				<div className="task-buttons">
					<SubmitButton name="intent" value="sheet">
						{text.readSheet}
					</SubmitButton>
					<Link className="ds-button" data-variant="tertiary" to={`/import/${kind}`}>
						{text.uploadOther}
					</Link>
				</div>
			</TaskForm>
		</>
	);
}
