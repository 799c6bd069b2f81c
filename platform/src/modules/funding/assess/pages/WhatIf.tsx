import { Form } from "react-router";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { writtenNumber } from "../../../../ui/written-number.ts";
import { kronerOf } from "../../amounts.ts";
import { proposals } from "../rules.ts";
import { assessText } from "../text.ts";

type WhatIfProps = {
	readonly loaderData: {
		/** What the way that was asked for comes to; null while none is. */
		readonly outcome: { readonly left: number; readonly full: number; readonly none: number } | null;
		readonly asked: { readonly way: string | null; readonly pot: number; readonly floor: number };
	};
};

/** Tries ways of sharing the pot out; what is found can be put down as proposals. */
export function WhatIf({ loaderData: { outcome, asked } }: WhatIfProps) {
	const language = useLanguage();
	const text = assessText[language];
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
			{outcome !== null && (
				<Alert tone="info">
					<p>
						{text.left(
							kronerOf(language, outcome.left),
							formatNumber(language, outcome.full),
							formatNumber(language, outcome.none),
						)}
					</p>
					<TaskForm className="task-buttons">
						<input type="hidden" name="way" value={asked.way ?? ""} />
						<input type="hidden" name="pot" value={asked.pot} />
						<input type="hidden" name="floor" value={asked.floor} />
						<button type="submit" className="ds-button" data-variant="secondary">
							{text.use}
						</button>
					</TaskForm>
				</Alert>
			)}
		</Section>
	);
}
