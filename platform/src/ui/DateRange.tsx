import { Field } from "./Field.tsx";

type End = {
	readonly name: string;
	readonly label: string;
	readonly required?: boolean;
	readonly hint?: string;
	readonly value?: string;
};

type DateRangeProps = {
	readonly legend: string;
	readonly from: End;
	readonly to: End;
	/** Earliest and latest date, YYYY-MM-DD. */
	readonly min?: string;
	readonly max?: string;
};

/** From one day to another, as one question. */
export function DateRange({ legend, from, to, min, max }: DateRangeProps) {
	const limits = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
	return (
		<fieldset className="ds-fieldset date-range">
			<legend className="ds-label">{legend}</legend>
			<div className="date-range-ends">
				<Field kind="date" {...from} {...limits} />
				<Field kind="date" {...to} {...limits} />
			</div>
		</fieldset>
	);
}
