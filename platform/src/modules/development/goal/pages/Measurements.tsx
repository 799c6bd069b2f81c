import { saying } from "../../../../forms/text.ts";
import { formatNumber, formatShortDate } from "../../../../language.ts";
import { Chart } from "../../../../ui/Chart.tsx";
import type { RefusedForm } from "../../../../ui/form-context.ts";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { Timeline } from "../../../../ui/Timeline.tsx";
import { projectText } from "../../project/text.ts";
import type { Goal, Measurement } from "../contract.ts";
import { standingValues } from "../rules.ts";
import { goalPageText } from "./goal.text.ts";

/** What was measured of a goal, as a picture from the baseline on, and one by one; what was undone says so. */
export function Measurements(props: {
	readonly goal: Goal;
	readonly measurements: readonly Measurement[];
	readonly mayUndo: boolean;
	readonly refused: RefusedForm | undefined;
}) {
	const language = useLanguage();
	const text = goalPageText[language];
	const { goal, measurements, mayUndo, refused } = props;
	const { baseline, baselineOn, target, measuredIn } = goal;
	const values = standingValues(measurements);
	const day = (one: string) => formatShortDate(language, one);
	const points = [
		...(baseline === null || baselineOn === null ? [] : [{ on: baselineOn, value: baseline }]),
		...values.map(({ measuredOn, value }) => ({ on: measuredOn, value })),
	];
	const said = (value: number) => `${formatNumber(language, value)} ${measuredIn}`;
	return (
		<Section title={text.measurements}>
			{points.length > 1 && (
				<Chart
					kind="line"
					title={text.chart(measuredIn)}
					categories={points.map(({ on }) => day(on))}
					series={[
						{ label: text.series, points: points.map(({ value }) => ({ value })) },
						...(target === null ? [] : [{ label: text.targetSeries, points: points.map(() => ({ value: target })) }]),
					]}
					source={text.source}
				/>
			)}
			{measurements.length === 0 ? (
				<p className="quiet">{text.noMeasurements}</p>
			) : (
				<Timeline
					events={[...measurements]
						.sort((one, other) => other.measuredOn.localeCompare(one.measuredOn))
						.map((one) => ({
							...{ id: one.id, at: one.measuredOn, by: `${one.source}. ${text.by(one.recordedBy || text.program)}` },
							title: one.undoneAt === null ? said(one.value) : <s>{said(one.value)}</s>,
							children: (
								<>
									{one.note && <p className="ds-paragraph pre-line">{one.note}</p>}
									{one.undoneAt !== null && <p className="quiet">{text.undoneMark(one.undoneBy || text.program)}</p>}
									{one.undoneAt === null && mayUndo && (
										<TaskForm
											refused={refused?.given.measurementId === one.id ? refused : undefined}
											say={saying(language, projectText[language].refusals)}
											className=""
											prefix={`${one.id}-`}
										>
											<input type="hidden" name="do" value="undo" />
											<input type="hidden" name="measurementId" value={one.id} />
											<SubmitButton variant="tertiary">{text.undo(said(one.value))}</SubmitButton>
										</TaskForm>
									)}
								</>
							),
						}))}
				/>
			)}
		</Section>
	);
}
