import { formatDate } from "../../../language.ts";
import { Alert } from "../../../ui/Alert.tsx";
import { useLanguage } from "../../../ui/language.tsx";
import { Table } from "../../../ui/Table.tsx";
import type { TableState } from "../../../ui/table-state.ts";
import type { Register } from "../contact/contract.ts";
import { contactRegisterText } from "./contact-register.text.ts";
import { registerFilters } from "./register-filters.ts";
import { type ThenLine, thenColumns } from "./then-columns.tsx";

/** The register as of another day than today: who answered then, and who does now. Nothing is changed here. */
export function ThenRegister(
	props: Pick<Register, "byWarning" | "byResponsibility" | "units" | "total" | "firstDay"> & {
		readonly rows: readonly ThenLine[];
		readonly state: TableState;
		readonly base: string;
	},
) {
	const language = useLanguage();
	const text = contactRegisterText[language];
	const { rows, total, state, base, firstDay } = props;
	return (
		<div className="stack" data-gap="small">
			{firstDay !== null && <Alert title={text.noneThen}>{text.keptSince(formatDate(language, firstDay))}</Alert>}
			<Table<ThenLine>
				caption={text.register}
				hideCaption
				rows={rows}
				total={total}
				state={state}
				rowKey={(row) => row.id}
				searchLabel={text.search}
				filters={registerFilters(props, language)}
				excel={`${base}.xlsx`}
				columns={thenColumns(language)}
			/>
		</div>
	);
}
