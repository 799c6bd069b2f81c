import type { ComponentProps } from "react";
import { formatNumber } from "../../../../language.ts";
import { Alert } from "../../../../ui/Alert.tsx";
import { Details } from "../../../../ui/Details.tsx";
import { Facts } from "../../../../ui/Facts.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { useLanguage } from "../../../../ui/language.tsx";
import { Section } from "../../../../ui/Section.tsx";
import { SubmitButton } from "../../../../ui/SubmitButton.tsx";
import { TaskForm } from "../../../../ui/TaskForm.tsx";
import { timeUses } from "../codes.ts";
import type { TimeFacts } from "../contract.ts";
import type { sharesOf } from "../rules.ts";
import { signUpText } from "../text.ts";

/** How the time of a gathering is used, and the form of whoever keeps the network. */
export function TimeShares({
	time,
	shares,
	maySet,
	refused,
	say,
}: {
	readonly time: TimeFacts | null;
	readonly shares: ReturnType<typeof sharesOf> | null;
	readonly maySet: boolean;
} & Required<Pick<ComponentProps<typeof TaskForm>, "refused" | "say">>) {
	const language = useLanguage();
	const text = signUpText[language];
	const number = (value: number) => formatNumber(language, value);
	return (
		<Section title={text.time} lead={text.timeLead}>
			{shares === null ? (
				<p className="ds-paragraph quiet">{text.noTime}</p>
			) : (
				<>
					{shares.isMostlyInput && <Alert tone="warning">{text.mostlyInput}</Alert>}
					<Facts
						facts={shares.shares.map(({ use, minutes, percent }) => ({
							...{ label: text.uses[use], value: text.share(number(minutes), number(percent)) },
							source: use === "sharing" && shares.eachShares !== null && text.each(number(shares.eachShares)),
						}))}
					/>
				</>
			)}
			{maySet && (
				<Details summary={text.setTime} open={refused !== undefined}>
					<TaskForm refused={refused} values={time ?? {}} labels={text.fields} say={say} prefix="time-">
						{timeUses.map((use) => (
							<Field key={use} name={use} kind="number" whole required />
						))}
						<SubmitButton name="do" value="time">
							{text.save}
						</SubmitButton>
					</TaskForm>
				</Details>
			)}
		</Section>
	);
}
