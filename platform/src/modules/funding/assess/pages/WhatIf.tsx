import { Form } from "react-router";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { writtenNumber } from "../../../../ui/written-number.ts";
import { kronerOf } from "../../call/pages/content-facts.ts";
import { proposals } from "../rules.ts";
import { assessText } from "../text.ts";
import type { Row } from "./received.tsx";

type WhatIfProps = {
	readonly loaderData: {
		readonly rows: readonly Row[];
		readonly shares: Readonly<Record<string, number>> | null;
		readonly asked: { readonly way: string | null; readonly pot: number; readonly floor: number };
	};
};

/** Tries ways of sharing the pot out; what is found can be put down as proposals. */
export function WhatIf({ loaderData: { rows, shares, asked } }: WhatIfProps) {
	const language = useLanguage();
	const text = assessText[language];
	const given = Object.entries(shares ?? {});
	const sum = given.reduce((total, [, kroner]) => total + kroner, 0);
	const applied = new Map(rows.map((row) => [row.id, row.applied]));
	const full = given.filter(([id, kroner]) => kroner === applied.get(id)).length;
	const none = given.filter(([, kroner]) => kroner === 0).length;
	const number = (name: "pot" | "floor") => (
		<div className="ds-field">
			<label className="ds-label" htmlFor={`what-if-${name}`}>
				{text[name]}
			</label>
			<input
				className="ds-input"
				id={`what-if-${name}`}
				name={name}
				inputMode="numeric"
				autoComplete="off"
				size={12}
				defaultValue={writtenNumber(language, asked[name])}
			/>
		</div>
	);
	return (
		<Section title={text.whatIf} lead={text.whatIfLead} id="what-if">
			<Form method="get" className="row call-row">
				<div className="ds-field">
					<label className="ds-label" htmlFor="what-if-way">
						{text.way}
					</label>
					<select className="ds-input" id="what-if-way" name="way" defaultValue={asked.way ?? "cut"}>
						{proposals.map((one) => (
							<option key={one} value={one}>
								{text.ways[one]}
							</option>
						))}
					</select>
				</div>
				{number("pot")}
				{number("floor")}
				<button type="submit" className="ds-button" data-variant="secondary">
					{text.reckon}
				</button>
			</Form>
			{shares !== null && (
				<Alert tone="info">
					<p>
						{text.left(kronerOf(language, asked.pot - sum), formatNumber(language, full), formatNumber(language, none))}
					</p>
					<TaskForm className="task-buttons">
						<input type="hidden" name="way" value={asked.way ?? ""} />
						<input type="hidden" name="pot" value={asked.pot} />
						<input type="hidden" name="floor" value={asked.floor} />
						<button type="submit" className="ds-button" data-variant="secondary" name="deed" value="propose">
							{text.use}
						</button>
					</TaskForm>
				</Alert>
			)}
		</Section>
	);
}
